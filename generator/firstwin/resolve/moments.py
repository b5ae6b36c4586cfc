"""When something happens.

In: a window as written, its planned days, what it counts from. Out: a `Moment`, in the author's own unit.
Numbers only: pages find the words.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.dates import START, number_of
from firstwin.models.plan import Days
from firstwin.models.window import ON, Unit, Window
from firstwin.resolve.guide_step import Anchor, Distance, Moment


def moment(
    window: Window | None, days: Days, anchor: Anchor | None = None, counted_from: str = START
) -> Moment:
    """When something with this window happens. `anchor` is what it counts from, if it does, and `counted_from` what it
    moves with.
    """
    if window is None:
        return _in_days(days, counted_from)
    span = window.range
    if span.side == ON:
        return _in_days(days, counted_from)
    if span.side and anchor:
        distance = Distance(window.unit, span.first, span.last, span.side, anchor)
        return _in_days(days, counted_from, distance)
    before = None
    if span.last < 0:
        before = Distance(window.unit, -span.last, -span.first, "before", Anchor("start"))
    return Moment(days, window.unit, span.first, span.last, before, counted_from)


def _in_days(days: Days, counted_from: str, distance: Distance | None = None) -> Moment:
    first, last = number_of(days.first), number_of(days.last)
    return Moment(days, Unit.DAY, first, last, distance, counted_from)


def hull(spans: Iterable[Days]) -> Days | None:
    """The days from the first of several spans to the last; None where there are none."""
    known = tuple(spans)
    if not known:
        return None
    return Days(min(days.first for days in known), max(days.last for days in known))
