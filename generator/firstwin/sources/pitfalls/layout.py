"""Lines that stand in the wrong column or lack their key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from msgspec.structs import replace

from firstwin.sources.codes import BLOCK, INDENTATION, MISSING_COLON, OPENING_SIGN
from firstwin.sources.fault import LineFault
from firstwin.sources.line import BLOCK_HEAD, Line, as_value
from firstwin.sources.pitfalls.dashes import without_other_dash
from firstwin.sources.pitfalls.place import (
    LinePlace,
    indent_by,
    indentation,
    indented,
    shifted,
    spaces,
)
from firstwin.sources.pitfalls.wide_colons import wide_colon

_MOST_SHIFTED = 1000
_RULES = frozenset("-*_=")
_SHORTEST_RULE = 3
_NO_DASH = "this line has no dash, but stands in a list"
_MOST_COMMENTED = 30
_COMMENT_ENDS = {"/*": "*/", "<!--": "-->"}
_comment = re.compile(r"(?P<indent> *)(?P<sign>//|/\*|<!--|--(?= ))(?P<text>.*)")
"""Comments as other languages have them, and how those end that go on over lines."""
_key = re.compile(r"\s*(?:-\s+)*([a-z][\w-]*):(?:\s|$)")
_is_name_or_number = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]+(?:-[0-9]+)?")
_no_colon = re.compile(r"([a-z][\w-]*)(?: ?[=;] |\t+)(\S.*)")
"""Another sign in the place of the colon; a tab, where two cells of a table were copied."""


def ruled_line(place: LinePlace) -> Iterator[LineFault]:
    """`---`, `***` or `====` on this line or on the one above, as Markdown parts what is above and below."""
    for at in (place.index, *islice(place.above(), 1)):
        text = place.lines[at].strip()
        if len(text) >= _SHORTEST_RULE and text[0] in _RULES and not text.strip(text[0]):
            message = "this line of Markdown parts what is above and below it, and is no YAML"
            column = indentation(place.lines[at])
            end = column + len(text)
            yield LineFault(
                OPENING_SIGN, message, at, column, end, "delete it", {at: ""}, shown=False
            )


def foreign_comment(place: LinePlace) -> Iterator[LineFault]:
    """`// later`, `<!-- later -->`: a comment of another language, on this line or on the one above."""
    for at in (place.index, *islice(place.above(), 1)):
        if lines := _commented(place.lines, at):
            yield _as_comment(place, lines)


def _commented(lines: Sequence[str], at: int) -> range:
    """The lines of the comment of another language that this one is in; none where it is in none."""
    found = _comment.match(lines[at])
    if found and found["sign"] not in _COMMENT_ENDS:
        lead = found["indent"] + found["sign"]
        above = takewhile(lambda each: lines[each].startswith(lead), range(at, -1, -1))
        below = takewhile(lambda each: lines[each].startswith(lead), range(at, len(lines)))
        return range([*above][-1], [*below][-1] + 1)
    for first in range(at, max(at - _MOST_COMMENTED, -1), -1):
        found = _comment.match(lines[first])
        if found and (end := _COMMENT_ENDS.get(found["sign"])):
            rest = range(first, min(first + _MOST_COMMENTED, len(lines)))
            last = next((each for each in rest if end in lines[each]), first)
            return range(first, last + 1) if last >= at else range(0)
    return range(0)


def _as_comment(place: LinePlace, lines: range) -> LineFault:
    """The fault of a comment on some lines, which are made comments of YAML's."""
    found = _comment.match(place.lines[lines[0]])
    assert found is not None, "it begins with one"  # noqa: S101  # for the types
    indent, sign = found["indent"], found["sign"]
    end = _COMMENT_ENDS.get(sign, "")
    texts = [
        place.lines[at].strip().removeprefix(sign).removesuffix(end).strip(" *") for at in lines
    ]
    mended = {at: f"{indent}# {text}".rstrip() for at, text in zip(lines, texts, strict=True)}
    message = f"`{sign}` begins no comment: YAML knows `#` alone"
    column = len(indent)
    fault = LineFault(OPENING_SIGN, message, lines[0], column, column + len(sign), "write", mended)
    return replace(fault, until=max(lines[-1], place.index))


def block(place: LinePlace) -> Iterator[LineFault]:
    """The text of `summary: >` that begins in the column of its key."""
    above = next(place.above(), None)
    if place.line.key or not place.line.value or above is None:
        return
    if not BLOCK_HEAD.fullmatch(Line.of(place.lines[above]).value):
        return
    empty = range(above + 1, place.index)
    longest = max(empty, key=lambda index: len(place.lines[index]), default=above)
    if longest != above and len(place.lines[longest]) > indentation(place.text):
        yield deep_empty_line(place.lines, empty, longest)
    depth = Line.of(place.lines[above]).columns[-1] + 2
    lines = [place.index]
    for index in range(place.index + 1, len(place.lines)):
        if _key.match(place.lines[index]):
            break
        lines.append(index)
    while not place.lines[lines[-1]].strip():
        lines.pop()
    yield LineFault(
        BLOCK,
        "the text of a block must be indented deeper than its key",
        place.index,
        0,
        len(place.text),
        f"indent the text by {spaces(depth)}",
        shifted(place.lines, lines, depth - indentation(place.text)),
        shown=False,
        until=place.index,
    )


def deep_empty_line(lines: Sequence[str], empty: Sequence[int], longest: int) -> LineFault:
    """Empty lines at the beginning of a block, of which one is indented deeper than the text."""
    message = "this empty line is indented deeper than the text of its block"
    mended = dict.fromkeys(empty, "")
    end = len(lines[longest])
    return LineFault(BLOCK, message, longest, 0, end, "delete the spaces", mended, shown=False)


def wrong_column(place: LinePlace) -> Iterator[LineFault]:
    """A line that begins in no column in which something near it begins."""
    here = indentation(place.text)
    near = sorted(_columns(place), key=lambda found: (abs(found[0] - here), -found[0]))
    deeper = [*islice(place.below(here), _MOST_SHIFTED)]
    not_shallower = [*islice(place.below(here - 1), _MOST_SHIFTED)]
    entries = [*takewhile(lambda at: _is_entry(place, at), not_shallower)]
    beside = [*takewhile(lambda at: indentation(place.lines[at]) == here, not_shallower)]
    for column, other in near:
        if column == here:
            continue
        message = (
            f"this line is {indented(here)}, "
            f"what it seems to belong with on line {other + 1} is {indented(column)}"
        )
        for below in sorted({(), *map(tuple, (deeper, entries, beside, not_shallower))}, key=len):
            lines = [place.index, *below]
            stays = deeper and not below and not place.line.value
            effort = abs(indentation(place.lines[deeper[0]]) - column if stays else column - here)
            yield LineFault(
                INDENTATION,
                message,
                place.index,
                0,
                max(here, 1),
                f"{indent_by(column)}{_with_it(below)}; or, if it continues a text, put that text in quotes",
                shifted(place.lines, lines, column - here),
                shown=False,
                until=place.index,
                also=((f"this begins in column {column + 1}", other, column),),
                effort=effort,
            )


def _with_it(below: Sequence[int]) -> str:
    """That the lines below are to be moved as well."""
    if not below:
        return ""
    return f", and the {f'{len(below)} lines' if len(below) > 1 else 'line'} below with it"


def _is_entry(place: LinePlace, at: int) -> bool:
    """Whether a line is one more entry of the list that begins at the place."""
    line = Line.of(place.lines[at])
    return bool(place.line.dashes and line.dashes) and line.indent == place.line.indent


def no_key(place: LinePlace) -> Iterator[LineFault]:
    """A line that is only text, where keys or list entries stand."""
    line, text = place.line, place.line.value
    if line.key or not text or text in {"---", "..."}:
        return
    if line.dashes and not _goes_on(place):
        return
    above = next(place.above(), None)
    before = Line.of(place.lines[above]) if above is not None else None
    if before and before.dashes and not before.key and before.columns[0] == len(line.lead):
        yield _missing(place, _NO_DASH, f"- {without_other_dash(text)}")
    yield from wide_colon(place)
    signed = _no_colon.fullmatch(text)
    word, _, rest = text.partition(" ")
    if signed:
        word, rest = signed.groups()
    as_key = f"{word}: {as_value(rest)}" if rest else f"{word}:"
    can_be_key = bool(re.fullmatch(r"[a-z][\w-]*", word))
    key_fault = _missing(place, f"no colon after `{word}`", as_key)
    text_fault = _continued(place, before, as_key if can_be_key else "key: value")
    if can_be_key and (signed or before is None or _is_likely_key(place, before, word, rest)):
        yield key_fault
    if before and before.value and not line.dashes:
        yield text_fault
    if can_be_key:
        yield key_fault


def _goes_on(place: LinePlace) -> bool:
    """Whether keys stand right below the text of a list entry, so that it must be one too."""
    below = next(place.below(place.line.owner_column), None)
    if below is None:
        return False
    line = Line.of(place.lines[below])
    return bool(line.key) and len(line.lead) == place.line.value_column


def _is_likely_key(place: LinePlace, before: Line, word: str, rest: str) -> bool:
    """Whether a line that may also continue the text above rather looks like a key and a value."""
    if not rest or rest[0].isdigit() or " " not in before.value:
        return True
    found = (_key.match(text) for text in place.lines)
    columns = {each.start(1) for each in found if each and each[1] == word}
    return len(place.line.lead) in columns or (bool(columns) and " " not in rest)


def _missing(place: LinePlace, message: str, value: str) -> LineFault:
    return place.fault(MISSING_COLON, message, "write", {place.index: place.line.with_value(value)})


def _continued(place: LinePlace, before: Line | None, as_key: str) -> LineFault:
    """The line taken for more of the text above."""
    depth = 0
    goes_on = before is None or not _is_name_or_number.fullmatch(before.value)
    if not goes_on and place.line.value[:1].isalpha():
        return _as_remark(place)  # more words would make no name of it, and no number
    if before:
        depth = before.columns[-1] + (2 if before.key or before.dashes else 0)
    advice = (
        f"if it continues the text above, indent it by {spaces(depth)}; if not, write: {as_key}"
    )
    mended = {place.index: " " * depth + place.text.lstrip()}
    return replace(place.fault(MISSING_COLON, "this line has no key", advice, mended), shown=False)


def words_before_keys(place: LinePlace) -> Iterator[LineFault]:
    """A line of words below `decision:`, with keys below it in its column."""
    for index in (place.index, *islice(place.above(), 1)):
        words = LinePlace.at(place.lines, index)
        owner = next((Line.of(place.lines[at]) for at in words.above()), None)
        below = next(words.below(indentation(words.text) - 1), None)
        if words.line.key or words.line.dashes or " " not in words.line.value or "\t" in words.text:
            continue
        if owner is None or not owner.key or owner.value or below is None:
            continue
        after = Line.of(place.lines[below])
        column = indentation(words.text)
        if owner.columns[-1] < column == after.columns[0] and _key.match(place.lines[below]):
            yield replace(_as_remark(words), hides=True)


def _as_remark(place: LinePlace) -> LineFault:
    """A line that goes on with nothing: without it the rest is as it was meant."""
    remark = {place.index: place.line.indent + f"# {place.line.value}"}
    return place.fault(
        MISSING_COLON, "this line has no key", "give it one, or make it a remark", remark
    )


def _columns(place: LinePlace) -> Iterator[tuple[int, int]]:
    """The columns in which a line may begin, each with the line that says so."""
    open_below = len(place.text) + 1000
    for index in place.above():
        columns = [column for column in Line.of(place.lines[index]).columns if column < open_below]
        for column in columns:
            yield column, index
        open_below = min([open_below, *columns])
        if open_below == 0:
            break
    below = next(place.below(-1), None)
    if below is not None:
        column = indentation(place.lines[below]) - len(place.line.dashes)
        if column >= 0:
            yield column, below
