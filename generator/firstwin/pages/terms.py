"""Where a term of the glossary first stands on a page, it opens what it means.

In: a `Page` and the glossary. Out: the page, with those terms as buttons in its prose, and their meanings. Prose is walked in the order of the
fields of the views, which is the order in which templates show them. What is a label of a control, an
email to copy, or not shown at all keeps to its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final

from firstwin.pages.anchors import TERM, anchor
from firstwin.pages.page import Page
from firstwin.pages.views import (
    ChecklistView,
    GlossaryView,
    GlossView,
    LetterView,
    StepView,
    TickView,
    View,
)
from firstwin.resolve.guide import GlossaryTerm
from firstwin.text import Prose, Terms, has_terms, link_terms, terms

UNTOUCHED: Final = (ChecklistView, GlossaryView, LetterView, TickView)
CACHED_TEXTS: Final = 8192
_PLAIN: Final = frozenset({str, int, bool, type(None)})

Linker = Callable[[Page], Page]


def linker(glossary: Sequence[GlossaryTerm]) -> Linker:
    """What links the terms of a glossary on a page."""
    forms = {form: term.id for term in glossary for form in (term.title, *term.also)}
    if not forms:
        return lambda page: page
    known = terms(forms)

    @lru_cache(CACHED_TEXTS)
    def worth_a_look(text: Prose) -> bool:
        return has_terms(text, known)

    meanings = {term.id: term for term in glossary}
    walked: dict[tuple[int, str], tuple[View, View, tuple[GlossView, ...]]] = {}

    def walk_through(page: Page) -> tuple[View, View, tuple[GlossView, ...]]:
        walk = _Walk(known, worth_a_look)
        view = walk.through(page.view)
        found = tuple(_gloss(meanings[term], page) for term in sorted(walk.seen))
        return page.view, view, found

    def link(page: Page) -> Page:
        # What several pages say alike stays one view. It is kept, so that its identity is not given to another.
        same = id(page.view), page.place.to(page.glossary)
        if not page.listed_as:
            _, view, glosses = walk_through(page)
        else:
            if same not in walked:
                walked[same] = walk_through(page)
            _, view, glosses = walked[same]
        return page if view is page.view else replace(page, view=view, glosses=glosses)

    return link


def _gloss(term: GlossaryTerm, page: Page) -> GlossView:
    """What a term means, for the place where it stands."""
    return GlossView(
        id=anchor(TERM, term.id),
        title=term.title,
        meaning=term.meaning,
        url=page.place.to(page.glossary, term.id),
    )


@dataclass(slots=True)
class _Walk:
    """A walk through the view of one page, with the terms it has met."""

    known: Terms
    worth_a_look: Callable[[Prose], bool]
    seen: set[str] = field(default_factory=set)

    def through(self, value: Any) -> Any:
        """The same value, or a copy in which prose has links."""
        if type(value) is Prose:
            return self._linked(value) if self.worth_a_look(value) else value
        if type(value) is tuple:
            made = tuple(map(self.through, value))
            return value if all(map(_same, made, value)) else made
        if type(value) is dict:
            walked = {name: self.through(part) for name, part in value.items()}
            return value if all(walked[name] is value[name] for name in value) else walked
        names = _walked(value.__class__)
        return self._through_fields(value, names) if names and not _is_told(value) else value

    def _through_fields(self, value: Any, names: tuple[str, ...]) -> Any:
        changed = {}
        for name in names:
            old = getattr(value, name)
            if type(old) in _PLAIN:
                continue
            new = self.through(old)
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value

    def _linked(self, text: Prose) -> Prose:
        made, linked = link_terms(text, self.known, self.seen, _place_of)
        self.seen |= linked
        return made


def _place_of(term: str) -> str:
    return anchor(TERM, term)


@cache
def _walked(kind: type) -> tuple[str, ...]:
    """The fields of a view that may hold prose; none for what is no view or keeps to its words."""
    if not is_dataclass(kind) or issubclass(kind, UNTOUCHED):
        return ()
    return tuple(each.name for each in fields(kind))


def _same(one: object, other: object) -> bool:
    return one is other


def _is_told(value: object) -> bool:
    """Whether of a step no more is shown than the line that tells of it."""
    return isinstance(value, StepView) and value.form == "told"
