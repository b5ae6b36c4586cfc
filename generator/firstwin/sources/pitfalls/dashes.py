"""Dashes that are missing before an entry of a list, and dashes where names were meant.

A missing dash shows in one of two ways: YAML rejects the line, or the entry becomes more keys of the one
above, so that keys stand twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile

import yaml
from msgspec.structs import replace

from firstwin.diagnostics import Code
from firstwin.sources.codes import DUPLICATE_KEY, INDENTATION
from firstwin.sources.fault import LineFault
from firstwin.sources.line import Line
from firstwin.sources.pitfalls.known_keys import KNOWN_KEYS
from firstwin.sources.pitfalls.place import (
    LinePlace,
    indent_by,
    indentation,
    indented,
    shifted,
    write_it,
)

Pair = tuple[yaml.Node, yaml.Node]

FIRST_KEYS = frozenset({"id", "use"})
"""The keys with which the entries of most lists begin."""

_NAMES = frozenset({"id", "name"})
"""What people write behind a dash who give an entry its name."""
_BEGIN = FIRST_KEYS | _NAMES | {"uses", "step"}
"""Keys that show an entry to be one of its own, whatever its letters: those of other tools among them."""
_LISTS = frozenset({"phases", "steps", "aftercare"})
"""Keys below which each entry begins with a dash, wherever they stand."""
_OTHER_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2212\u2022\u00b7\u25e6\u25aa\u2023")
_BEHIND_DASH = FIRST_KEYS | {"title", "name", "text", "do"}
_MOST_LINES = 1000
_EXTRA = (
    "a dash begins an entry, and this line goes on with the one above: is its dash one too many?"
)


def other_dash(place: LinePlace) -> Iterator[LineFault]:
    """`– id: live`, whose dash is another one, on this line or on the one above: programs for letters write it.

    All entries of the list that begin with it are one fault.
    """
    for at in (place.index, *islice(place.above(), 1)):
        first = LinePlace.at(place.lines, at)
        column = indentation(first.text)
        if not _is_other_dash(first.text):
            continue
        below = islice(first.below(column - 1), _MOST_LINES)
        entries = [each for each in below if indentation(place.lines[each]) == column]
        run = [at, *(each for each in entries if _is_other_dash(place.lines[each]))]
        times = {1: "", 2: ", here and once below"}.get(
            len(run), f", here and {len(run) - 1} times below"
        )
        message = f"`{first.text[column]}` begins no entry{times}: YAML knows the dash of the keyboard alone"
        mended = {
            each: " " * column + f"- {without_other_dash(place.lines[each].lstrip())}"
            for each in run
        }
        fault = LineFault(INDENTATION, message, at, column, column + 1, "write", mended)
        yield replace(fault, until=at)


def _is_other_dash(text: str) -> bool:
    """Whether a line begins an entry with the dash of another program."""
    words = text.lstrip()
    without = without_other_dash(words)
    return without != words and Line.of(without).key in _BEHIND_DASH


def without_other_dash(text: str) -> str:
    """A text without the dash or the bullet of another program before it."""
    return text[1:].lstrip() if text[:1] in _OTHER_DASHES and text[1:2].isspace() else text


def missing_dash(place: LinePlace) -> Iterator[LineFault]:
    """`id: live` in the column of the dashes of a list."""
    line, column = place.line, len(place.line.indent)
    entry = next((Line.of(place.lines[at]) for at in _level(place)), None)
    if line.dashes or not line.key or not entry or not entry.dashes:
        return
    if line.key in FIRST_KEYS | {entry.key}:
        below = list(takewhile(lambda at: not _is_dashed(place, at), _deeper(place)))
        is_beside = bool(below) and indentation(place.lines[below[0]]) == column
        moved = {at: f"  {place.lines[at]}" for at in below} if is_beside else {}
        dashed = f"{line.indent}- {place.text.lstrip()}"
        message = f"`{line.key}` begins an entry of a list: is its dash missing?"
        yield _fault(place, INDENTATION, message, {place.index: dashed, **moved})


def missing_first_dash(place: LinePlace) -> Iterator[LineFault]:
    """`id: kickoff` right below `steps:`, where the entries after it have their dashes."""
    line, column = place.line, len(place.line.indent)
    if not line.dashes or line.key not in FIRST_KEYS:
        return
    above = list(islice(place.above(), _MOST_LINES))
    inside = list(takewhile(lambda at: indentation(place.lines[at]) > column, above))
    if not inside or len(inside) == len(above):
        return
    first = LinePlace.at(place.lines, inside[-1])
    owner = Line.of(place.lines[above[len(inside)]])
    if owner.value or not owner.key or first.line.dashes or first.line.key not in FIRST_KEYS:
        return
    if len(first.line.indent) == line.columns[-1]:
        dashed = f"{line.indent}{line.dashes}{first.text.lstrip()}"
        message = f"`{first.line.key}` begins an entry of a list: is its dash missing?"
        fault = _fault(first, INDENTATION, message, {first.index: dashed})
        yield replace(fault, until=place.index)


def moved_entry(place: LinePlace) -> Iterator[LineFault]:
    """`- id: live`, alone or with what is in it, further left or right than the other entries of its list."""
    line, column = place.line, len(place.line.indent)
    if not line.dashes or line.key not in FIRST_KEYS:
        return
    others: dict[int, int] = {}
    for at in islice(place.above(), _MOST_LINES):
        other = Line.of(place.lines[at])
        if other.dashes and other.key in FIRST_KEYS and len(other.indent) != column:
            others.setdefault(len(other.indent), at)
    for target in sorted(others, key=lambda target: abs(target - column)):
        inside = list(_inside(place, target))
        stays = inside and indentation(place.lines[inside[0]]) == target + line.columns[-1] - column
        lines = [place.index] if stays else [place.index, *inside]
        message = (
            f"this entry of a list is {indented(column)}, the one before it {indented(target)}"
        )
        advice = indent_by(target) + (", and what is in it with it" if len(lines) > 1 else "")
        also = ("that one begins here", others[target], target)
        fault = _fault(
            place, INDENTATION, message, shifted(place.lines, lines, target - column), also
        )
        yield replace(fault, advice=advice, until=max(lines))


def moved_first_entry(place: LinePlace) -> Iterator[LineFault]:
    """`- id: kickoff` alone further left or right, right below `steps:`: its keys stand where they should."""
    line, column = place.line, len(place.line.indent)
    above = next(place.above(), None)
    if line.dashes or not line.key or above is None:
        return
    first = LinePlace.at(place.lines, above)
    by = column - first.line.columns[-1]
    owner = next((Line.of(place.lines[at]) for at in first.above()), None)
    is_first = owner is not None and bool(owner.key) and not owner.value
    if (
        first.line.dashes.count("-") != 1
        or first.line.key not in FIRST_KEYS
        or not is_first
        or not by
    ):
        return
    here, target = len(first.line.indent), len(first.line.indent) + by
    others = (
        Line.of(place.lines[at]) for at in islice(place.below(min(here, target) - 1), _MOST_LINES)
    )
    columns = (len(each.indent) for each in others if each.dashes and each.key in FIRST_KEYS)
    after = next((each for each in columns if each in (here, target)), target)
    if owner is None or target < len(owner.lead) or after != target:
        return
    message = f"this entry of a list is {indented(len(first.line.indent))}, and its keys below are {indented(column)}"
    mended = shifted(place.lines, [above], by)
    yield replace(
        _fault(first, INDENTATION, message, mended), advice=indent_by(target), until=place.index
    )


def dash_for_name(place: LinePlace) -> Iterator[LineFault]:
    """`- id: coach` among entries such as `coach:`, above this line or on it."""
    line = place.line
    level = list(_level(place))
    others = [at for at in level if Line.of(place.lines[at]).dashes]
    if _is_in_list(place):
        return
    if line.dashes and not others and level:
        named = _as_name(line)
        if named:
            yield _named(place, {place.index: named})
    elif line.key and not line.dashes and not line.value and len(others) == len(level) > 0:
        lines = {at: _as_name(Line.of(place.lines[at])) for at in sorted(others)}
        if all(lines.values()):
            yield _named(LinePlace.at(place.lines, min(lines)), lines)


def _is_in_list(place: LinePlace) -> bool:
    """Whether the line stands below a key whose entries always have a dash."""
    column = len(place.line.indent)
    above = islice(place.above(), _MOST_LINES)
    owner = next((at for at in above if indentation(place.lines[at]) < column), None)
    return owner is not None and Line.of(place.lines[owner]).key in _LISTS


def name_for_dash(place: LinePlace) -> Iterator[LineFault]:
    """`live:` among entries such as `- id: live`, above this line or on it."""
    if not _is_in_list(place):
        return
    level = list(_level(place))
    is_dashed = any(Line.of(place.lines[at]).dashes for at in level)
    named = [place.index] if is_dashed else sorted(level)
    if not named or is_dashed == bool(place.line.dashes):
        return
    if not all(_is_name(place, at) for at in named):
        return
    lines = {at: Line.of(place.lines[at]) for at in named}
    mended = {at: f"{line.indent}- id: {line.key}{line.comment}" for at, line in lines.items()}
    first = LinePlace.at(place.lines, named[0])
    message = "the entries here begin with a dash, and this one with its name"
    fault = _fault(first, INDENTATION, message, mended)
    dashed = mended[first.index].strip()
    advice = f"begin each with a dash, and give its id behind `id`: `{dashed}`"
    yield replace(fault, advice=advice, until=max(mended)) if len(mended) > 1 else fault


def _is_name(place: LinePlace, at: int) -> bool:
    """Whether a line is the name of an entry, and no key of one that stands too far to the left."""
    line = Line.of(place.lines[at])
    if not line.key or line.dashes or line.value or "_" in line.key:
        return False
    inside = next(LinePlace.at(place.lines, at).below(len(line.indent)), None)
    begins_entry = inside is not None and Line.of(place.lines[inside]).key in ("title", "type")
    return begins_entry or line.key not in KNOWN_KEYS


def extra_dash(place: LinePlace) -> Iterator[LineFault]:
    """`- title: Go live` in the column of the keys of an entry."""
    line = place.line
    above = next((Line.of(place.lines[at]) for at in place.above()), None)
    if not above or not above.key or not above.value or above.columns[-1] != len(line.indent):
        return
    if line.key and line.dashes == "- ":
        mended = {place.index: line.indent + place.text.lstrip()[2:]}
        yield _fault(place, INDENTATION, _EXTRA, mended)


def torn_entry(node: yaml.CollectionNode, lines: Sequence[str]) -> Iterator[LineFault]:
    """A dash too many: it parses, and the keys below it are an entry of their own, without an id."""
    for entry in node.value:
        yield from _joined_use(entry, lines)
    for entry, after in pairwise(node.value):
        names, more = _names(entry), _names(after)
        if names[:1] != ["id"] or not more or not _BEGIN.isdisjoint(each.lower() for each in more):
            continue
        place = LinePlace.at(lines, after.start_mark.line)
        is_torn = set(names).isdisjoint(more) and "title" in {*names, *more}
        holds_entry = any(not FIRST_KEYS.isdisjoint(_names(value)) for _, value in after.value)
        if is_torn and not holds_entry and place.line.dashes == "- ":
            mended = {place.index: f"{place.line.indent}  {place.text.lstrip()[2:]}"}
            yield _fault(place, INDENTATION, _EXTRA, mended)


_WINDOWS = frozenset({"day", "days", "week", "weeks", "month", "months"})


def _joined_use(entry: yaml.Node, lines: Sequence[str]) -> Iterator[LineFault]:
    """The dash lost before `use`: it parses, and the step above has its keys, as no step of the library could."""
    names = _names(entry)
    at = names.index("use") if "use" in names else 0
    if names[:1] != ["id"] or at < len(FIRST_KEYS) or not isinstance(entry, yaml.MappingNode):
        return
    lead = Line.of(lines[entry.value[0][0].start_mark.line])
    place = LinePlace.at(lines, entry.value[at][0].start_mark.line)
    has_two = len(_WINDOWS.intersection(names)) > 1 or "type" in names[:at]
    if (
        has_two
        and lead.dashes
        and not place.line.dashes
        and len(place.line.indent) == lead.columns[-1]
    ):
        dash, column = lead.columns[-2], lead.columns[-1]
        message = "`use` begins an entry of a list: is its dash missing?"
        dashed = f"{' ' * dash}-{' ' * (column - dash - 1)}{place.text.lstrip()}"
        yield _fault(place, INDENTATION, message, {place.index: dashed})


def new_entry(key: yaml.Node, pairs: Sequence[Pair], lines: Sequence[str]) -> Iterator[LineFault]:
    """A key that stands twice because the dash is missing before the key that begins an entry."""
    keys = [pair[0] for pair in pairs]
    lead = Line.of(lines[keys[0].start_mark.line])
    if not lead.dashes or len(lead.lead) != keys[0].start_mark.column:
        return
    names = [str(each.value) for each in keys]
    again = next(at for at, each in enumerate(keys) if each is key)
    first = names.index(names[again])
    begins = [at for at in range(first + 1, again + 1) if names[at] in FIRST_KEYS | {names[0]}]
    if not begins or (names[begins[-1]] != "use" and not 1 < begins[-1] < len(names) - 1):
        return
    place = LinePlace.at(lines, keys[begins[-1]].start_mark.line)
    dash, column = lead.columns[-2], keys[0].start_mark.column
    if place.line.dashes or len(place.line.indent) != column:
        return
    name, other = place.line.key, keys[first].start_mark
    stands = f"`{names[again]}` stands"
    what = f"{stands} here again" if begins[-1] == again else f"{stands} again below `{name}`"
    message = f"{what}: is the dash of a new entry missing here?"
    dashed = f"{' ' * dash}-{' ' * (column - dash - 1)}{place.text.lstrip()}"
    also = (f"{stands} here first", other.line, other.column)
    yield _fault(place, DUPLICATE_KEY, message, {place.index: dashed}, also)


def _names(node: yaml.Node) -> list[str]:
    """The keys of a mapping that is not in brackets."""
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return []
    return [str(key.value) for key, _ in node.value]


def _level(place: LinePlace) -> Iterator[int]:
    """The lines above in the column of this one, the nearest first, up to a line further left."""
    column = len(place.line.indent)
    for at in islice(place.above(), _MOST_LINES):
        here = indentation(place.lines[at])
        if here < column:
            return
        if here == column:
            yield at


def _deeper(place: LinePlace) -> Iterator[int]:
    """The lines right below that are not further left."""
    return islice(place.below(len(place.line.indent) - 1), _MOST_LINES)


def _inside(place: LinePlace, dashes: int) -> Iterator[int]:
    """The lines right below that are further right, up to the next entry in the column `dashes`."""
    below = islice(place.below(len(place.line.indent)), _MOST_LINES)
    return takewhile(lambda at: not _begins_entry(place, at, dashes), below)


def _begins_entry(place: LinePlace, at: int, column: int) -> bool:
    """Whether a dash stands in that column of a line."""
    line = Line.of(place.lines[at])
    return bool(line.dashes) and len(line.indent) == column


def _is_dashed(place: LinePlace, at: int) -> bool:
    """Whether a dash stands in the column of the place."""
    return _begins_entry(place, at, len(place.line.indent))


def _as_name(line: Line) -> str:
    """`- id: coach` or `- coach:` as `coach:`, or nothing."""
    if line.dashes.count("-") == 1 and line.key not in FIRST_KEYS and line.key and not line.value:
        return f"{line.indent}{line.key}:{line.comment}"
    is_text = line.key == "name" and line.value != line.value.lower()
    is_id = (
        line.dashes.count("-") == 1
        and line.key in _NAMES
        and not is_text
        and re.fullmatch(r"[\w-]+", line.value)
    )
    return f"{line.indent}{line.value}:{line.comment}" if is_id else ""


def _named(place: LinePlace, mended: Mapping[int, str]) -> LineFault:
    message = "the entries here begin with their names, and this one with a dash"
    fault = _fault(place, INDENTATION, message, mended)
    if len(mended) == 1:
        return fault
    name, dashed = mended[place.index].strip(), place.text.strip()
    is_id = place.line.key in _NAMES
    advice = f"put the id in the place of each dash: `{name}` for `{dashed}`" if is_id else ""
    advice = advice or f"leave the dashes out: `{name}`"
    return replace(fault, advice=advice, until=max(mended))


def _fault(
    place: LinePlace,
    code: Code,
    message: str,
    mended: Mapping[int, str],
    *also: tuple[str, int, int],
) -> LineFault:
    """A fault of a line from its first sign to its last."""
    column, end = len(place.line.indent), len(place.text.rstrip())
    line = mended[place.index]
    advice = f"{write_it(place.text, line)}: {line.strip()}"
    return LineFault(
        code, message, place.index, column, end, advice, mended, shown=False, also=also
    )
