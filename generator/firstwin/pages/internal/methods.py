"""Ways to bring customers on board, compared.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from firstwin.pages import words
from firstwin.pages.internal.sources import sources_of
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import METHODS
from firstwin.pages.views import ColumnView, TableView
from firstwin.resolve.guide import MethodLine


def methods_page(site: SiteMap) -> Page:
    """The page of all ways."""
    methods = site.guides.methods
    view = TableView(
        title=words.METHODS,
        lede=words.METHODS_LEDE,
        columns=tuple(map(ColumnView, (words.METHOD, *words.METHOD_COLUMNS))),
        rows=tuple(_row(method, site) for method in methods),
        sources=sources_of((method.source, method.title) for method in methods),
    )
    chrome = team_chrome("table", METHODS, words.METHODS, site, "methods")
    return Page(METHODS, "table.md.j2", words.METHODS, words.METHODS_LEDE, chrome, view)


def _row(method: MethodLine, site: SiteMap) -> tuple[str, ...]:
    levels = (method.scalability, method.personalisation, method.cost, method.effectiveness)
    used = words.joined(site.tier_titles(method.tiers)) or words.NOT_USED
    return (method.title, *(words.LEVELS[level] for level in levels), method.best_for, used)
