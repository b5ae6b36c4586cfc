"""How soon something has to be done where days are too coarse: `4 hours`, `2 working days`.

In: the text of `within`. Out: `TimeLimit`. It counts from what happened before: the event of a play, or whatever the
step waits for. A plan counts in days all the same, so a step in it has its window beside this.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal, cast

from msgspec import Struct
from pydantic import PlainValidator

from firstwin.models.amounts import named_minutes
from firstwin.models.base import fault, written_as
from firstwin.models.window import Range, Unit, Window

LONGEST: Final = 99
_limit: Final = re.compile(r"([1-9][0-9]?) (hour|working day)s?")
_working: Final = re.compile(
    r"(?i)(?:within )?([1-9][0-9]?)[ -]*(?:working|business|work|week)[ -]?days?"
)
_days: Final = re.compile(r"(?i)(?:within )?([1-9][0-9]?) (day|week)s?")
_FORMS: Final = "write hours or working days: 4 hours, 2 working days"
_HOURS_OF_A_DAY, _WORKING_DAYS, _WEEKEND = 24, 5, 2

LimitUnit = Literal["hour", "working day"]
"""What a time limit counts in."""


class TimeLimit(Struct, frozen=True):
    """So many hours, or working days."""

    number: int
    unit: LimitUnit

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"

    @property
    def window(self) -> Window:
        """The days that it takes at the most, the first one being the day on which it begins.

        It may begin on any day: as many weekends as can lie in between are in it.
        """
        if self.unit == "hour":
            last = 1 + self.number // _HOURS_OF_A_DAY
        else:
            weekends = (self.number + _WORKING_DAYS - 1) // _WORKING_DAYS
            last = 1 + self.number + _WEEKEND * weekends
        return Window(Unit.DAY, Range(1, last), "within")


def read_time_limit(value: object) -> TimeLimit:
    """Read `4 hours`, `2 working days`. Raises a `fault` for anything else."""
    text = value if isinstance(value, str) else ""
    found = _limit.fullmatch(text)
    if found:
        return TimeLimit(int(found[1]), cast("LimitUnit", found[2]))
    raise fault(
        "time_limit_form", "hours or working days are expected here", _meant(text.strip()) or _FORMS
    )


def _meant(text: str) -> str:
    """What to write for a limit in other words: `4h`, `within 2 business days`; nothing where that is not plain."""
    working = _working.fullmatch(text)
    if working:
        return f"write {TimeLimit(int(working[1]), 'working day')}"
    days = _days.fullmatch(text)
    if days:
        return _in_days(int(days[1]), is_week=days[2].lower() == "week")
    minutes = named_minutes(re.sub("(?i)^within ", "", text)) or 0
    hours, rest = divmod(minutes, 60)
    return f"write {TimeLimit(hours, 'hour')}" if 0 < hours <= LONGEST and not rest else ""


def _in_days(number: int, *, is_week: bool) -> str:
    """What to write for days or weeks of which nobody knows whether they are working days."""
    working = TimeLimit(number * _WORKING_DAYS if is_week else number, "working day")
    hours = TimeLimit(number * _HOURS_OF_A_DAY, "hour")
    if is_week or hours.number > LONGEST:
        return f"write {working}" if working.number <= LONGEST else ""
    return f"write {working}, or {hours}"


Within = Annotated[
    TimeLimit,
    PlainValidator(read_time_limit),
    written_as(
        "time limit",
        f"Hours or working days, 1 to {LONGEST}: `4 hours`, `2 working days`.",
        type="string",
        pattern="^[1-9][0-9]? (hour|working day)s?$",
        errorMessage="Write hours or working days: 4 hours, 2 working days.",
    ),
]
