"""The pages for the vendor's team. Only the internal edition has them.

In: the `SiteMap`. Out: what lays out their pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from firstwin.models.values import Audience
from firstwin.pages.internal.coverage import coverage_page
from firstwin.pages.internal.economics import economics_page
from firstwin.pages.internal.emails import emails_page
from firstwin.pages.internal.failures import failures_page
from firstwin.pages.internal.methods import methods_page
from firstwin.pages.internal.overview import overview_page, team_contents, team_lede
from firstwin.pages.internal.plans import plan_pages
from firstwin.pages.internal.weeks import weeks_page
from firstwin.pages.page import LayOut
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import (
    COVERAGE,
    ECONOMICS,
    EMAILS,
    FAILURES,
    INTERNAL,
    METHODS,
    Place,
    team_weeks_place,
)

__all__ = ["has_internal_pages", "internal_pages", "team_contents", "team_lede"]


def has_internal_pages(site: SiteMap) -> bool:
    """Whether the edition is the vendor's own, and there is anything to tell."""
    return site.guides.audience is Audience.INTERNAL and bool(site.guides.plans)


def internal_pages(site: SiteMap) -> Iterator[tuple[Place, LayOut]]:
    """Every page for the team, with its place."""
    guides = site.guides
    yield INTERNAL, partial(overview_page, site)
    for plan in guides.plans.values():
        yield from plan_pages(plan, site)
        yield team_weeks_place(plan.tier), partial(weeks_page, plan, site)
    yield EMAILS, partial(emails_page, site)
    if guides.failures:
        yield FAILURES, partial(failures_page, site)
    if guides.methods:
        yield METHODS, partial(methods_page, site)
    if any(plan.economics for plan in guides.plans.values()):
        yield ECONOMICS, partial(economics_page, site)
    yield COVERAGE, partial(coverage_page, site)
