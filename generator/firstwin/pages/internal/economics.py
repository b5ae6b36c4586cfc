"""What the customers of each tier bring and cost.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstwin.pages.internal.sources import sources_of
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import ECONOMICS
from firstwin.pages.views import ColumnView, TableView
from firstwin.resolve.guide import TierPlan
from firstwin.resolve.vocabulary_texts import FigureLine
from firstwin.words import Words


def economics_page(site: SiteMap) -> Page:
    """The page of all figures."""
    plans = [plan for plan in site.guides.plans.values() if plan.economics]
    title, lede, figures = site.titles.economics, economics_lede(site.words), _figures(site.words)
    # Translators: Over the names of figures, in a table of plans.
    first = site.words.say("economics", "Figure")
    view = TableView(
        title=title,
        lede=lede,
        columns=tuple(map(ColumnView, (first, *(plan.tier_title for plan in plans)))),
        rows=tuple(
            _row(title, [_figure(plan, id_) for plan in plans], site.words)
            for id_, title in figures.items()
            if any(_figure(plan, id_) for plan in plans)
        ),
        sources=sources_of(
            ((each.source, figures[each.id]) for plan in plans for each in plan.economics),
            site.words,
        ),
    )
    chrome = team_chrome("table", ECONOMICS, title, site, "tiers")
    return Page(ECONOMICS, "table.md.j2", title, lede, chrome, view)


def economics_lede(words: Words) -> str:
    """What the page of figures is for."""
    # Translators: For the team: under the title of the page of figures, and beside the link to it.
    return words.say("economics", "The figures of each segment, and where they come from.")


def _figures(words: Words) -> dict[str, str]:
    """The figures a tier may have, in the order of the table."""
    say = words.say
    return {
        # Translators: A figure: what a contract brings in a year.
        "contract": say("economics", "Contract"),
        # Translators: A figure: how many customers there are.
        "customers": say("economics", "Customers"),
        # Translators: A figure: how many customers one success manager looks after.
        "ratio": say("economics", "Accounts for each success manager"),
        # Translators: A figure: what onboarding a customer costs.
        "cost": say("economics", "Cost of onboarding"),
        # Translators: A figure: how many customers stay.
        "retention": say("economics", "Customers who stay"),
        # Translators: A figure: how many customers buy more.
        "expansion": say("economics", "Customers who buy more"),
        # Translators: A figure: what a customer brings over all years.
        "value": say("economics", "Value of a customer"),
    }


def _row(title: str, figures: Sequence[FigureLine | None], words: Words) -> tuple[str, ...]:
    """A figure of each plan. What all of them say of it is said once, behind its name."""
    meanings = {figure.meaning for figure in figures if figure}
    if len(meanings) == 1:
        return (
            words.row(title, *meanings),
            *(figure.value if figure else "–" for figure in figures),
        )
    return (title, *(f"{each.value} {each.meaning}".strip() if each else "–" for each in figures))


def _figure(plan: TierPlan, name: str) -> FigureLine | None:
    return next((figure for figure in plan.economics if figure.id == name), None)
