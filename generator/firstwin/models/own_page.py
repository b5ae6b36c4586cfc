"""A page of the project's own: security, questions and answers, the imprint.

In: the keys of a page, as `sources` reads them; the text of one that is written as Markdown is among them. Out: `OwnPage`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from firstwin.models.base import Faults, FileModel, Model, fault
from firstwin.models.picture import Picture
from firstwin.models.step import Link
from firstwin.models.table import Table
from firstwin.models.values import Audience, Markdown, Number, Text, Word, made_id, read_text
from firstwin.sources.limits import LONGEST_PAGE
from firstwin.text import TOP, sections


class PageText(Markdown):
    """The text of an own page: Markdown with headings, and longer than others."""

    __slots__ = ()
    kind = "Markdown with headings"
    meaning = "Markdown: headings of two levels, paragraphs, emphasis, lists, links, code, tables and boxes."

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: cls(_read_page(value)), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**super().__get_pydantic_json_schema__(schema, handler), "maxLength": LONGEST_PAGE}


def _read_page(value: object) -> str:
    if isinstance(value, str) and value.strip():
        if len(value) > LONGEST_PAGE:
            raise fault(
                "text_long",
                f"this page has {len(value):,} characters; a page may have at most {LONGEST_PAGE:,}",
                "shorten it, or make several pages of it",
            )
        return str(value)
    return read_text(value)


class Shelf(Word):
    """Where a page can be found."""

    BAR = "bar", "In the bar over every page, beside the help."
    FOOTER = "footer", "At the foot of every page."
    NOWHERE = "nowhere", "In search, and where something links to it."


class PageQuestion(Model):
    """A question that is asked often, and its answer."""

    ask: Text
    """The question. It is a heading, which links and search find."""
    answer: Markdown
    """The answer."""


class PagePart(Model):
    """What a page says in one place, beside its text, in the order in which it is shown."""

    tables: tuple[Table, ...] = ()
    """Small tables with named columns."""
    pictures: tuple[Picture, ...] = ()
    """What something looks like, picture by picture."""
    links: tuple[Link, ...] = ()
    """Where to read more, and files to download: `file:order-form.pdf`."""
    questions: tuple[PageQuestion, ...] = ()
    """Questions and their answers."""

    @property
    def has_blocks(self) -> bool:
        """Whether it shows something that is no text."""
        return bool(self.tables or self.pictures or self.links)


class _Headed(Model):
    """What a section has before all else."""

    title: Text
    """The heading, which links and search find."""
    text: Markdown | None = None
    """What stands under it."""


class PageSection(PagePart, _Headed):
    """A part of a page under a heading."""

    @model_validator(mode="after")
    def _says_something(self) -> PageSection:
        if not (self.text or self.has_blocks or self.questions):
            _refuse("this section says nothing", "write `text` or `questions` below its title")
        return self


class PagePiece(Struct, frozen=True):
    """A heading of a page with what stands below it, down to the next one. Above all headings the level is 0.

    `title` is a `Text` where it is shown as typed. `part` has what comes below the text, if anything does.
    """

    id: str
    level: int
    title: str
    text: str
    part: PagePart | None = None


class _Titled(FileModel):
    """What a page has before all else."""

    title: Text
    """What it is called, in its heading, in links and in search."""
    description: Text | None = None
    """What it is, in a sentence, under its title, for search engines and previews."""
    place: Shelf = Shelf.FOOTER
    """Where it can be found."""
    position: Number | None = None
    """Which of the pages there it is; those without come last, by their file's name."""
    audience: Audience = Audience.CUSTOMER
    """Whose edition has it."""
    text: PageText | None = None
    """What it says. In a Markdown file all that stands below the second line `---`."""


class OwnPage(PagePart, _Titled):
    """A page in `pages/`. Its id is the file's name."""

    sections: tuple[PageSection, ...] = ()
    """What it says part by part, each under a heading."""

    @model_validator(mode="after")
    def _says_something(self) -> OwnPage:
        if not (self.text or self.has_blocks or self.questions or self.sections):
            hint = "write `text`, `questions` or `sections` below its title"
            _refuse("this page says nothing", hint)
        return self

    def pieces(self) -> Iterator[PagePiece]:
        """All of it by headings, each with an id no other has, made of its title as far as that has Latin letters."""
        taken: set[str] = set()
        for piece in self._pieces():
            made = made_id(piece.title) or "section"
            others = (f"{made}-{number}" for number in count(2))
            id_ = next(name for name in chain((made,), others) if name not in taken)
            taken.add(id_)
            yield replace(piece, id=id_)

    def every_picture(self) -> Iterator[Picture]:
        """Each picture on it."""
        yield from self.pictures
        for section in self.sections:
            yield from section.pictures

    def _pieces(self) -> Iterator[PagePiece]:
        written = [
            PagePiece("", each.level, each.title, each.text) for each in sections(self.text or "")
        ]
        if self.has_blocks:
            last = written.pop() if written else PagePiece("", 0, "", "")
            written.append(replace(last, part=self))
        yield from written
        yield from _asked(self, TOP)
        for section in self.sections:
            part = section if section.has_blocks else None
            yield PagePiece("", TOP, section.title, section.text or "", part)
            yield from _asked(section, TOP + 1)


def _asked(part: PagePart, level: int) -> Iterator[PagePiece]:
    return (PagePiece("", level, each.ask, each.answer) for each in part.questions)


def _refuse(message: str, hint: str) -> None:
    faults = Faults()
    faults.add(fault("says_nothing", message, hint), "text")
    faults.report()
