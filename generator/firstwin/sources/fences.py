"""The fences of Markdown around a file: it was copied with them.

In: the lines of a file. Out: a fault for both, and the lines with empty ones in their places, so that every other line
keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firstwin.sources.codes import OPENING_SIGN
from firstwin.sources.fault import LineFault

# At the left edge: deeper down a fence belongs to a text.
_fence = re.compile(r"`{3,}[\w+-]*[ \t]*|~{3,}[\w+-]*[ \t]*")
_SIGNS = frozenset("`~")


def without_fences(lines: Sequence[str]) -> tuple[list[LineFault], Sequence[str]]:
    """The fault of the fences in `lines`, and the lines to read on with."""
    found = [at for at, line in enumerate(lines) if line[:1] in _SIGNS and _fence.fullmatch(line)]
    filled = [at for at, line in enumerate(lines) if line.strip()] if found else []
    if len(found) not in (1, 2) or not {filled[0], filled[-1]} & {*found}:
        return [], lines
    first, *others = found
    message = "this line of Markdown says where code begins or ends, and is no YAML"
    advice = "delete it" + "".join(f", and line {at + 1} with it" for at in others)
    gone = dict.fromkeys(found, "")
    end = len(lines[first].rstrip())
    fault = LineFault(OPENING_SIGN, message, first, 0, end, advice, gone, shown=False)
    return [fault], ["" if at in gone else line for at, line in enumerate(lines)]
