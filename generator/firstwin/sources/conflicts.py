"""Conflicts that git left in a file.

In: the lines of a file. Out: a fault for each conflict, and the lines without it: with our side, and with
empty lines where the rest stood, so that every other line keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from firstwin.sources.codes import CONFLICT
from firstwin.sources.fault import MOST_FAULTS, LineFault

# Seven signs at the left edge; the names of the two branches follow the first and the last line.
_marker = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_SIGNS = frozenset("<=|>")
_Marker = tuple[int, str]


def without_conflicts(lines: Sequence[str]) -> tuple[list[LineFault], Sequence[str]]:
    """The faults of the conflicts in `lines`, and the lines to read on with."""
    suspect = ((at, line) for at, line in enumerate(lines) if line[:1] in _SIGNS)
    markers = [(at, line[0]) for at, line in suspect if _marker.fullmatch(line)]
    if not markers:
        return [], lines
    faults = [fault for conflict in _conflicts(markers) for fault in _faults(conflict, lines)]
    gone = {at for fault in faults for at in fault.mended}
    return faults[:MOST_FAULTS], ["" if at in gone else line for at, line in enumerate(lines)]


def _conflicts(markers: Sequence[_Marker]) -> Iterator[list[_Marker]]:
    """The markers of one conflict after the other; some of one may be deleted already."""
    conflict: list[_Marker] = []
    for marker in markers:
        if marker[1] == "<" and conflict:
            yield conflict
            conflict = []
        conflict.append(marker)
        if marker[1] == ">":
            yield conflict
            conflict = []
    if conflict:
        yield conflict


def _faults(conflict: Sequence[_Marker], lines: Sequence[str]) -> Iterator[LineFault]:
    first, last = conflict[0][0], conflict[-1][0]
    middle = [at for at, sign in conflict if sign in "|="]
    if middle and conflict[-1][1] == ">":
        message = f"git left a conflict here: lines {first + 1} to {last + 1} are two versions of one text"
        advice = (
            "keep one of the two, and delete the lines of the other and those of `<`, `=` and `>`"
        )
        gone = dict.fromkeys([first, *range(middle[0], last + 1)], "")
        end = len(lines[first])
        yield LineFault(CONFLICT, message, first, 0, end, advice, gone, shown=False)
        return
    for at, _ in conflict:
        message = "this line is left over from a conflict in git"
        end = len(lines[at])
        yield LineFault(CONFLICT, message, at, 0, end, "delete it", {at: ""}, shown=False)
