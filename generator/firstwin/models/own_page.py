"""A page of the project's own: security, questions and answers, the imprint.

In: the keys of a page and its text, as `sources` reads them. Out: `OwnPage`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from firstwin.models.base import FileModel, fault
from firstwin.models.values import Audience, Markdown, Number, Text, Word, made_id, read_text
from firstwin.sources.limits import LONGEST_PAGE
from firstwin.text import Section, sections


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


class OwnPage(FileModel):
    """A page in `pages/`, its keys between two lines `---`. Its id is the file's name."""

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
    text: PageText
    """What it says: all that stands below the second line `---`."""

    def sections(self) -> Iterator[tuple[str, Section]]:
        """Its text by headings, each with an id no other has, made of its title as far as that has Latin letters."""
        taken: set[str] = set()
        for section in sections(self.text):
            made = made_id(section.title) or "section"
            others = (f"{made}-{number}" for number in count(2))
            id_ = next(name for name in chain((made,), others) if name not in taken)
            taken.add(id_)
            yield id_, section
