"""A second look at what parses: is it what was meant, and would an editor agree?

In: one node and the lines it was read from. Out: faults. libyaml lets pass some of what YAML forbids;
editors do not, and what `check` accepts an editor must accept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

import yaml
from msgspec.structs import replace

from firstwin.sources.codes import (
    DUPLICATE_KEY,
    INDENTATION,
    KEY,
    MISSING_SPACE,
    OPEN_QUOTE,
    OPENING_SIGN,
    SWALLOWED,
)
from firstwin.sources.fault import LineFault
from firstwin.sources.line import quote
from firstwin.sources.pitfalls import LinePlace
from firstwin.sources.pitfalls.dashes import Pair, new_entry, other_dash, without_other_dash
from firstwin.sources.pitfalls.layout import deep_empty_line
from firstwin.sources.pitfalls.place import indentation, write_it
from firstwin.sources.pitfalls.signs import IN_QUOTES, opening_message
from firstwin.sources.pitfalls.spaces import missing_space, tab

Lines = Sequence[str]

_NO_TEXTS = frozenset(
    {
        "minutes",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "duration",
        "id",
        "type",
        "use",
        "tier",
        "optional",
    }
)
"""Keys behind which no text goes on: what stands below belongs to another key."""

_glued_comment = re.compile(r"""["']#|[|>][-+1-9]*#""")


def hash_text(at: int, comment: str, lines: Lines) -> Iterator[LineFault]:
    """`title: #1 priority`: the value is nothing, the text a comment. `# a note` is one."""
    if comment.lstrip("#")[:1].strip():
        start = lines[at].index(comment)
        mended = {at: lines[at][:start] + quote(comment)}
        yield LineFault(OPENING_SIGN, opening_message("#"), at, start, start + 1, IN_QUOTES, mended)


def glued_comments(lines: Lines) -> set[int]:
    """The lines on which a comment may follow a quote or the head of a block without a space."""
    return {at for at, line in enumerate(lines) if "#" in line and _glued_comment.search(line)}


def glued_comment(node: yaml.ScalarNode, lines: Lines) -> Iterator[LineFault]:
    """`title: "Plan"# first`, `summary: ># first`."""
    mark = node.start_mark if node.style in {"|", ">"} else node.end_mark
    at = mark.column
    if node.style in {"|", ">"}:
        found = _glued_comment.match(lines[mark.line], at)
        at = found.end() - 1 if found else at
    if lines[mark.line][at : at + 1] == "#":
        mended = {mark.line: lines[mark.line][:at] + " " + lines[mark.line][at:]}
        message = "no space before the `#` of a comment"
        yield LineFault(MISSING_SPACE, message, mark.line, at, at + 1, "write", mended)


def glued_dash(node: yaml.ScalarNode, lines: Lines) -> Iterator[LineFault]:
    """`-champion` on a line of its own, where a list was meant; with those below it, which YAML takes for one text."""
    start = node.start_mark
    place = LinePlace.at(lines, start.line)
    if indentation(place.text) != start.column or not node.value[1:2].isalpha():
        return
    mended: dict[int, str] = {}
    for at in range(start.line, node.end_mark.line + 1):
        more = "" if indentation(lines[at]) > start.column else "  "
        mended |= {at: more + lines[at]}
        for fault in missing_space(LinePlace.at(lines, at)):
            mended |= fault.mended
    for fault in missing_space(place):
        yield replace(fault, mended=mended, until=fault.line)


def swallowed(node: yaml.ScalarNode, lines: Lines) -> Iterator[LineFault]:
    """Lines that begin with a dash in the midst of a text."""
    start = node.start_mark.line
    first = LinePlace.at(lines, start).line
    entries = [
        at for at in range(start + 1, node.end_mark.line + 1) if lines[at].lstrip().startswith("- ")
    ]
    if not entries:
        return
    if first.key in _NO_TEXTS:
        column = indentation(lines[entries[0]])
        message = "this list has no key: is the line above it missing?"
        advice = f"write the key that it belongs to above it, in the column of `{first.key}`"
        left_out = dict.fromkeys(range(start + 1, node.end_mark.line + 1), "")
        end = len(lines[entries[0]].rstrip())
        fault = LineFault(
            SWALLOWED, message, entries[0], column, end, advice, left_out, shown=False
        )
        yield replace(fault, leaves_out=True)
        return
    mended, advice = {}, "put the whole text in quotes, or leave nothing before the list"
    if first.dashes and not first.key:
        mended = {at: " " * first.owner_column + lines[at].lstrip() for at in entries}
        advice = f"put its dash below the one on line {start + 1}"
    at = entries[0]
    by = node.start_mark.column - indentation(lines[at])
    if not first.dashes and not first.key and by in (0, len("- ")):
        yield _undashed(LinePlace.at(lines, start), entries)
        return
    message = f"YAML takes this line for more of the text on line {start + 1}"
    column = indentation(lines[at])
    yield LineFault(SWALLOWED, message, at, column, len(lines[at]), advice, mended, shown=False)


def _undashed(place: LinePlace, entries: Sequence[int]) -> LineFault:
    """The first entry of a list, whose dash is missing: YAML takes the others for more of its text."""
    indent = " " * indentation(place.lines[entries[0]])
    mended = {place.index: f"{indent}- {without_other_dash(place.text.lstrip())}"}
    message = f"this line has no dash, and the list on line {entries[0] + 1} begins with it"
    advice = write_it(place.text, mended[place.index])
    return replace(
        place.fault(SWALLOWED, message, advice, mended), until=max(entries, default=place.index)
    )


def open_quote(node: yaml.ScalarNode, lines: Lines) -> Iterator[LineFault]:
    """A quote that is closed only behind lines that are not indented deeper than its key."""
    start, end = node.start_mark, node.end_mark
    place = LinePlace.at(lines, start.line)
    line = place.line
    if line.value_column != start.column:
        return
    for at in range(start.line + 1, end.line + 1):
        text = lines[at]
        spaces = len(text) - len(text.lstrip(" "))
        if not text.strip() or spaces > line.owner_column:
            continue
        if text[spaces] == "\t":
            yield from tab(LinePlace.at(lines, at))
            return
        message = f"the quote is closed only on line {end.line + 1}"
        advice = "indent the lines that continue the text, or close the quote where it ends"
        mended = {start.line: line.with_value(line.value + line.value[0])}
        yield place.fault(OPEN_QUOTE, message, advice, mended, range(1))
        return


def block_head(node: yaml.ScalarNode, lines: Lines) -> Iterator[LineFault]:
    """Empty lines at the beginning of a block that are indented deeper than its text."""
    start = node.start_mark.line + 1
    end = next((at for at in range(start, len(lines)) if lines[at].strip()), len(lines))
    depth = indentation(lines[end]) if end < len(lines) else 0
    longest = max(range(start, end), key=lambda at: len(lines[at]), default=start)
    if longest < end and len(lines[longest]) > depth:
        yield deep_empty_line(lines, range(start, end), longest)


def flow_indentation(node: yaml.CollectionNode, lines: Lines) -> Iterator[LineFault]:
    """Lines inside brackets that are not indented deeper than the key."""
    owner = LinePlace.at(lines, node.start_mark.line).line.owner_column
    for at in range(node.start_mark.line + 1, node.end_mark.line + 1):
        text = lines[at]
        here = indentation(text)
        if text.strip() and here <= owner and text.lstrip()[0] not in "]}":
            message = "a line inside brackets must be indented deeper than the key before them"
            mended = {at: " " * (owner + 2) + text.lstrip()}
            advice = f"indent it by {owner + 2} spaces"
            yield LineFault(INDENTATION, message, at, 0, max(here, 1), advice, mended, shown=False)


def bad_key(key: yaml.Node) -> LineFault:
    """A key that is a list, a mapping or nothing."""
    start, end = key.start_mark, key.end_mark
    what = "nothing"
    if isinstance(key, yaml.CollectionNode):
        what = "a mapping" if isinstance(key, yaml.MappingNode) else "a list"
    end_column = end.column if end.line == start.line else start.column + 1
    advice = "write a word before the colon; a text that begins with a bracket needs quotes"
    return LineFault(KEY, f"{what} cannot be a key", start.line, start.column, end_column, advice)


def dash_among(pairs: Sequence[Pair], lines: Lines) -> LineFault | None:
    """The first dash of another program that begins one of the keys of a mapping: then they are of several entries."""
    keys = (LinePlace.at(lines, each.start_mark.line) for each, _ in pairs)
    return next(chain.from_iterable(map(other_dash, keys)), None)


def duplicate(
    key: yaml.Node, pairs: Sequence[Pair], dash: LineFault | None, lines: Lines
) -> Iterator[LineFault]:
    """A key that stands twice. `dash` is one among the keys that should begin an entry."""
    entry = dash or next(new_entry(key, pairs, lines), None)
    if entry:
        yield entry
        return
    start = key.start_mark
    first = next(other.start_mark for other, _ in pairs if other.value == key.value)
    yield LineFault(
        DUPLICATE_KEY,
        f"`{key.value}` stands here again: it has a value on line {first.line + 1}",
        start.line,
        start.column,
        key.end_mark.column,
        "delete one of the two",
        also=((f"`{key.value}` stands here first", first.line, first.column),),
    )
