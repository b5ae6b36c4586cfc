"""Parse one YAML file.

In: its text. Out: its `Document` and everything that is wrong with it as YAML. A line that can be
mended is mended and reading goes on, so that one run finds all faults of a file and later stages can
look at what is in it. There is no document when what it says cannot be known.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from msgspec import Struct
from msgspec.structs import replace

from firstwin.diagnostics import Diagnostic
from firstwin.sources.characters import odd_characters
from firstwin.sources.codes import EMPTY, NOT_A_MAPPING, NOT_YAML
from firstwin.sources.conflicts import without_conflicts
from firstwin.sources.data import data_of
from firstwin.sources.document import Document
from firstwin.sources.fault import MOST_FAULTS, LineFault
from firstwin.sources.fences import without_fences
from firstwin.sources.mend import WALKED, Budget, explain, reading_stops, with_mended
from firstwin.sources.pitfalls import LinePlace
from firstwin.sources.pitfalls.spaces import missing_space
from firstwin.sources.pitfalls.wide_colons import wide_colons_in_text
from firstwin.sources.text import FileText
from firstwin.sources.tree import compose, first_error, look_ahead


class _Reading(Struct, frozen=True):
    """What one look at the lines gave. Without a root there is nothing to go on with."""

    faults: Sequence[LineFault]
    root: yaml.Node | None = None
    data: object = None


def parse(path: str, text: FileText) -> tuple[Document | None, list[Diagnostic]]:
    """The document in `text`, and what is wrong with it."""
    if text.problem:
        return None, [text.problem]
    faults, lines = odd_characters(text.raw, text.lines)
    conflicts, lines = without_conflicts(lines)
    fences, lines = without_fences(lines)
    faults += [*conflicts, *fences]
    if lines[-1]:
        # libyaml reads a last line end where there is none, and finds things to be missing behind it.
        lines = [*lines, ""]
    budget = Budget()
    reading = _look(lines, budget)
    while len(faults) < MOST_FAULTS and not budget.is_spent:
        mends = _mends(reading.faults)
        if not mends:
            break
        faults += mends
        for fault in mends:
            lines = with_mended(lines, fault)
        reading = _look(lines, budget, is_mended=True)
    if reading.root is not None or not any(fault.fatal for fault in faults):
        faults += reading.faults
    document = None
    if reading.root is not None and not any(fault.fatal for fault in faults):
        mended = {
            line + 1: _moved(text.lines[line], lines[line])
            for fault in faults
            for line in fault.mended
            if line < len(text.lines)
        }
        partial = any(fault.leaves_out for fault in faults)
        document = Document(path, reading.data, reading.root, text.lines, mended, partial)
    diagnostics = [
        _within(fault, text.lines).diagnostic(path)
        for fault in _worth_telling(faults, lines)[:MOST_FAULTS]
    ]
    if reading.root is None and budget.is_spent:
        at = max((fault.line for fault in faults), default=0)
        diagnostics.append(_within(reading_stops(lines, at), text.lines).diagnostic(path))
    return document, diagnostics


def _moved(written: str, mended: str) -> int:
    """By how many columns what stands on a line was moved to the right when it was mended."""
    words = written.strip()
    if words in mended:
        return mended.index(words) - written.index(words)
    return (len(mended) - len(mended.lstrip())) - (len(written) - len(written.lstrip()))


def _within(fault: LineFault, lines: Sequence[str]) -> LineFault:
    """The fault at a place that the file has: it may have been found in a line as it should be."""
    line = min(fault.line, max(len(lines) - 1, 0))
    width = len(lines[line]) if lines else 0
    column, end = min(fault.column, width), min(fault.end_column, width + 1)
    return replace(fault, line=line, column=column, end_column=end)


def _worth_telling(faults: Sequence[LineFault], lines: Sequence[str]) -> list[LineFault]:
    """Each fault once and in order, without those that only follow from the one before.

    Of several at one place it is the first that was mended.
    """
    distinct: dict[tuple[int, int, str], LineFault] = {}
    for fault in sorted(faults, key=lambda fault: not fault.mended):
        distinct.setdefault((fault.line, fault.column, fault.code.id), fault)
    worth: list[LineFault] = []
    last = -1
    for _, fault in sorted(distinct.items()):
        if fault.code is not NOT_YAML or last < _line_above(fault, lines):
            worth.append(fault)
        last = fault.line
    return worth


def _line_above(fault: LineFault, lines: Sequence[str]) -> int:
    """The nearest line above a fault that says something."""
    return next(LinePlace.at(lines, fault.line).above(), 0)


def _look(lines: Sequence[str], budget: Budget, *, is_mended: bool = False) -> _Reading:
    """Read the lines as they are now, as far as they can be read."""
    text = "\n".join(lines)
    try:
        # Finding the next error is ten times as fast as making a tree up to it.
        error = first_error(text) if is_mended else None
        if error:
            raise error
        budget.spend(len(text), WALKED)
        faults = look_ahead(text, lines)
        if any(fault.fatal for fault in faults):
            return _Reading(faults)
        root = compose(text)
    except yaml.YAMLError as found:
        return _Reading([explain(lines, found, budget)])
    if not isinstance(root, yaml.MappingNode):
        return _Reading([_wrong_root(root, lines)])
    data, more = data_of(root, text, lines)
    more = [*faults, *more][:MOST_FAULTS]
    return _Reading([_checked(fault, lines, budget) for fault in more], root, data)


def _checked(fault: LineFault, lines: Sequence[str], budget: Budget) -> LineFault:
    """The fault of a file that is YAML, without its mended lines if it were none with them."""
    if fault.mended and not budget.is_spent:
        text = "\n".join(with_mended(lines, fault))
        budget.spend(len(text))
        if first_error(text) is None:
            return fault
    return replace(fault, mended={})


def _mends(faults: Sequence[LineFault]) -> list[LineFault]:
    """The faults whose lines can be mended in one go: no line twice."""
    touched: set[int] = set()
    chosen = []
    for fault in faults:
        if fault.mended and touched.isdisjoint(fault.mended):
            touched.update(fault.mended)
            chosen.append(fault)
    return chosen


def _wrong_root(root: yaml.Node | None, lines: Sequence[str]) -> LineFault:
    """The fault of a file at whose top stand no keys."""
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value and not root.style):
        return LineFault(
            EMPTY,
            "the file is empty",
            0,
            0,
            1,
            "write something in it, or delete it if nothing names what was in it",
        )
    start = root.start_mark
    glued = next(missing_space(LinePlace.at(lines, start.line)), None)
    if glued and not getattr(root, "style", ""):
        return glued
    if isinstance(root, yaml.ScalarNode):
        wide = next(wide_colons_in_text(root, lines), None)
        if wide:
            return wide
    what = "a list" if isinstance(root, yaml.SequenceNode) else "a text"
    message = f"the file is {what}; it must consist of keys and values"
    advice = "begin with `key: value` at the left edge"
    return LineFault(NOT_A_MAPPING, message, start.line, start.column, start.column + 1, advice)
