"""Values in texts: `{{ product.name }}`.

In: a text and the values by dotted name. Out: the text with the values filled in. Nothing is ever
evaluated: a gap is a name between double braces, every other `{{`, `{%` or `{#` stays as typed. A
value that looks like a gap is not filled again. Behind a backslash it is no gap, and shown without it;
of backslashes before a gap two stand for one, so that `C:\\\\{{ product.name }}` is a path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_PAIRS = r"(?<!\\)(?P<pairs>(?:\\\\)*+)"
"""Backslashes that stand for half as many."""
_NAME = r"\{\{ *(?P<name>[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*) *\}\}"
_gap = re.compile(_PAIRS + _NAME)
_escaped = re.compile(rf"{_PAIRS}\\{_NAME}")
_slashed = re.compile(_PAIRS + r"(?P<escape>\\?+)\{\{ *(?P<name>[A-Za-z][A-Za-z0-9_.-]*) *\}\}")
"""A gap, or what would be one without its backslash, with all backslashes before it."""
_other = re.compile(_PAIRS + r"(?P<sign>\{[{%])|(?P<comment>\{#[^{}]*#\})")


class Gap(Struct, frozen=True):
    """A name between double braces, and where it stands in its text."""

    name: str
    start: int
    end: int


def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of a text, in order."""
    if "{{" not in text:
        return ()
    return tuple(_of(found) for found in _gap.finditer(text))


def escaped_gaps(text: str) -> tuple[Gap, ...]:
    """The names of a text that a backslash keeps from being gaps, in order; each begins with its backslash."""
    if "{{" not in text:
        return ()
    return tuple(_of(found) for found in _escaped.finditer(text))


def _of(found: re.Match[str]) -> Gap:
    return Gap(found["name"], found.end("pairs"), found.end())


def other_syntax(text: str) -> int | None:
    """Where the first template syntax stands that is no gap and so is shown as typed."""
    end = 0
    for gap in gaps(text):
        found = _other.search(text, end, gap.start + 1)  # `{{{ a }}` has a brace too many
        if found:
            return found.start(found.lastgroup or 0)
        end = gap.end
    found = _other.search(text, end)
    return found.start(found.lastgroup or 0) if found else None


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every gap filled that `values` has; the others stay as typed."""
    if "{{" not in text:
        return str(text)
    return _slashed.sub(lambda found: _shown(found, values), text)


def _shown(found: re.Match[str], values: Mapping[str, str]) -> str:
    typed = found[0][found.end("escape") - found.start() :]
    shown = typed if found["escape"] else values.get(found["name"], typed)
    return found["pairs"][::2] + shown


def filled_length(text: str, values: Mapping[str, str]) -> int:
    """The most characters that a text has once it is filled. Nothing is filled for it: that could take all memory."""
    return len(text) + sum(
        len(values[gap.name]) - (gap.end - gap.start) for gap in gaps(text) if gap.name in values
    )
