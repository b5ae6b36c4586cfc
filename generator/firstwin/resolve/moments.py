"""When something happens, in words.

In: a window as written, its planned days, the title of its anchor. Out: a `Moment`. The words keep the
unit the author wrote; where a window counts from an anchor, its planned days are said in days.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.models.plan import Days
from firstwin.models.window import Unit, Window
from firstwin.resolve.guide_step import Moment


def moment(window: Window | None, days: Days, anchor: str = "") -> Moment:
    """The words for a window. `anchor` is the title of what it counts from."""
    if window is None or window.range.anchor:
        label, deadline = _span(Unit.DAY, days.first, days.last), f"Day {days.last}"
    else:
        written = window.range
        label = _span(window.unit, written.first, written.last)
        deadline = _deadline(window.unit, written.last)
    return Moment(days, label, deadline, _relative(window, anchor))


def hull(spans: Iterable[Days]) -> Days | None:
    """The days from the first of several spans to the last; None where there are none."""
    known = tuple(spans)
    if not known:
        return None
    return Days(min(days.first for days in known), max(days.last for days in known))


def _span(unit: Unit, first: int, last: int) -> str:
    name = unit.value.capitalize()
    return f"{name} {first}" if first == last else f"{name}s {first}–{last}"


def _deadline(unit: Unit, last: int) -> str:
    return f"Day {last}" if unit is Unit.DAY else f"End of {unit.value} {last}"


def _relative(window: Window | None, anchor: str) -> str:
    if window is None or not window.range.anchor:
        return ""
    written = window.range
    if window.unit is Unit.DAY and written.first == written.last:
        distance = f"{written.last} {'day' if written.last == 1 else 'days'}"
    else:
        distance = _span(window.unit, written.first, written.last)
    return f"{distance} {written.side} {anchor}"
