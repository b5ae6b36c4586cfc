"""Where a term of the glossary first stands on a page, it leads to its meaning.

In: a `Page` and the glossary. Out: the page, its prose with links. Prose is walked in the order of the
fields of the views, which is the order in which templates show them. What is a label of a control, an
email to copy, or not shown at all keeps to its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final

from firstwin.pages.page import Page
from firstwin.pages.urls import GLOSSARY, Place
from firstwin.pages.views import ChecklistView, GlossaryView, LetterView, StepView, TickView
from firstwin.resolve.guide import GlossaryTerm
from firstwin.text import Prose, Terms, has_terms, link_terms, terms

UNTOUCHED: Final = (ChecklistView, GlossaryView, LetterView, TickView)
CACHED_TEXTS: Final = 8192

Linker = Callable[[Page], Page]


def linker(glossary: Iterable[GlossaryTerm]) -> Linker:
    """What links the terms of a glossary on a page."""
    known = terms({form: term.id for term in glossary for form in (term.title, *term.also)})

    @lru_cache(CACHED_TEXTS)
    def worth_a_look(text: Prose) -> bool:
        return has_terms(text, known)

    def link(page: Page) -> Page:
        walk = _Walk(page.place, known, worth_a_look)
        view = walk.through(page.view)
        return page if view is page.view else replace(page, view=view)

    return link


@dataclass(slots=True)
class _Walk:
    """A walk through the view of one page, with the terms it has met."""

    here: Place
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
        if is_dataclass(value) and not isinstance(value, UNTOUCHED) and not _is_told(value):
            return self._through_fields(value)
        return value

    def _through_fields(self, value: Any) -> Any:
        changed = {}
        for each in fields(value):
            old = getattr(value, each.name)
            new = self.through(old)
            if new is not old:
                changed[each.name] = new
        return replace(value, **changed) if changed else value

    def _linked(self, text: Prose) -> Prose:
        made, linked = link_terms(text, self.known, self.seen, self._address)
        self.seen |= linked
        return made

    def _address(self, term: str) -> str:
        return self.here.to(GLOSSARY, term)


def _same(one: object, other: object) -> bool:
    return one is other


def _is_told(value: object) -> bool:
    """Whether of a step no more is shown than the line that tells of it."""
    return isinstance(value, StepView) and value.form == "told"
