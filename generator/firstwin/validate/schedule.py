"""Planned days: windows become days counted from the start date, without a calendar.

In: the duration's anchors (the start, named days, milestones with their windows) and a window. Out:
`Days`, or None where a window leads nowhere: its anchor is unknown, or counts from itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from firstwin.dates import FIRST_DAY, START
from firstwin.models.plan import Days
from firstwin.models.window import ON, Window


class Schedule:
    """The planned days of a plan's anchors.

    The anchor of a milestone is the last day of its window, which may itself count from an anchor.
    """

    def __init__(
        self, named_days: Mapping[str, int], milestones: Mapping[str, Window | None]
    ) -> None:
        self._milestones = milestones
        self._planned: dict[str, int | None] = {START: FIRST_DAY, **named_days}

    def days(self, window: Window | None) -> Days | None:
        """The planned days of a window."""
        if window is None:
            return None
        first, last = window.offsets
        if window.range.anchor is None:
            return Days(first, last)
        anchor = self.anchor(window.range.anchor)
        if anchor is None:
            return None
        if window.range.side == ON:
            return Days(anchor, anchor)
        if window.range.side == "before":
            return Days(anchor - last, anchor - first)
        return Days(anchor + first, anchor + last)

    def anchor(self, id_: str) -> int | None:
        """The planned day of an anchor."""
        way: list[str] = []
        while id_ not in self._planned:
            # None until it is known: an anchor that is met again on the way counts from itself.
            self._planned[id_] = None
            way.append(id_)
            window = self._milestones.get(id_)
            id_ = (window.range.anchor if window else None) or START
        for milestone in reversed(way):
            days = self.days(self._milestones.get(milestone))
            self._planned[milestone] = days.last if days else None
        return self._planned[way[0] if way else id_]
