"""Escapes in double quotes that mean something else than was typed, or that nothing can show.

In: a text in double quotes, and the lines it was read from. Out: a fault. Where YAML knows an escape that is the
backslash of a path, `"Open C:\\new"` ends a line: the fault has the text in single quotes. An escape that ends a line
behind a full stop, or before another line end, is meant, and so is all that stands behind a key in quotes: a program
wrote it. A control character is refused whoever writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml
from msgspec import Struct

from firstwin.sources.characters import CONTROLS
from firstwin.sources.codes import BACKSLASH, CONTROL
from firstwin.sources.fault import LineFault
from firstwin.sources.line import quote

SHOWS_ESCAPE = re.compile("[\x00\x07-\x0d\x1b\x85\xa0\u2028\u2029]")
"""What a text holds where an escape such as `\\n` was read in it."""

LONGEST_EXAMPLE = 60
_words = re.compile(r"\S+")
_path = re.compile(
    r"(?:^|[(\[<=\"'*_]|\\n)(?:[A-Za-z]:|\.{1,2}|~|%\w+%|\$(?:env:)?\w+|\\\\(?=[^\\]))(?:\\|(?<=\\))"
)
"""What only a path begins with: `C:\\`, `..\\`, `~\\`, `%TEMP%\\`, `\\\\server`."""
_server = re.compile(r"(?:^|(?<=[(\[<=\"'*_]))\\\\(?=\w)")
_escape = re.compile(r"\\(.)")
_OF_PATHS = frozenset("abefnrtv0NLP_")
"""The letters that YAML turns into a sign without a shape of its own."""
_numbered = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_NAMED = {"0": 0, "a": 7, "b": 8, "v": 11, "f": 12, "e": 27, "N": 0x85, "L": 0x2028, "P": 0x2029}
"""The numbers of the control characters for which YAML has a letter."""
_ENDS_A_LINE = frozenset("nrt")
"""Those that are often meant; of the others only the space that `_` stands for may be, and `0`, which ends a text in C."""


class _Found(Struct, frozen=True):
    """An escape that a backslash of a path may have become: where it stands, and whether only a path has it there."""

    start: int
    end: int
    is_sure: bool


def escaped_path(node: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[LineFault]:
    """The first backslash of a text in double quotes that is none for YAML."""
    start, end = node.start_mark, node.end_mark
    if start.line != end.line:
        yield from _on_several_lines(node, lines)
        return
    line = lines[start.line]
    raw = line[start.column + 1 : end.column - 1]
    found = next(_escapes(raw), None)
    if found is None:
        return
    mended = line[: start.column] + quote(_as_typed(raw)) + line[end.column :]
    advice = "in single quotes it is a backslash: write"
    if not found.is_sure:
        as_line_end = f'"{raw[: found.end]} {raw[found.end :]}"'
        if len(as_line_end) > LONGEST_EXAMPLE:
            as_line_end = f"`{raw[found.start : found.end]} {raw[found.end :].split()[0]}`"[
                :LONGEST_EXAMPLE
            ]
        advice = f"to end a line, leave a space behind it, {as_line_end}; in single quotes it is a backslash: write"
    place = (start.line, start.column + 1 + found.start)
    yield _fault(raw[found.start : found.end], place, advice, mended)


def escaped_control(node: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[LineFault]:
    """The first escape of a text in double quotes that stands for a control character."""
    start, end = node.start_mark, node.end_mark
    for at in range(start.line, end.line + 1):
        first = start.column + 1 if at == start.line else 0
        last = end.column - 1 if at == end.line else len(lines[at])
        for found in _numbered.finditer(lines[at], first, last):
            number = _number_of(found[0])
            if number is not None and CONTROLS.match(chr(number)):
                message = f"`{found[0]}` is the control character U+{number:04X}"
                advice = "delete it and type what should be there"
                yield LineFault(CONTROL, message, at, found.start(), found.end(), advice)
                return


def _number_of(escape: str) -> int | None:
    """The number of the character that an escape stands for; None where it is no control character or a line end."""
    digits = escape[2:]
    return int(digits, 16) if digits else _NAMED.get(escape[1])


def _on_several_lines(node: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[LineFault]:
    start, end = node.start_mark, node.end_mark
    for at in range(start.line, end.line + 1):
        line = lines[at]
        first = start.column + 1 if at == start.line else 0
        raw = line[first : end.column - 1] if at == end.line else line[first:]
        found = next((each for each in _escapes(raw) if each.is_sure), None)
        if found:
            before = first + found.start
            mended = f"{line[:before]}\\{line[before:]}"
            advice = "two backslashes are shown as one: write"
            yield _fault(raw[found.start : found.end], (at, before), advice, mended)
            return


def _fault(shown: str, place: tuple[int, int], advice: str, mended: str) -> LineFault:
    line, begin = place
    message = f"a backslash in double quotes begins an escape: `{shown}` is shown as a space or a line end"
    return LineFault(BACKSLASH, message, line, begin, begin + len(shown), advice, {line: mended})


def _escapes(raw: str) -> Iterator[_Found]:
    """The escapes of a text that look like those of a path."""
    before = ""
    for word in _words.finditer(raw):
        is_path = bool(_path.search(word[0]))
        ahead = before[-1:]
        done = 0
        for found in _escape.finditer(word[0]):
            at, end = found.span()
            if at:
                ahead = word[0][at - 1] if at > done else "."
            done = end
            if found[1] in _OF_PATHS and re.match(r"\w", word[0][end : end + 1]):
                is_sure = is_path or found[1] not in _ENDS_A_LINE | {"_", "0"}
                may_be = found[1] in _ENDS_A_LINE and (ahead.isalnum() or ahead in {"", "(", "["})
                if is_sure or may_be:
                    yield _Found(word.start() + at, word.start() + end, is_sure)
        before = word[0]


def _as_typed(raw: str) -> str:
    """The text with its backslashes as they were meant; the two before the name of a server stay."""
    words = (
        part if at % 2 else _server.sub(r"\\\\\\\\", part).replace('\\"', '"').replace("\\\\", "\\")
        for at, part in enumerate(re.split(r"(\s+)", raw))
    )
    return "".join(words)
