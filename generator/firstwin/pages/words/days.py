"""The words of a guide's days."""

from __future__ import annotations

from typing import Final

from firstwin.pages.words.numbers import days, duration, within

DAY_BY_DAY: Final = "Day by day"
SEE_DAYS: Final = "See it day by day"
PHASE_BEGINS: Final = "Phase begins"
STARTS: Final = "Starts"
DUE_TODAY: Final = "Due"
MILESTONE: Final = "Milestone"
NOTHING_DUE: Final = "Nothing starts, and nothing is due."
IN_A_BUSY_WEEK: Final = "In a busy week"
IN_CALLS: Final = "Of it in regular calls"


def days_lede(plan: str, length: int) -> str:
    """What the days of a guide show."""
    return f"{plan}, {days(length)}. What starts, what is due and when you talk, week by week."


def week(number: int) -> str:
    """A week of the plan."""
    return f"Week {number}"


def week_range(first: int, last: int) -> str:
    """Weeks of the plan."""
    return week(first) if first == last else f"Weeks {first}–{last}"


def until(day: int, who: str = "") -> str:
    """Behind what starts: its last day, and whose it is."""
    return f"until day {day}, {within(who)}" if who else f"until day {day}"


def call(title: str, minutes: int) -> str:
    """A conversation that falls into a week."""
    return f"{title}, {duration(minutes)}"


def up_to(minutes: int) -> str:
    """The most time that something takes."""
    return f"Up to {duration(minutes)}"
