"""Lines that stand in the wrong column or lack their key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firstwin.sources.codes import BLOCK, INDENTATION, MISSING_COLON
from firstwin.sources.fault import Fault
from firstwin.sources.line import Line, is_plain, quote
from firstwin.sources.pitfalls.place import Place, indentation, says_something

_block = re.compile(r"[|>][+-]?[1-9]?[+-]?(\s+#.*)?")
_key = re.compile(r"\s*(?:-\s+)*([a-z][\w-]*):(?:\s|$)")


def block(place: Place) -> Iterator[Fault]:
    """The text of `summary: >` that begins in the column of its key."""
    above = next(place.above(), None)
    if place.line.key or above is None or not _block.fullmatch(Line.of(place.lines[above]).value):
        return
    depth = Line.of(place.lines[above]).columns[-1] + 2
    lines = [place.index]
    for index in range(place.index + 1, len(place.lines)):
        if _key.match(place.lines[index]):
            break
        lines.append(index)
    while not place.lines[lines[-1]].strip():
        lines.pop()
    yield Fault(
        BLOCK,
        "the text of a block is indented deeper than its key",
        place.index,
        0,
        len(place.text),
        f"indent the text by {_spaces(depth)}",
        _shifted(place.lines, lines, depth - indentation(place.text)),
        shown=False,
        until=place.index,
    )


def wrong_column(place: Place) -> Iterator[Fault]:
    """A line that begins in no column in which something above it begins."""
    here = indentation(place.text)
    for column, above in sorted(
        _columns(place), key=lambda found: (abs(found[0] - here), -found[0])
    ):
        if column == here:
            continue
        message = (
            f"this line is indented by {_spaces(here)}, "
            f"what it seems to belong with on line {above + 1} by {_spaces(column)}"
        )
        where = f"indent it by {_spaces(column)}" if column else "begin it at the left edge"
        for deeper_than in (here - 1, here):
            lines = [place.index, *place.below(deeper_than)]
            yield Fault(
                INDENTATION,
                message,
                place.index,
                0,
                max(here, 1),
                f"{where}; or, if it continues a text, put that text in quotes",
                _shifted(place.lines, lines, column - here),
                shown=False,
                until=place.index,
                also=((f"this begins in column {column + 1}", above, column),),
            )


def no_key(place: Place) -> Iterator[Fault]:
    """A line that is only text, where keys or list entries stand."""
    line, here = place.line, indentation(place.text)
    above = next(place.above(), None)
    if line.key or not line.value:
        return
    word, _, rest = line.value.partition(" ")
    known = {found[1] for text in place.lines if (found := _key.match(text))}
    as_key = f"{word}: {rest if is_plain(rest) else quote(rest)}" if rest else f"{word}:"
    before = Line.of(place.lines[above]) if above is not None else None
    if before and before.dashes and not before.key and before.columns[0] == here:
        yield _missing(place, "this line has no dash, but stands in a list", f"- {line.value}")
    if word in known or (not rest and re.fullmatch(r"[a-z][\w-]*", word)):
        yield _missing(place, f"no colon after `{word}`", as_key)
    if before and before.value:
        depth = before.columns[-1] + 2
        yield Fault(
            MISSING_COLON,
            "this line has no key",
            place.index,
            here,
            here + len(line.value),
            f"if it continues the text above, indent it by {_spaces(depth)}; if not, write `key: value`",
            {place.index: " " * depth + place.text.lstrip()},
            shown=False,
        )
    if re.fullmatch(r"[a-z][\w-]*", word):
        yield _missing(place, f"no colon after `{word}`", as_key)


def _missing(place: Place, message: str, value: str) -> Fault:
    return place.fault(MISSING_COLON, message, "write", {place.index: place.line.with_value(value)})


def _columns(place: Place) -> Iterator[tuple[int, int]]:
    """The columns that are open at a line, with the line in which each began."""
    open_below = len(place.text) + 1000
    for index in place.above():
        columns = [column for column in Line.of(place.lines[index]).columns if column < open_below]
        for column in columns:
            yield column, index
        open_below = min([open_below, *columns])
        if open_below == 0:
            return


def _shifted(lines: Sequence[str], which: Sequence[int], by: int) -> dict[int, str]:
    """Those of the lines that say something, moved sideways."""
    return {
        index: " " * (indentation(lines[index]) + by) + lines[index].lstrip()
        for index in which
        if says_something(lines[index])
    }


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")
