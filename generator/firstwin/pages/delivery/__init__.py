"""The pages for whoever conducts an onboarding: partners and the vendor's team. Customers have none of them.

In: the `SiteMap`. Out: what lays out their pages, and the links to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from firstwin.models.values import Audience
from firstwin.models.vocabulary import Side
from firstwin.pages.delivery.acceptance import acceptance_page, has_points
from firstwin.pages.delivery.matrix import matrix_page
from firstwin.pages.page import LayOut
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.titles import acceptance_of, raci_of
from firstwin.pages.urls import Place, acceptance_place, raci_place
from firstwin.pages.views import LinkView
from firstwin.resolve.guide import Guide, TierPlan

__all__ = ["delivery_links", "delivery_links_of_guide", "delivery_pages"]


def delivery_pages(plan: TierPlan, site: SiteMap) -> Iterator[tuple[Place, LayOut]]:
    """The pages about a plan that the edition has, with their places."""
    if not _has_delivery(site):
        return
    if has_points(plan):
        yield acceptance_place(plan.tier), partial(acceptance_page, plan, site)
    yield raci_place(plan.tier), partial(matrix_page, plan, site)


def delivery_links(plan: TierPlan, here: Place, site: SiteMap) -> Iterator[LinkView]:
    """The ways to the same pages."""
    if not _has_delivery(site):
        return
    if has_points(plan):
        title = acceptance_of(plan.tier_title, site.words)
        yield LinkView(title, here.to(acceptance_place(plan.tier)))
    yield LinkView(raci_of(plan.tier_title, site.words), here.to(raci_place(plan.tier)))


def delivery_links_of_guide(guide: Guide, here: Place, site: SiteMap) -> Iterator[LinkView]:
    """The ways to them from a guide: those of a customer lead nowhere that customers are not."""
    if guide.persona.side != Side.CUSTOMER.value:
        yield from delivery_links(site.plan(guide.tier), here, site)


def _has_delivery(site: SiteMap) -> bool:
    return site.guides.audience is not Audience.CUSTOMER
