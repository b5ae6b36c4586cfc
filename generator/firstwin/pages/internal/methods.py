"""Ways to bring customers on board, compared.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Mapping

from firstwin.pages.internal.sources import sources_of
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import METHODS
from firstwin.pages.views import ColumnView, TableView
from firstwin.resolve.vocabulary_texts import MethodLine
from firstwin.words import Words


def methods_page(site: SiteMap) -> Page:
    """The page of all ways."""
    methods = site.guides.methods
    title, lede, levels = site.titles.methods, methods_lede(site.words), _levels(site.words)
    view = TableView(
        title=title,
        lede=lede,
        columns=tuple(map(ColumnView, _columns(site.words))),
        rows=tuple(_row(method, levels, site) for method in methods),
        sources=sources_of(((method.source, method.title) for method in methods), site.words),
    )
    chrome = team_chrome("table", METHODS, title, site, "methods")
    return Page(METHODS, "table.md.j2", title, lede, chrome, view)


def methods_lede(words: Words) -> str:
    """What the page of ways is for."""
    # Translators: For the team: under the title of the page of methods, and beside the link to it.
    return words.say("methods", "What each way is good at, what it costs, and which plans use it.")


def _columns(words: Words) -> tuple[str, ...]:
    say = words.say
    return (
        # Translators: Over the names of methods, such as webinars or calls.
        say("methods", "Way"),
        # Translators: Over a column: how many customers a method reaches (high, medium, low).
        say("methods", "Reaches many"),
        # Translators: Over a column: how personal a method is (high, medium, low).
        say("methods", "Personal"),
        # Translators: Over a column: what a method costs (high, medium, low).
        say("methods", "Cost"),
        # Translators: Over a column: what a method achieves (high, medium, low).
        say("methods", "Effect"),
        # Translators: Over a column: what a method is best for.
        say("methods", "Best for"),
        # Translators: Over a column: the plans that use a method.
        say("methods", "Used in"),
    )


def _levels(words: Words) -> dict[str, str]:
    return {
        # Translators: How much of something a method has.
        "high": words.say("methods", "High"),
        # Translators: How much of something a method has.
        "medium": words.say("methods", "Medium"),
        # Translators: How much of something a method has.
        "low": words.say("methods", "Low"),
    }


def _row(method: MethodLine, levels: Mapping[str, str], site: SiteMap) -> tuple[str, ...]:
    marks = (method.scalability, method.personalisation, method.cost, method.effectiveness)
    # Translators: Of a method that no plan uses.
    used = site.words.listed(site.tier_titles(method.tiers)) or site.words.say(
        "methods", "Not used"
    )
    return (method.title, *(levels[mark] for mark in marks), method.best_for, used)
