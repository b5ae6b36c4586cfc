"""The glossary: words that not every reader knows. Only editions that explain words have it.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from firstwin.pages import words
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.urls import GLOSSARY
from firstwin.pages.views import GlossaryView, TermView
from firstwin.resolve.guide import GlossaryTerm


def glossary_page(site: SiteMap) -> Page:
    """The page of all terms."""
    view = GlossaryView(
        title=words.GLOSSARY,
        lede=words.GLOSSARY_LEDE,
        terms=tuple(map(_term, site.guides.glossary)),
    )
    chrome = site_chrome("glossary", GLOSSARY, words.GLOSSARY, site, "glossary")
    return Page(GLOSSARY, "glossary.md.j2", words.GLOSSARY, words.GLOSSARY_LEDE, chrome, view)


def _term(term: GlossaryTerm) -> TermView:
    """A term. Forms that only write its name differently, such as a plural, are not worth saying."""
    others = [form for form in term.also if not _plain(form).startswith(_plain(term.title))]
    also = words.also(others) if others else ""
    return TermView(term.id, words.sentence(term.title), also, term.meaning)


def _plain(form: str) -> str:
    return form.lower().replace("-", " ")
