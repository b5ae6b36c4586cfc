"""Where a term of the glossary first stands on a page, it opens what it means; links inside the site find their way.

In: a `Page`, the glossary and the ways of the site. Out: the page, with those terms as buttons in its prose, their meanings, and
addresses in its links. Prose is walked in the order of the
fields of the views, which is the order in which templates show them. What is a label of a control, an
email to copy, or not shown at all keeps to its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import Any, Final

from msgspec.structs import replace

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
from firstwin.pages.ways import Ways
from firstwin.resolve.vocabulary_texts import GlossaryTerm
from firstwin.system.fields import field_names
from firstwin.text import (
    Inside,
    Prose,
    Terms,
    Way,
    has_links_inside,
    has_terms,
    link_terms,
    terms,
    with_ways,
)

UNTOUCHED: Final = (ChecklistView, GlossaryView, LetterView, TickView)
CACHED_TEXTS: Final = 8192
_PLAIN: Final = frozenset({str, int, bool, type(None)})

Linker = Callable[[Page], Page]


def linker(glossary: Sequence[GlossaryTerm], ways: Ways) -> Linker:
    """What links the terms of a glossary on a page, and what its author linked there."""
    forms = forms_of(glossary)
    known = terms(forms)

    @lru_cache(CACHED_TEXTS)
    def worth_a_look(text: Prose) -> bool:
        return bool(forms) and has_terms(text, known)

    meanings = {term.id: term for term in glossary}
    walked: dict[tuple[int, str], tuple[View, View, tuple[GlossView, ...]]] = {}

    def walk_through(page: Page) -> tuple[_Walk, View, tuple[GlossView, ...]]:
        walk = _Walk(known, worth_a_look, partial(ways.way, page.place, page.glossary))
        view = walk.through(page.view)
        glosses = tuple(_gloss(meanings[term], page) for term in sorted(walk.seen))
        return walk, view, walk.words_alone(glosses)

    def link(page: Page) -> Page:
        if has_links_inside(page.chrome.stuck):
            stuck = Prose(
                with_ways(page.chrome.stuck, partial(ways.way, page.place, page.glossary))
            )
            page = replace(page, chrome=replace(page.chrome, stuck=stuck))
        if has_links_inside(page.chrome.retired):
            way = partial(ways.way, page.place, page.glossary)
            retired = Prose(with_ways(page.chrome.retired, way))
            page = replace(page, chrome=replace(page.chrome, retired=retired))
        # What several pages say alike stays one view. It is kept, so that its identity is not given to another.
        same = id(page.view), page.place.to(page.glossary)
        if same in walked:
            _, view, glosses = walked[same]
        else:
            walk, view, glosses = walk_through(page)
            if page.listed_as and not walk.found_ways:  # the ways are those of this page alone
                walked[same] = page.view, view, glosses
        return page if view is page.view else replace(page, view=view, glosses=glosses)

    return link


def forms_of(glossary: Iterable[GlossaryTerm]) -> dict[str, str]:
    """How each term may be written, and which it is."""
    return {form: term.id for term in glossary for form in (term.title, *term.also)}


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
    """A walk through the view of one page, with the terms it has met, and whether links inside the site."""

    known: Terms
    worth_a_look: Callable[[Prose], bool]
    way: Callable[[Inside], Way]
    seen: set[str] = field(default_factory=set)
    found_ways: bool = False
    keeps_words: bool = False

    def words_alone(self, value: Any) -> Any:
        """The same as `through`, of what keeps to its words."""
        before, self.keeps_words = self.keeps_words, True
        made = self.through(value)
        self.keeps_words = before
        return made

    def through(self, value: Any) -> Any:
        """The same value, or a copy in which prose has links."""
        if type(value) is Prose:
            return self._prose(value)
        if type(value) is tuple:
            made = tuple(map(self.through, value))
            return value if all(map(_same, made, value)) else made
        if type(value) is dict:
            walked = {name: self.through(part) for name, part in value.items()}
            return value if all(walked[name] is value[name] for name in value) else walked
        names = _walked(value.__class__)
        if not names:
            return value
        if not self.keeps_words and (isinstance(value, UNTOUCHED) or _is_told(value)):
            return self.words_alone(value)
        return self._through_fields(value, names)

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

    def _prose(self, text: Prose) -> Prose:
        made = text
        if has_links_inside(text):
            self.found_ways = True
            made = Prose(with_ways(text, self.way))
        return self._linked(made) if not self.keeps_words and self.worth_a_look(text) else made

    def _linked(self, text: Prose) -> Prose:
        made, linked = link_terms(text, self.known, self.seen, _place_of)
        self.seen |= linked
        return made


def _place_of(term: str) -> str:
    return anchor(TERM, term)


@cache
def _walked(kind: type) -> tuple[str, ...]:
    """The fields of a view that may hold prose; none for what is no view."""
    return field_names(kind)


def _same(one: object, other: object) -> bool:
    return one is other


def _is_told(value: object) -> bool:
    """Whether of a step no more is shown than the line that tells of it."""
    return isinstance(value, StepView) and value.form == "told"
