"""Spaces that are none to YAML, as web pages, Word and Japanese keyboards have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, takewhile

import yaml

from firstwin.sources.codes import SPACE
from firstwin.sources.fault import LineFault
from firstwin.sources.line import Line
from firstwin.sources.pitfalls.known_keys import KNOWN_KEYS
from firstwin.sources.pitfalls.place import LinePlace, others_below, says_something, write_it

_MOST_LINES = 1000
# All spaces of Unicode but the one of the keyboard.
_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_any_odd = re.compile(f"[{_ODD}]")
_odd_lead = re.compile(rf"\s*(?:-\s+)*(?:-(?=[{_ODD}])\s*)?(?:[\w.-]+:(?=[{_ODD}])\s*)?")
_before_colon = re.compile(
    rf"\s*(?:-\s+)*(?P<key>[a-z_]+)(?P<odd>[{_ODD}]+):(?:(?P<after>[{_ODD}]+)|(?= |$))"
)
_BEHIND_DASH = frozenset({"id", "use", "title"})
"""Keys that stand behind a dash. Other words before a colon begin an entry that is a text."""
_IN_ITS_PLACE = "type a space in its place"
_WIDTHS = (" ", "", "  ")
"""What is meant by an odd space that indents: a space, nothing, or two, for some are as wide as that."""


def odd_spaces(place: LinePlace) -> Iterator[LineFault]:
    """An odd space on the line, or those that indent the nearest line above: YAML takes that for a key at the left edge."""
    above = islice(place.above(), _MOST_LINES)
    oddly = (at for at in above if _is_indented_oddly(place.lines[at]))
    here = [place, *(LinePlace.at(place.lines, at) for at in islice(oddly, 1))]
    if any(_any_odd.match(each.text) for each in here):
        yield from _at_the_left_edge(place)
    for each in here:
        yield from odd_space(each)


def _at_the_left_edge(place: LinePlace) -> Iterator[LineFault]:
    """All lines that begin with an odd space, wherever they stand: YAML takes each for a key at the left edge."""
    begin = (at for at, text in enumerate(place.lines) if _any_odd.match(text))
    run = [*islice(begin, _MOST_LINES + 1)]
    for meant in _WIDTHS if 1 < len(run) <= _MOST_LINES else ():
        yield _indented_by_many(place, run, {at: _indented(place.lines[at], meant) for at in run})


def odd_space(place: LinePlace) -> Iterator[LineFault]:
    """A no-break space or its like in the indentation, or after a dash or a colon."""
    lead = _lead(place.text)
    odd = _any_odd.search(lead)
    if not odd:
        yield from _odd_before_colon(place)
        return
    width = len(place.line.indent)
    run = sorted(_run(place)) if odd.start() < width else [place.index]
    for meant in _WIDTHS if odd.start() < width else _WIDTHS[:1]:
        mended = {at: _indented(place.lines[at], meant) for at in run}
        if len(run) > 1:
            yield _indented_by_many(place, run, mended)
        else:
            yield _at(place, odd.span(), mended[place.index], as_many=meant == " ")
    if len(run) == 1 and odd.start() < width:
        yield _at(place, odd.span(), _indented(place.text, "").lstrip(), as_many=False)


def odd_space_of_key(key: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[LineFault]:
    """A no-break space right before a key, which stands where it should without it; or else somewhere on its line."""
    mark = key.start_mark
    place = LinePlace.at(lines, mark.line)
    rest = place.text[mark.column :]
    stands_alone = len([*_run(place)]) <= 1 and not _is_below_key(place)
    if stands_alone and not key.style and _any_odd.match(rest):
        end = len(rest) - len(rest.lstrip())
        mended = place.text[: mark.column] + rest.lstrip()
        yield _at(place, (mark.column, mark.column + end), mended, as_many=False)
        return
    yield from odd_space(place)


def _is_below_key(place: LinePlace) -> bool:
    """Whether what stands above is a key without a value, below which this line may have been meant."""
    above = next((Line.of(place.lines[at]) for at in place.above()), None)
    return above is not None and bool(above.key) and not above.value


def odd_space_lines(lines: Sequence[str]) -> frozenset[int]:
    """The lines that `odd_space` has something to say of, wherever they stand."""
    return frozenset(
        index
        for index, text in enumerate(lines)
        if _any_odd.search(text) and (_any_odd.search(_lead(text)) or _before_colon.match(text))
    )


def begins_something(text: str) -> bool:
    """Whether a line, without what indents it, begins with a key or a dash."""
    line = Line.of(text.lstrip())
    return bool(line.key or line.dashes)


def _lead(text: str) -> str:
    """What stands before the value of a line, where an odd space may be a part of that."""
    found = _odd_lead.match(text)
    return found[0] if found else ""


@lru_cache(
    8 * _MOST_LINES
)  # a run, up and down, in each width: it is mended again with each attempt
def _indented(text: str, meant: str) -> str:
    """A line with something else in the place of each odd space that indents it, and a space for each behind that."""
    lead = _lead(text)
    width = len(text) - len(text.lstrip())
    return _any_odd.sub(meant, lead[:width]) + _any_odd.sub(" ", lead[width:]) + text[len(lead) :]


def _run(place: LinePlace) -> Iterator[int]:
    """The line, and those right above and below that odd spaces indent too."""
    above = range(place.index - 1, -1, -1)
    for lines in (range(place.index, len(place.lines)), above):
        near = islice((at for at in lines if _is_no_comment(place.lines[at])), _MOST_LINES)
        yield from takewhile(lambda at: _is_indented_oddly(place.lines[at]), near)


def _is_no_comment(text: str) -> bool:
    """Whether a line says something to YAML: behind an odd space `#` begins a text."""
    return says_something(text) or _is_indented_oddly(text)


def _is_indented_oddly(text: str) -> bool:
    return bool(_any_odd.search(text, 0, len(text) - len(text.lstrip())))


def _name(odd: str) -> str:
    return "no-break space" if odd == "\u00a0" else f"special space U+{ord(odd):04X}"


def _at(place: LinePlace, span: tuple[int, int], mended: str, *, as_many: bool) -> LineFault:
    """The fault of an odd space on one line."""
    message = f"a {_name(place.text[span[0]])} stands here, and YAML takes it for a letter"
    advice = _IN_ITS_PLACE if as_many else write_it(place.text, mended)
    return LineFault(SPACE, message, place.index, *span, advice, {place.index: mended}, not as_many)


def _indented_by_many(place: LinePlace, run: Sequence[int], mended: dict[int, str]) -> LineFault:
    """The fault of odd spaces that indent several lines."""
    first = LinePlace.at(place.lines, run[0])
    indent = first.line.indent
    odd = _any_odd.search(indent)
    name = _name(odd[0] if odd else indent[0])
    others = others_below(len(run) - 1)
    message = f"{name}s indent this line and {others}, and YAML takes them for letters"
    advice = "indent with spaces, two for each level"
    return LineFault(
        SPACE, message, first.index, 0, len(indent), advice, mended, shown=False, until=max(run)
    )


def _odd_before_colon(place: LinePlace) -> Iterator[LineFault]:
    """`owner :` with a no-break space before the colon of a key, as French has it in a text."""
    found = _before_colon.match(place.text)
    if found and found["key"] in (_BEHIND_DASH if place.line.dashes else KNOWN_KEYS):
        space = " " * len(found["after"] or "")
        mended = f"{place.text[: found.start('odd')]}:{space}{place.text[found.end() :]}"
        yield _at(place, found.span("odd"), mended, as_many=False)
