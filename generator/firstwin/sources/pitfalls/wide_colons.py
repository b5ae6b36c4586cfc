"""Keys with the colon that keyboards for Japanese and Chinese write, which is a letter to YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Final

import yaml

from firstwin.sources.codes import MISSING_COLON
from firstwin.sources.fault import LineFault
from firstwin.sources.line import as_value
from firstwin.sources.pitfalls.dashes import FIRST_KEYS
from firstwin.sources.pitfalls.known_keys import KNOWN_KEYS
from firstwin.sources.pitfalls.lists import NAMED
from firstwin.sources.pitfalls.place import LinePlace, indentation, says_something

_WIDE = "\ufe55\uff1a"
WIDE_COLONS: Final = frozenset(_WIDE)
"""Colons that are none to YAML."""

_MOST_LINES = 1000
_SEVERAL = 2
_line = re.compile(
    rf"(?P<indent> *)(?P<dash>- +)?(?P<key>[a-z][a-z0-9_-]*) *[{_WIDE}]\s*(?P<value>.*)"
)
_BEHIND_DASH = FIRST_KEYS | {"title", "type"}


def wide_colons(place: LinePlace) -> Iterator[LineFault]:
    """`title` and a wide colon, on this line or on the one above, with more such lines beside it."""
    for at in (place.index, *islice(place.above(), 1)):
        run = sorted(_run(place.lines, at))
        if len(run) >= _SEVERAL:
            yield _fault(place.lines, run)


def wide_colon(place: LinePlace) -> Iterator[LineFault]:
    """The same alone, which may as well go on with the text above."""
    if _line.match(place.text):
        yield _fault(place.lines, [place.index])


def wide_colons_in_text(node: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[LineFault]:
    """The same where YAML made one text of all of them. A text that begins otherwise may have such colons."""
    start, end = node.start_mark, node.end_mark
    first = _line.match(lines[start.line])
    if node.style or not first or start.column not in (first.start("dash"), first.start("key")):
        return
    is_key = first["key"] in (_BEHIND_DASH if first["dash"] else KNOWN_KEYS)
    run = [at for at in range(start.line, end.line + 1) if _is_key(lines, at)]
    if is_key or (len(run) >= _SEVERAL and _is_named(LinePlace.at(lines, start.line))):
        yield _fault(lines, run)


def _run(lines: Sequence[str], at: int) -> Iterator[int]:
    """The lines around one whose keys have wide colons."""
    for near in (range(at, len(lines)), range(at - 1, -1, -1)):
        says = islice((each for each in near if says_something(lines[each])), _MOST_LINES)
        yield from takewhile(lambda each: _is_key(lines, each), says)


def _is_key(lines: Sequence[str], at: int) -> bool:
    """Whether a key stands before a wide colon on a line, and no text that is an entry of a list."""
    found = _line.match(lines[at])
    return found is not None and (not found["dash"] or found["key"] in _BEHIND_DASH)


def _is_named(place: LinePlace) -> bool:
    """Whether the line stands below a key whose entries begin with their names."""
    column = indentation(place.text)
    above = islice(place.above(), _MOST_LINES)
    owner = next((at for at in above if indentation(place.lines[at]) < column), None)
    return owner is not None and place.lines[owner].strip().rstrip(f":{_WIDE}") in NAMED


def _fault(lines: Sequence[str], run: Sequence[int]) -> LineFault:
    found = ((at, _line.match(lines[at])) for at in run)
    mended = {at: _with_colon(each) for at, each in found if each}
    first = _line.match(lines[run[0]])
    key, column = (first["key"], first.start("key")) if first else ("", 0)
    more = len(run) - 1
    message = f"the colon after `{key}` is a wide one, which is none to YAML"
    if more:
        message += f"; so are those of {more} more keys" if more > 1 else "; so is the next one"
    end = len(lines[run[0]].rstrip())
    advice = "write" if not more else "write `:` and a space in the place of each"
    return LineFault(
        MISSING_COLON,
        message,
        run[0],
        column,
        end,
        advice,
        mended,
        shown=not more,
    )


def _with_colon(found: re.Match[str]) -> str:
    value = found["value"]
    before = f"{found['indent']}{found['dash'] or ''}{found['key']}:"
    return f"{before} {as_value(value)}" if value else before
