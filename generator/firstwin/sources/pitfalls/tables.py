"""Rows of a table between `|`, as other programs copy them, below a key or a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from msgspec.structs import replace

from firstwin.sources.codes import OPENING_SIGN
from firstwin.sources.fault import LineFault
from firstwin.sources.line import BLOCK_HEAD, quote
from firstwin.sources.pitfalls.place import MOST_CONTINUED, LinePlace, indentation, spaces

TEXTS: Final = frozenset({"customer", "do", "internal", "partner", "stuck", "text"})
"""Keys that hold texts of several paragraphs, and so tables."""

_MOST_ROWS = 1000
_FEWEST_ROWS = 2


def rows_below_key(place: LinePlace) -> Iterator[LineFault]:
    """`| Level | Who |` and more rows below `escalation:`. They are left out with their key."""
    above = next(place.above(), None)
    if above is None or not _is_row(place.text):
        return
    owner = LinePlace.at(place.lines, above).line
    if not owner.key or owner.value or indentation(place.text) < owner.columns[-1]:
        return
    rows = _rows(place)
    if len(rows) < _FEWEST_ROWS:
        return
    is_text = owner.key in TEXTS
    depth = owner.columns[-1] + 2
    if is_text:
        advice = f"write `{owner.key}: |`, and the whole text below it, indented by {spaces(depth)}"
    elif owner.key == "tables":
        advice = "name the columns under `columns`, and write each row as an entry of `rows`"
    else:
        advice = (
            f"write each row as an entry of `{owner.key}`; a table to read stands under `tables`"
        )
    column, end = indentation(place.text), len(place.text.rstrip())
    mended = dict.fromkeys([above, *rows], "")
    if is_text:
        mended[above] = place.lines[above].rstrip() + f" {quote(owner.key)}"
    message = f"`{owner.key}` has the rows of a table below it, and YAML reads none"
    fault = LineFault(
        OPENING_SIGN, message, place.index, column, end, advice, mended, shown=False, hides=True
    )
    yield replace(fault, leaves_out=not is_text)


def rows_below_text(place: LinePlace) -> Iterator[LineFault]:
    """`| Level | Who |` and more rows below `text: How fast we answer.`, no deeper than the key. They are left out."""
    owner = _owner_of_text(place) if _is_row(place.text) else None
    if owner is None or indentation(place.text) > owner.line.columns[-1]:
        return
    rows = _rows(place)
    if len(rows) < _FEWEST_ROWS:
        return
    key, depth = owner.line.key, owner.line.columns[-1] + 2
    is_block = BLOCK_HEAD.fullmatch(owner.line.value)
    if key not in TEXTS:
        advice = "a table to read stands under `tables`; in the middle of a text, in `text`"
    elif is_block:
        advice = f"indent its rows by {spaces(depth)}"
    else:
        advice = f"write `{key}: |`, and the whole text below it, indented by {spaces(depth)}"
    column, end = indentation(place.text), len(place.text.rstrip())
    message = f"the rows of a table stand beside the text of `{key}`, and YAML reads none"
    yield LineFault(
        OPENING_SIGN,
        message,
        place.index,
        column,
        end,
        advice,
        dict.fromkeys(rows, ""),
        shown=False,
        hides=True,
    )


def _owner_of_text(place: LinePlace) -> LinePlace | None:
    """The line with the key of the text above a place; None where there is no text above."""
    for at in islice(place.above(), MOST_CONTINUED):
        owner = LinePlace.at(place.lines, at)
        if owner.line.key:
            return owner if owner.line.value else None
        if owner.line.dashes:
            return None
    return None


def _rows(place: LinePlace) -> list[int]:
    """The lines of the rows that begin at a place."""
    below = range(place.index + 1, min(place.index + _MOST_ROWS, len(place.lines)))
    return [place.index, *takewhile(lambda at: _is_row(place.lines[at]), below)]


def _is_row(text: str) -> bool:
    row = text.strip()
    return len(row) > 1 and row[0] == "|" == row[-1]
