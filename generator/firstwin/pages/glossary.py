"""The glossary: words that not every reader knows. Only editions that explain words have it.

In: a plan, and the `SiteMap`. Out: a `Page`: of all terms, or of those that a plan uses.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.terms_used import terms_used_in
from firstwin.pages.urls import GLOSSARY
from firstwin.pages.views import GlossaryView, TermView
from firstwin.resolve.guide import TierPlan
from firstwin.resolve.vocabulary_texts import GlossaryTerm
from firstwin.words import Words


def glossary_page(site: SiteMap) -> Page:
    """The page of all terms."""
    return _page(site.guides.glossary, site)


def glossary_in_plan(plan: TierPlan, site: SiteMap) -> Page:
    """The page of those terms that are used in one plan."""
    used = terms_used_in(plan, site)
    return _page((term for term in site.guides.glossary if term.id in used), site)


def _page(terms: Iterable[GlossaryTerm], site: SiteMap) -> Page:
    title = site.titles.glossary
    # Translators: Under the title of the glossary.
    lede = site.words.say("glossary", "The words of onboarding, each in a sentence or two.")
    view = GlossaryView(
        title=title,
        lede=lede,
        terms=tuple(_term(term, site.words) for term in terms),
    )
    chrome = site_chrome("glossary", GLOSSARY, title, site, "glossary")
    return Page(GLOSSARY, "glossary.md.j2", title, lede, chrome, view)


def _term(term: GlossaryTerm, words: Words) -> TermView:
    """A term. Forms that only write its name differently, such as a plural, are not worth saying."""
    others = [form for form in term.also if not _plain(form).startswith(_plain(term.title))]
    # Translators: Other words for a term of the glossary.
    also = words.say("glossary", "Also: {words}", words=words.listed(others)) if others else ""
    return TermView(term.id, term.title, also, term.meaning)


def _plain(form: str) -> str:
    return form.lower().replace("-", " ")
