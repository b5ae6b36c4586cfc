"""Tabs, and spaces that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from msgspec.structs import replace

from firstwin.sources.codes import MISSING_SPACE, TAB
from firstwin.sources.fault import LineFault
from firstwin.sources.line import BLOCK_HEAD, Line, as_value
from firstwin.sources.pitfalls.place import LinePlace, others_below, says_something

_TAB_WIDTHS = (2, 4, 0, 3, 6, 8, 1)
_MOST_ABOVE = 50
_tabs = re.compile(r" *\t[ \t]*")
_glued_key = re.compile(r"([a-z][a-z0-9_-]*):(\S.*)")
_glued_dash = re.compile(r"-([^\s-].*)")


def tab(place: LinePlace) -> Iterator[LineFault]:
    """Tabs in the indentation, or after a dash or a colon."""
    found = _tabs.match(place.text)
    if found:
        lines = list(_tabbed(place))
        more = f" and {others_below(len(lines) - 1)}" if len(lines) > 1 else ""
        message = f"a tab indents this line{more}: YAML wants spaces"
        for mended in chain(_beside(place, lines), _by_width(place, lines)):
            yield LineFault(
                TAB,
                message,
                place.index,
                *found.span(),
                advice="indent with spaces, two for each level",
                mended=mended,
                shown=False,
                until=place.index,
            )
    lead = place.text[: place.line.value_column]
    if "\t" in lead.lstrip():
        at = lead.rindex("\t")
        spaced = lead[: len(place.line.indent)] + lead.lstrip().replace("\t", " ")
        yield LineFault(
            TAB,
            "a tab stands where YAML wants a space",
            place.index,
            at,
            at + 1,
            "write a space",
            {place.index: spaced + place.text[len(lead) :]},
        )


def _tabbed(place: LinePlace) -> Iterator[int]:
    """This line and the lines right below it that tabs indent too."""
    for index in range(place.index, len(place.lines)):
        text = place.lines[index]
        if _tabs.match(text):
            yield index
        elif says_something(text):
            return


def _beside(place: LinePlace, lines: Sequence[int]) -> Iterator[dict[int, str]]:
    """The lines in the columns of what is near, whatever a tab is wide."""
    first = place.line.indent
    for column in dict.fromkeys(_likely_columns(place, lines)):
        for width in (2, 4):
            depths = {
                at: column
                + width * (indent.count("\t") - first.count("\t"))
                + (indent.count(" ") - first.count(" "))
                for at in lines
                for indent in [_indent(place.lines[at])]
            }
            yield {at: " " * depth + place.lines[at].lstrip() for at, depth in depths.items()}


def _likely_columns(place: LinePlace, lines: Sequence[int]) -> Iterator[int]:
    """The columns in which the first of the lines may begin, the likeliest first."""
    line, last = place.line, LinePlace.at(place.lines, lines[-1])
    kind = (bool(line.dashes), bool(line.key))
    below = next(last.below(-1), None)
    if below is not None and last.line.value and last.line.indent == line.indent:
        other = Line.of(place.lines[below])
        if (bool(other.dashes), bool(other.key)) == kind and not _ends_above(place, other):
            yield len(other.indent)
    for count, at in enumerate(islice(place.above(), _MOST_ABOVE)):
        other = Line.of(place.lines[at])
        opens = other.key and (not other.value or BLOCK_HEAD.fullmatch(other.value))
        if (opens and not count) or (other.key and not any(kind)):
            yield other.columns[-1] + 2
        if other.key and kind == (False, True):
            yield other.columns[-1]
        elif line.dashes and (bool(other.dashes), bool(other.key)) == kind:
            yield len(other.indent)


def _ends_above(place: LinePlace, other: Line) -> bool:
    """Whether the line stands below a key without a value, and `other` is no part of that value."""
    above = next((Line.of(place.lines[at]) for at in place.above()), None)
    return bool(above and above.key and not above.value and len(other.indent) <= above.columns[-1])


def _by_width(place: LinePlace, lines: Sequence[int]) -> Iterator[dict[int, str]]:
    """The lines with so many spaces in place of each tab."""
    for width in _TAB_WIDTHS:
        yield {
            at: _indent(place.lines[at]).replace("\t", " " * width) + place.lines[at].lstrip()
            for at in lines
        }


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def missing_space(place: LinePlace) -> Iterator[LineFault]:
    """`title:Plan together`, and `-Introductions` among the entries of a list."""
    line = place.line
    key, dash = _glued_key.fullmatch(line.value), _glued_dash.fullmatch(line.value)
    if line.key:
        return
    if key and not key[2].startswith("//"):
        message = f"no space after the colon of `{key[1]}:`"
        fault = _spaced(place, message, f"{key[1]}: {as_value(key[2])}", len(key[1]))
        yield replace(fault, hides=True)
    if dash:
        rest = dash[1] if Line.of(dash[1]).key else as_value(dash[1])
        yield _spaced(place, "no space after the dash", f"- {rest}", 0)


def _spaced(place: LinePlace, message: str, value: str, at: int) -> LineFault:
    mended = {place.index: place.line.with_value(value)}
    return place.fault(MISSING_SPACE, message, "write", mended, range(at, at + 1))
