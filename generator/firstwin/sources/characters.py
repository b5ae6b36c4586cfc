"""The characters of a file that YAML refuses or that nobody can see.

In: the text of a file. Out: a fault for each line and kind, and the lines as YAML takes them. What is
merely invisible stays in the values: it is reported, not removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from firstwin.diagnostics import Code
from firstwin.sources.codes import CONTROL, INVISIBLE, REORDERING
from firstwin.sources.fault import LineFault
from firstwin.sources.line import Line

MOST_REPORTED = 10
"""The lines that are reported one by one for each kind of character."""

# YAML 1.1 ends a line at the last two of these and at U+0085; no editor does.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\u2028\u2029"
_REORDERING = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f"
# Joiners and direction marks belong to Persian, Hindi, Hebrew and emoji; between Latin letters they
# are left over from copying.
_JOINERS = "\u200c-\u200f"

_suspect = re.compile(f"[{_CONTROL}{_REORDERING}{_INVISIBLE}{_JOINERS}]")
_refused = re.compile(f"[{_CONTROL}\ufeff]")
CONTROLS = re.compile(f"[{_CONTROL}]")
"""A character that no page can show."""

_kinds = {
    CONTROL: CONTROLS,
    REORDERING: re.compile(f"[{_REORDERING}]"),
    INVISIBLE: re.compile(f"[{_INVISIBLE}]|(?<![^\x00-\x7f])[{_JOINERS}](?![^\x00-\x7f])"),
}


def odd_characters(raw: str, lines: Sequence[str]) -> tuple[list[LineFault], Sequence[str]]:
    """The faults of a file, and its lines as YAML takes them.

    `lines` are the lines of `raw`, which still has the line ends of the file.
    """
    if not _suspect.search(raw):
        return [], lines
    faults = [fault for code in _kinds for fault in _faults(code, raw, lines)]
    return faults, [_tidied(line) for line in lines]


def _faults(code: Code, raw: str, lines: Sequence[str]) -> Iterator[LineFault]:
    """One fault for each line that has a character of the kind, up to a limit."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _kinds[code].search(line))]
    more = len(found) - MOST_REPORTED
    for count, (at, match) in enumerate(found[:MOST_REPORTED], start=1):
        fault = _fault(code, at, match)
        if code is CONTROL:
            fault = replace(
                fault, message=f"{fault.message}, byte {_offset(raw, lines, at)} of the file"
            )
        if count == MOST_REPORTED and more > 0:
            fault = replace(fault, message=f"{fault.message} (and on {more} more lines)")
        yield fault


def _fault(code: Code, line: int, match: re.Match[str]) -> LineFault:
    name = f"{ord(match[0]):04X}"
    escape = f'"\\u{name}"' if len(name) == 4 else f'"\\U{name:0>8}"'
    message, advice = {
        CONTROL: (
            f"the control character U+{name} stands here",
            "delete it and type what should be there",
        ),
        REORDERING: (
            f"the hidden character U+{name} reorders the text behind it",
            f"delete it; if it is meant, write it in double quotes as {escape}",
        ),
        INVISIBLE: (
            f"the invisible character U+{name} stands here",
            f"delete it; if it is meant, write it in double quotes as {escape}",
        ),
    }[code]
    return LineFault(code, message, line, match.start(), match.end(), advice)


def _offset(raw: str, lines: Sequence[str], line: int) -> int:
    """The byte at which the first control character of `line` stands, counted from 0."""
    before = sum(len(CONTROLS.findall(text)) for text in lines[:line])
    match = next(islice(CONTROLS.finditer(raw), before, None))
    return len(raw[: match.start()].encode())


def _tidied(line: str) -> str:
    found = _suspect.search(line)
    if not found:
        return line
    if not _suspect.sub("", line).strip():
        return ""
    if ": " in line[: found.start()] and not _refused.search(line):
        return line
    structure = Line.of(_suspect.sub("", line)).value_column
    at = 0
    while structure:
        structure -= not _suspect.match(line, at)
        at += 1
    # libyaml knows U+FEFF only at the beginning of a file; U+2060 is what it means elsewhere.
    value = CONTROLS.sub("\N{REPLACEMENT CHARACTER}", line[at:]).replace("\ufeff", "\u2060")
    return _suspect.sub("", line[:at]) + value
