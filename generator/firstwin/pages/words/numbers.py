"""Numbers, durations, days and lists in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

_NUMBERS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
EVERY: Final[Mapping[str, str]] = {
    "week": "Every week",
    "2 weeks": "Every two weeks",
    "month": "Every month",
    "quarter": "Every quarter",
}
_HOURS_ROUNDED_FROM: Final = 10
_TOTALS_ROUNDED_FROM: Final = 3


def count(number: int, one: str, many: str) -> str:
    """`1 step`, `7 steps`."""
    return f"{number} {one if number == 1 else many}"


def days(number: int) -> str:
    """A length in days."""
    return count(number, "day", "days")


def steps(number: int) -> str:
    """How many steps."""
    return count(number, "step", "steps")


def actions(number: int) -> str:
    """How many actions."""
    return count(number, "action", "actions")


def questions(number: int) -> str:
    """How many questions."""
    return count(number, "question", "questions")


def duration(minutes: int) -> str:
    """`25 minutes`, `1 hour 30 minutes`, and from ten hours on `about 25 hours`.

    From an hour on, minutes are rounded to five: what adds up from many steps is no more exact.
    """
    hours, rest = divmod(_rounded(minutes), 60)
    if hours >= _HOURS_ROUNDED_FROM and rest:
        return f"about {round(minutes / 60)} hours"
    parts = [
        count(number, one, many)
        for number, one, many in ((hours, "hour", "hours"), (rest, "minute", "minutes"))
        if number
    ]
    return " ".join(parts) or "no time"


def short_duration(minutes: int) -> str:
    """A duration where there is little room: `45 min`, `1.5 h`, `24 h`."""
    hours, rest = divmod(_rounded(minutes), 60)
    if not hours:
        return f"{rest} min"
    if hours >= _HOURS_ROUNDED_FROM or not rest:
        return f"{round(minutes / 60)} h"
    return f"{hours} h {rest} min"


def total(minutes: int) -> str:
    """What several durations add up to: `45 minutes`, `2 hours 30 minutes`, `about 25 hours`."""
    if minutes < _TOTALS_ROUNDED_FROM * 60 or minutes % 60 == 0:
        return duration(minutes)
    return f"about {round(minutes / 60)} hours"


def short_total(minutes: int) -> str:
    """What several durations add up to, where there is little room: `45 min`, `25 h`."""
    rounded = minutes >= _TOTALS_ROUNDED_FROM * 60
    return f"{round(minutes / 60)} h" if rounded else short_duration(minutes)


def _rounded(minutes: int) -> int:
    return minutes if minutes < 60 else 5 * round(minutes / 5)


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def within(title: str) -> str:
    """A name as it stands inside a sentence: `Technical lead` becomes `technical lead`, `CSM` stays."""
    first, second = title[:1], title[1:2]
    return first.lower() + title[1:] if second.islower() or title.startswith("A ") else title


def joined(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return "".join(before + name for before, name in zip(joins(len(names)), names, strict=True))


@cache
def joins(number: int) -> tuple[str, ...]:
    """What stands before each of several names in a sentence."""
    return tuple(
        "" if index == 0 else " and " if index == number - 1 else ", " for index in range(number)
    )


def spelled(number: int) -> str:
    """A small number as a word."""
    return _NUMBERS[number - 1] if 1 <= number <= len(_NUMBERS) else str(number)


def day(number: int) -> str:
    """A day of the plan."""
    return f"Day {number}"


def day_range(first: int, last: int) -> str:
    """Days of the plan."""
    return day(first) if first == last else f"Days {first}–{last}"


def meta(*facts: str) -> str:
    """Short facts in one line; those that are empty are left out."""
    return " · ".join(fact for fact in facts if fact)


def calendar_day(when: date) -> str:
    """`2 November 2026`."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
