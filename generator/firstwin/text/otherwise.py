"""What a page shows in another way than it was typed, although it is the Markdown used here.

In: a Markdown text. Out: `TextFault`s. Markdown counts lists by itself, takes a line below an item, a table or a box for a
part of it, and shows two backslashes as one: all as CommonMark says, and seldom as the author meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from firstwin.text.dialect import parse
from firstwin.text.fault import TextFault
from firstwin.text.masks import mask

_worth_a_look = re.compile(r"^[ >]*(?:[-+*]|\d{1,9}[.)])(?:\s|$)|\\\\\w|^[ >]*>|\|", re.MULTILINE)
_code = re.compile(r"`[^`]*`")
_two_backslashes = re.compile(r"(?<!\\)\\\\(?=\w)")
_numbered = re.compile(r"^[ >]*([2-9]|[1-9]\d)[.)] +\S")
"""A list may begin with any number, but below a line of a paragraph only with 1. A year begins none."""


def otherwise(text: str) -> Iterator[TextFault]:
    """What looks different on a page from what was typed: the first of each kind in each list or paragraph."""
    if not _worth_a_look.search(text):
        return
    tokens, _ = parse(mask(text))
    lines = text.split("\n")
    yield from _beside_boxes(tokens, lines)
    for position, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            yield from _numbers(tokens, position)
        elif token.type == "list_item_open":
            yield from _item(tokens, position, lines)
        elif token.type == "table_open":
            yield from _below_table(tokens, position, lines)
        elif token.type == "inline":
            yield from _paragraph(token, lines)


def _numbers(tokens: Sequence[Token], opening: int) -> Iterator[TextFault]:
    """Items that are shown with another number. Who writes `1.` before each lets the list count."""
    inside = tokens[opening].level + 1
    items: list[Token] = []
    for token in _behind(tokens, opening):
        if token.level < inside:
            break
        if token.type == "list_item_open" and token.level == inside:
            items.append(token)
    first = int(items[0].info)
    if all(int(item.info) == 1 for item in items):
        return
    for shown, item in enumerate(items, start=first):
        if int(item.info) != shown:
            yield TextFault(
                _line(item),
                f"a list counts by itself: this item is shown as {shown}, not as {int(item.info)}",
                f"write {shown}{item.markup}, or begin a list of its own after a paragraph",
            )
            return


def _item(tokens: Sequence[Token], opening: int, lines: Sequence[str]) -> Iterator[TextFault]:
    item, first = tokens[opening], tokens[opening + 1]
    if first.type == "list_item_close":
        yield TextFault(
            _line(item), "this item of a list has no words", "write them, or remove the item"
        )
        return
    margin = _indent(lines[_line(item)])
    for token in _behind(tokens, opening):
        if token.type == "list_item_close" and token.level == item.level:
            return
        is_own = token.type == "paragraph_open" and token.level == item.level + 1
        start, end = token.map if is_own and token.map else (0, 0)
        for number in range(start + 1, end):
            if lines[number].strip() and _indent(lines[number]) <= margin:
                yield TextFault(
                    number,
                    "this line is shown as a part of the item above it",
                    "put an empty line before it, or indent it if it belongs there",
                    lines[number].strip(),
                )
                return


def _beside_boxes(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[TextFault]:
    """The first line in each box that begins without the sign of one."""
    in_box = False
    for token in tokens:
        if token.type in ("alert_open", "alert_close"):
            in_box = token.type == "alert_open"
        start, end = token.map if in_box and token.type == "inline" and token.map else (0, 0)
        for number in range(start, end):
            if not lines[number].lstrip(" ").startswith(">"):
                yield TextFault(
                    number,
                    "this line is shown as a part of the box above it",
                    "put an empty line before it, or > if it belongs there",
                    lines[number].strip(),
                )
                in_box = False
                break


def _below_table(
    tokens: Sequence[Token], opening: int, lines: Sequence[str]
) -> Iterator[TextFault]:
    """The first line below a table of one column that is no row to look at. Where there are more, cells are missing in it."""
    start, end = tokens[opening].map or (0, 0)
    is_narrow = tokens[opening + 3].type == "row_close"
    for number in range(start + 2, end) if is_narrow else ():
        if "|" not in lines[number]:
            yield TextFault(
                number,
                "this line is shown as a row of the table above it",
                "put an empty line before it, or | if it is one",
                lines[number].strip(),
            )
            return


def _paragraph(token: Token, lines: Sequence[str]) -> Iterator[TextFault]:
    start, end = token.map or (0, 0)
    for number in range(start + 1, end):
        if _numbered.match(lines[number]):
            yield TextFault(
                number,
                "no list begins here: this line is shown as a part of the one above it",
                "put an empty line before the list",
                lines[number].strip(),
            )
            break
    for number in range(start, end):
        found = _two_backslashes.search(_code.sub(lambda code: "`" * len(code[0]), lines[number]))
        if found:
            word = lines[number][found.start() :].split()[0]
            yield TextFault(
                number,
                "two backslashes are shown as one",
                "put the words between backticks, which show them as typed",
                word,
            )
            return


def _behind(tokens: Sequence[Token], opening: int) -> Iterator[Token]:
    """The tokens behind one. A text may have as many lists as lines: for none of them are all tokens gone through."""
    return (tokens[position] for position in range(opening + 1, len(tokens)))


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _indent(line: str) -> int:
    """How far a line is indented. What begins a line in a box belongs to no text."""
    return len(line) - len(line.lstrip(" >"))
