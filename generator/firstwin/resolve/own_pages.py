"""A project's own pages as readers meet them.

In: the pages of an edition. Out: `OwnPageText`s, each taken apart at its headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firstwin.models.own_page import Shelf
from firstwin.models.project import OwnPageFile
from firstwin.resolve.edits import Edits
from firstwin.resolve.texts import Texts
from firstwin.text import Prose, Section


@dataclass(frozen=True, slots=True)
class PageSection:
    """A heading of a page with what stands below it; without a title what stands above all headings."""

    id: str
    level: int
    title: Prose
    text: Prose


@dataclass(frozen=True, slots=True)
class OwnPageText:
    """An own page. `place` is where it can be found, `file` what it was written in."""

    id: str
    title: str
    description: str
    place: Shelf
    sections: tuple[PageSection, ...]
    edit: str
    file: str


def own_page_texts(
    pages: Iterable[OwnPageFile], texts: Texts, edits: Edits
) -> tuple[OwnPageText, ...]:
    """The own pages, in the order readers meet them."""
    return tuple(
        OwnPageText(
            each.id,
            texts.text(each.page.title),
            texts.text(each.page.description),
            each.page.place,
            tuple(_sections(each.page.sections(), texts)),
            edits.of(each.origin),
            each.origin.path,
        )
        for each in pages
    )


def _sections(found: Iterable[tuple[str, Section]], texts: Texts) -> Iterator[PageSection]:
    for id_, section in found:
        title = texts.prose(section.title)
        yield PageSection(id_, section.level, title, texts.prose(section.text))
