"""A project's own pages as readers meet them.

In: the pages of an edition. Out: `OwnPageText`s, each taken apart at its headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from firstwin.models.own_page import PagePiece, Shelf
from firstwin.models.project import OwnPageFile
from firstwin.models.values import Text
from firstwin.resolve.blocks.links import lines_of_links
from firstwin.resolve.blocks.pictures import PictureText, picture_text
from firstwin.resolve.blocks.tables import SmallTable, small_tables
from firstwin.resolve.edits import Edits
from firstwin.resolve.texts import Texts
from firstwin.sources import Size
from firstwin.text import Prose, escape_signs


class OwnPageSection(Struct, frozen=True):
    """A heading of a page with what stands below it; without a title what stands above all headings."""

    id: str
    level: int
    title: Prose
    text: Prose
    tables: tuple[SmallTable, ...] = ()
    pictures: tuple[PictureText, ...] = ()
    links: tuple[Prose, ...] = ()


class OwnPageText(Struct, frozen=True):
    """An own page. `place` is where it can be found, `file` what it was written in."""

    id: str
    title: str
    description: str
    place: Shelf
    sections: tuple[OwnPageSection, ...]
    edit: str
    file: str


def own_page_texts(
    pages: Iterable[OwnPageFile], pictures: Mapping[str, Size], texts: Texts, edits: Edits
) -> tuple[OwnPageText, ...]:
    """The own pages, in the order readers meet them. `pictures` are the sizes of those that the project has, by path."""
    return tuple(
        OwnPageText(
            each.id,
            texts.text(each.page.title),
            texts.text(each.page.description),
            each.page.place,
            tuple(_section(piece, each, pictures, texts) for piece in each.page.pieces()),
            edits.of(each.origin),
            each.origin.path,
        )
        for each in pages
    )


def _section(
    piece: PagePiece, file: OwnPageFile, pictures: Mapping[str, Size], texts: Texts
) -> OwnPageSection:
    title = piece.title
    words = (
        Prose(escape_signs(texts.text(title))) if isinstance(title, Text) else texts.prose(title)
    )
    made = OwnPageSection(piece.id, piece.level, words, texts.prose(piece.text))
    if not piece.part:
        return made
    paths = ((each, file.path_of(each)) for each in piece.part.pictures)
    return replace(
        made,
        tables=small_tables(piece.part.tables, texts),
        pictures=tuple(picture_text(each, path, pictures.get(path), texts) for each, path in paths),
        links=lines_of_links(piece.part.links, texts),
    )
