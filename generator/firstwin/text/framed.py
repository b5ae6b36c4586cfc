"""What stands in a frame in a text: tables, and boxes around a remark; and what is wrong with them.

In: the tokens of a text. Out: `TextFault`s. Both are read as GitHub reads them, which leaves out what does not fit: a cell
too many, a box in a box. Here it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from firstwin.text.fault import TextFault
from firstwin.text.masks import has_masks, unmask

LONGEST_HEADING = 40
"""The characters of a column's heading. In a small window it stands before each cell, so it may not multiply a text."""

BOXES = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
"""What may be written in brackets over a remark, for a box around it."""

_other_box = re.compile(r">[ \t]*(?P<sign>\[!(?P<kind>[^\[\]\n]*)\])")
_ALIKE = {
    "TIP": ("hint", "success", "check", "done"),
    "IMPORTANT": ("attention",),
    "WARNING": ("warn",),
    "CAUTION": ("danger", "error", "failure", "bug"),
}

BOX_TITLE = 3
"""So many tokens the parser puts at the beginning of a box, for a title."""


class TableRow(NamedTuple):
    """A row of a table: the line it stands in, and its cells as inline tokens."""

    line: int
    cells: Sequence[Token]


def rows_of(tokens: Sequence[Token]) -> Iterator[TableRow]:
    """The rows of the tables among some tokens."""
    line, cells = 0, list[Token]()
    for token in tokens:
        if token.type == "row_open":
            line, cells = token.map[0] if token.map else 0, []
        elif token.type == "row_close":
            yield TableRow(line, cells)
        else:
            cells.append(token)


def tables_of(tokens: Sequence[Token]) -> Iterator[Sequence[TableRow]]:
    """The rows of each table, the first one with the headings of its columns."""
    opened = 0
    for position, token in enumerate(tokens):
        if token.type == "table_open":
            opened = position
        elif token.type == "table_close":
            yield tuple(rows_of(tokens[opened + 1 : position]))


def headings_again(tokens: Sequence[Token]) -> int:
    """How many characters of headings stand once more: that of a column does at each cell below it."""
    return sum(len(rows) * sum(map(_longest, heads.cells)) for heads, *rows in tables_of(tokens))


def _longest(heading: Token) -> int:
    return LONGEST_HEADING if has_masks(heading.content) else len(heading.content)


def row_faults(tokens: Sequence[Token], values: Mapping[str, str]) -> Iterator[TextFault]:
    """What is wrong with the rows of tables: no cell is left out in silence, and none made up."""
    for heads, *rows in tables_of(tokens):
        for heading in heads.cells:
            length = len(unmask(heading.content, values))
            if length > LONGEST_HEADING:
                yield TextFault(
                    heads.line,
                    f"the heading of a column has {length} characters; it may have {LONGEST_HEADING}",
                    "shorten it, and say the rest below the table",
                )
        yield from (
            _uneven(row, len(heads.cells)) for row in rows if len(row.cells) != len(heads.cells)
        )


def _uneven(row: TableRow, columns: int) -> TextFault:
    if len(row.cells) == 1:
        return TextFault(
            row.line,
            "this line is a row of the table above it, with one cell",
            "put an empty line before it; or write each cell of the row, an empty one too",
        )
    return TextFault(
        row.line,
        f"this row has {len(row.cells)} cells, and its table {columns} column{'s' * (columns > 1)}",
        "write each cell, an empty one too, and \\| for a bar that belongs to the text",
    )


def box_faults(tokens: Sequence[Token]) -> Iterator[TextFault]:
    """What is wrong with the boxes around remarks, and with what was to be one."""
    depth = 0
    for position, token in enumerate(tokens):
        line = token.map[0] if token.map else 0
        if token.type == "quotation":
            yield _quotation(line, token.content)
        elif token.type == "alert_close":
            depth -= 1
        elif token.type == "alert_open":
            depth += 1
            if depth > 1:
                yield TextFault(
                    line,
                    "a box stands in a box",
                    "put an empty line before it, and one > instead of two before its lines",
                )
            if tokens[position + BOX_TITLE + 1].type == "alert_close":
                yield TextFault(
                    line,
                    "this box has no words",
                    "write them on the lines below, each behind >, or remove the line",
                )


def _quotation(line: int, typed: str) -> TextFault:
    """Lines that begin with `>`, as in a mail; or a box of another tool."""
    box = _other_box.match(typed)
    if not box:
        return TextFault(
            line,
            "a quotation is not part of the Markdown used here",
            "make it a paragraph, put > [!NOTE] on a line above it for a box, or say it in words: more than",
        )
    kind = box["kind"].lower()
    known = box["kind"].upper() if box["kind"].upper() in BOXES else ""
    meant = known or next((name for name, others in _ALIKE.items() if kind in others), BOXES[0])
    said = "takes a title" if known else f"is called `{box['kind'][:20]}`"
    return TextFault(
        line,
        f"no box {said}: there are {', '.join(BOXES)}",
        f"write > [!{meant}] alone on its line, and below it > before each line of the remark",
        box["sign"],
    )
