"""Working days of a country.

In: its weekend, and the days that are unlike others of their kind. Out: `WorkingDays`, which says what is a working day
and which comes next. Years of which nothing is known have weekends and no holidays.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

ONE_DAY: Final = timedelta(1)
MOST_DAYS_OFF: Final = 60
"""No country rests longer; who looks further has a calendar without working days."""


class WorkingDays(Struct, frozen=True):
    """`weekend` are weekdays from Monday, 0; `off` are days on which nobody works, `on` days of a weekend on which they do."""

    weekend: AbstractSet[int] = frozenset()
    off: AbstractSet[date] = frozenset()
    on: AbstractSet[date] = frozenset()

    def has(self, day: date) -> bool:
        """Whether it is a working day."""
        return day in self.on or (day not in self.off and day.weekday() not in self.weekend)

    def next(self, day: date) -> date:
        """The day itself where it is a working day, or else the next one."""
        found = day
        for _ in range(MOST_DAYS_OFF):
            if self.has(found):
                return found
            if found == date.max:
                break
            found += ONE_DAY
        return day
