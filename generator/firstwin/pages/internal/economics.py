"""What the customers of each tier bring and cost.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstwin.pages import words
from firstwin.pages.internal.sources import sources_of
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import ECONOMICS
from firstwin.pages.views import ColumnView, TableView
from firstwin.resolve.guide import FigureLine, TierPlan


def economics_page(site: SiteMap) -> Page:
    """The page of all figures."""
    plans = [plan for plan in site.guides.plans.values() if plan.economics]
    names = [name for name in words.FIGURES if any(_figure(plan, name) for plan in plans)]
    view = TableView(
        title=words.ECONOMICS,
        lede=words.ECONOMICS_LEDE,
        columns=tuple(map(ColumnView, (words.FIGURE, *(plan.tier_title for plan in plans)))),
        rows=tuple(_row(name, plans) for name in names),
        sources=sources_of(
            (figure.source, words.FIGURES[figure.id]) for plan in plans for figure in plan.economics
        ),
    )
    chrome = team_chrome("table", ECONOMICS, words.ECONOMICS, site, "tiers")
    return Page(ECONOMICS, "table.md.j2", words.ECONOMICS, words.ECONOMICS_LEDE, chrome, view)


def _row(name: str, plans: Sequence[TierPlan]) -> tuple[str, ...]:
    figures = (_figure(plan, name) for plan in plans)
    cells = (f"{each.value} {each.meaning}".strip() if each else "–" for each in figures)
    return (words.FIGURES[name], *cells)


def _figure(plan: TierPlan, name: str) -> FigureLine | None:
    return next((figure for figure in plan.economics if figure.id == name), None)
