"""Which terms of the glossary the pages of a plan use: its guides explain those and no others.

In: a plan, and the `SiteMap`. Out: ids of terms. A term is used where it stands in a text or in what a label of ours says,
where an author links to it, and where the meaning of a used one does either.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.blocks.win import quick_win
from firstwin.pages.reader_texts import texts_in
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.steps import milestone_word
from firstwin.pages.terms import forms_of
from firstwin.pages.timeline import first_win
from firstwin.resolve.blocks.win import Win
from firstwin.resolve.guide import TierPlan
from firstwin.text import Inside, Prose, Terms, Way, escape_signs, terms, terms_of, with_ways
from firstwin.words import Words


def terms_used_in(plan: TierPlan, site: SiteMap) -> frozenset[str]:
    """The terms that readers of a plan may meet on the pages of its guides; all, where they meet none."""
    known = terms(forms_of(site.guides.glossary))
    meanings = {term.id: term.meaning for term in site.guides.glossary}
    used: set[str] = set()
    unread = _texts(plan, site)
    while unread:
        new = {term for text in unread for term in _terms_in(text, known)} - used
        used |= new
        unread = {meanings[term] for term in new if term in meanings}
    return frozenset(used or meanings)


def _texts(plan: TierPlan, site: SiteMap) -> set[Prose]:
    """Every text of a plan, its guides and what they have beside their steps, once."""
    guides = site.guides_of(plan.tier)
    entries = {id_ for guide in guides for id_ in site.uses_in(guide)}
    values = (
        plan,
        guides,
        tuple(site.entries[id_] for id_ in sorted(entries)),
        site.guides.metrics,
        site.guides.stuck,
        tuple(_labels(plan, site.words)),
    )
    texts = set(texts_in(values))
    return {text if isinstance(text, Prose) else Prose(escape_signs(text)) for text in texts}


def _labels(plan: TierPlan, words: Words) -> Iterator[str]:
    """What pages say of steps without their author's doing."""
    for step in (step for phase in plan.phases for step in phase.steps):
        if step.is_milestone:
            yield milestone_word(words)
        if step.first_value:
            yield first_win(words)
        if step.block(Win):
            yield quick_win(words)


def _terms_in(text: Prose, known: Terms) -> Iterator[str]:
    linked: list[str] = []

    def note(meant: Inside) -> Way:
        if meant.kind == "term":
            linked.append(meant.id)
        return Way()

    with_ways(text, note)
    yield from linked
    yield from terms_of(text, known)
