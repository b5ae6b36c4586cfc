"""Values in texts: `{{ product.name }}`.

In: a text and the values by dotted name. Out: the text with the values filled in. Nothing is ever
evaluated: a gap is a name between double braces, every other `{{`, `{%` or `{#` stays as typed. A
value that looks like a gap is not filled again. `\\{{` is no gap, and shown as `{{`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_gap = re.compile(r"(?<!\\)\{\{ *([A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*) *\}\}")
_escaped = re.compile(r"\\(?=\{\{ *[A-Za-z][A-Za-z0-9_.-]* *\}\})")
"""The backslash before what would be a gap without it."""
_other = re.compile(r"(?<!\\)\{[{%]|\{#[^{}]*#\}")


@dataclass(frozen=True, slots=True)
class Gap:
    """A name between double braces, and where it stands in its text."""

    name: str
    start: int
    end: int


def gaps(text: str) -> tuple[Gap, ...]:
    """The gaps of a text, in order."""
    if "{{" not in text:
        return ()
    return tuple(Gap(found[1], found.start(), found.end()) for found in _gap.finditer(text))


def other_syntax(text: str) -> int | None:
    """Where the first template syntax stands that is no gap and so is shown as typed."""
    end = 0
    for gap in gaps(text):
        found = _other.search(text, end, gap.start + 1)  # `{{{ a }}` has a brace too many
        if found:
            return found.start()
        end = gap.end
    found = _other.search(text, end)
    return found.start() if found else None


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every gap filled that `values` has; the others stay as typed."""
    if "{{" not in text:
        return str(text)
    return _escaped.sub("", _gap.sub(lambda found: values.get(found[1], found[0]), text))


def filled_length(text: str, values: Mapping[str, str]) -> int:
    """The characters that a text has once it is filled. Nothing is filled for it: that could take all memory."""
    return len(text) + sum(
        len(values[gap.name]) - (gap.end - gap.start) for gap in gaps(text) if gap.name in values
    )
