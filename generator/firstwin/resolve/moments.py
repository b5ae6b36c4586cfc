"""When something happens.

In: a window as written, its planned days, what it counts from. Out: a `Moment`, in the author's own unit.
Numbers only: pages find the words.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.dates import START
from firstwin.models.plan import Days
from firstwin.models.window import Unit, Window
from firstwin.resolve.guide_step import Anchor, Distance, Moment


def moment(
    window: Window | None, days: Days, anchor: Anchor | None = None, counted_from: str = START
) -> Moment:
    """When something with this window happens. `anchor` is what it counts from, if it does, and `counted_from` what it
    moves with.
    """
    if window is None:
        return Moment(days, Unit.DAY, days.first, days.last, counted_from=counted_from)
    span = window.range
    if span.side and anchor:
        distance = Distance(window.unit, span.first, span.last, span.side, anchor)
        return Moment(days, Unit.DAY, days.first, days.last, distance, counted_from)
    return Moment(days, window.unit, span.first, span.last, counted_from=counted_from)


def hull(spans: Iterable[Days]) -> Days | None:
    """The days from the first of several spans to the last; None where there are none."""
    known = tuple(spans)
    if not known:
        return None
    return Days(min(days.first for days in known), max(days.last for days in known))
