"""Steps that come back: each time is a step of its own, with its window and its id.

In: a step with `every`. Out: a step for each time. The first has the id that was written, the others end in their number,
so that what was ticked stays where it is when a plan gets longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from firstwin.models.part import PERIODS
from firstwin.models.plan import Step, Time
from firstwin.models.window import ON, Unit, Window

MOST_TIMES: Final = 60
"""The times of one step that are made."""

_IN_MONTHS: Final[Mapping[str, int]] = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def each_time(step: Step) -> Iterator[Step]:
    """The step, or a step for each time that it comes back in its window."""
    every = None if step.is_milestone or step.event else step.content.every
    windows = list(windows_of(step.window, every)) if every else []
    if len(windows) < 2:  # once is no coming back
        yield step
        return
    for number, window in enumerate(windows[:MOST_TIMES], start=1):
        id_ = step.id if number == 1 else f"{step.id}-{number}"
        time = Time(number, len(windows), step.id)
        yield replace(step, id=id_, window=window, time=time)


def windows_of(window: Window | None, every: str) -> Iterator[Window]:
    """The part of a window that each time has; nothing where it does not count forward from one day on."""
    if window is None or window.range.side in ("before", ON) or window.range.first < 1:
        return
    unit, length = _step(window.unit, every)
    first, last = window.offsets if unit is Unit.DAY else (window.range.first, window.range.last)
    for begin in range(first, last + 1, length):
        end = min(begin + length - 1, last)
        yield Window(unit, replace(window.range, first=begin, last=end), window.key)


def _step(unit: Unit, every: str) -> tuple[Unit, int]:
    """How far the times lie apart: in the unit of the window where that is a whole number of them, else in days."""
    if unit is Unit.MONTH and every in _IN_MONTHS:
        return unit, _IN_MONTHS[every]
    if unit is Unit.WEEK and PERIODS[every] % unit.days == 0 and every not in _IN_MONTHS:
        return unit, PERIODS[every] // unit.days
    return Unit.DAY, PERIODS[every]
