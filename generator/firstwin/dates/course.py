"""On which date a plan's days fall, once its reader has said when it starts.

In: the marks of a plan, and the dates that were set. Out: `Course`, which gives every planned day its date. Day 1 is the
start date. A reader may also set the date of a mark, such as go-live: what counts from it moves with it, and where that
is all they know, the start is counted back from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from msgspec import Struct, field

START: Final = "start"
"""The mark that every plan has: its start date."""
EVENT: Final = "event"
"""What days count from that are those of no plan: something happened, and nobody has said when. They have no date."""
FIRST_DAY: Final = 1
"""The start date. Earlier days are 0, -1 and so on: `numbering` says how they are written."""


class Mark(Struct, frozen=True):
    """A planned day whose date a reader may set. Until they do, it keeps its distance to the mark `counted_from`."""

    day: int
    counted_from: str = START


class Course(Struct, frozen=True):
    """The dates of a plan. `dates` holds those that were set, by mark: `start` and others.

    No mark counts from itself, by whatever way.
    """

    dates: Mapping[str, date]
    marks: Mapping[str, Mark] = field(default_factory=dict)

    @property
    def start(self) -> date | None:
        """The start date, as it was set, or counted back from the first mark whose date was; None where none was."""
        if START in self.dates:
            return self.dates[START]
        for id_, mark in self.marks.items():
            if id_ in self.dates:
                return self.dates[id_] - timedelta(mark.day - FIRST_DAY)
        return None

    def date_of(self, day: int, counted_from: str = START) -> date | None:
        """The date of a planned day that moves with a mark; None while nothing was set, or no calendar goes so far."""
        mark = self.marks.get(counted_from)
        if mark is None:
            base, planned = self.start, FIRST_DAY
        else:
            planned = mark.day
            base = self.dates.get(counted_from) or self.date_of(mark.day, mark.counted_from)
        try:
            return base + timedelta(day - planned) if base else None
        except OverflowError:
            return None
