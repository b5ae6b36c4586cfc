"""A long text taken apart at its headings.

In: Markdown of the dialect with headings (`## ` and `### `). Out: its sections, each with what stands below its heading as
Markdown without any; and what is wrong with headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from markdown_it.token import Token
from msgspec import Struct

from firstwin.text.dialect import parse
from firstwin.text.fault import TextFault
from firstwin.text.masks import mask, unmask

TOP: Final = 2
"""The level of a page's own headings: its title is the one above."""
LEVELS: Final = (TOP, TOP + 1)


class TextSection(Struct, frozen=True):
    """A heading, and the text below it. What stands above all headings has the level 0 and no title."""

    level: int
    title: str
    text: str


def sections(text: str) -> tuple[TextSection, ...]:
    """The sections of a text, in order; one without a title at its beginning only where something stands there."""
    lines = text.split("\n")
    heads = list(_headings(text))
    starts = [0, *(below for _, below, _, _ in heads)]
    ends = [*(above for above, _, _, _ in heads), len(lines)]
    titles = [(0, ""), *((level, title) for _, _, level, title in heads)]
    made = (
        TextSection(level, title, "\n".join(lines[start:end]).strip("\n"))
        for (level, title), start, end in zip(titles, starts, ends, strict=True)
    )
    return tuple(each for each in made if each.level or each.text)


def heading_faults(text: str) -> Iterator[TextFault]:
    """What is wrong with the headings of a text."""
    deepest = 1
    for token, inline in _tokens(text):
        line = token.map[0] if token.map else 0
        level = int(token.tag[1:])
        if not token.markup.startswith("#"):
            yield TextFault(
                line,
                "a line below a text makes it a heading",
                "write `## ` before the heading, or leave a blank line between the two",
            )
        elif level not in LEVELS:
            yield TextFault(
                line,
                f"`{token.markup}` makes no heading of a page: its title stands in `title`",
                "write `## ` before a heading, and `### ` before one below it",
            )
        elif level > deepest + 1:
            yield TextFault(
                line, "`###` stands below no heading with `##`", "write `## ` before this one"
            )
        elif not inline.content.strip():
            yield TextFault(line, "this heading says nothing", "write it, or remove the line")
        deepest = level


def _headings(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Of each heading the line it begins on, that behind it, its level and its words."""
    for token, inline in _tokens(text):
        if token.map:
            first, behind = token.map
            yield first, behind, int(token.tag[1:]), unmask(inline.content, {})


def _tokens(text: str) -> Iterator[tuple[Token, Token]]:
    """The headings of a text that stand in nothing else, each with its words."""
    tokens: Sequence[Token] = parse(mask(text))[0]
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.level == 0:
            yield token, inline
