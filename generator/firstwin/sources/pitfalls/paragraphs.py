"""Texts of several paragraphs that were written without `|`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from firstwin.sources.codes import COLON
from firstwin.sources.fault import LineFault
from firstwin.sources.line import BLOCK_HEAD, Line, quote
from firstwin.sources.pitfalls.place import MOST_CONTINUED, LinePlace, indentation, spaces

_MANY = 3
"""So many lines are a text of its own, and not the rest of a line."""

_colon = re.compile(r":(?:\s|$)")


def paragraphs(place: LinePlace) -> Iterator[LineFault]:
    """`body: Hello all,` with lines below it, one of which ends in a colon or has one inside.

    The text is left out: quotes around a mail of many lines would be no advice.
    """
    column = indentation(place.text)
    owner_at = next((at for at in place.above() if indentation(place.lines[at]) < column), None)
    is_words = " " in place.line.key or _colon.search(place.line.value)
    if owner_at is None or not is_words or place.line.dashes:
        return
    owner = LinePlace.at(place.lines, owner_at)
    line = owner.line
    run = [*islice(owner.below(line.owner_column), MOST_CONTINUED)]
    before = [at for at in run if at < place.index]
    if not line.key or BLOCK_HEAD.fullmatch(line.value) or line.value[:1] in {'"', "'", "[", "{"}:
        return
    if place.index not in run or not (line.value or before):
        return
    if any(_is_structure(place.lines[at]) for at in before):
        return
    if len(run) < _MANY and run[-1] - owner_at == len(run):
        return
    mended = {**dict.fromkeys(run, ""), owner_at: f"{line.lead}{line.key}: {quote(line.key)}"}
    message = f"the text of `{line.key}` has several lines, and YAML takes this one for a key"
    advice = f"write `{line.key}: |`, and the whole text below it, indented by {spaces(column)}"
    end = len(place.text.rstrip())
    yield LineFault(
        COLON, message, place.index, column, end, advice, mended, shown=False, hides=True
    )


def _is_structure(text: str) -> bool:
    line = Line.of(text)
    return bool(line.key or line.dashes)
