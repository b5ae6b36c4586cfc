"""The words of when something happens.

In: `Moment`s and `ConditionLabel`s. Out: text. What counts in days, weeks or months has a sentence for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from firstwin.models.window import Unit
from firstwin.pages.words.numbers import count
from firstwin.resolve.guide_step import Anchor, ConditionLabel, Distance, Moment

_ONE: Final[Mapping[Unit, str]] = {
    Unit.DAY: "Day {first}",
    Unit.WEEK: "Week {first}",
    Unit.MONTH: "Month {first}",
}
_SEVERAL: Final[Mapping[Unit, str]] = {
    Unit.DAY: "Days {first}–{last}",
    Unit.WEEK: "Weeks {first}–{last}",
    Unit.MONTH: "Months {first}–{last}",
}
_DEADLINE: Final[Mapping[Unit, str]] = {
    Unit.DAY: "Day {last}",
    Unit.WEEK: "End of week {last}",
    Unit.MONTH: "End of month {last}",
}
_BY: Final[Mapping[Unit, str]] = {
    Unit.DAY: "by day {last}",
    Unit.WEEK: "by the end of week {last}",
    Unit.MONTH: "by the end of month {last}",
}
_FIRST_VALUE: Final[Mapping[Unit, str]] = {
    Unit.DAY: "Your first win is in it, by day {last}.",
    Unit.WEEK: "Your first win is in it, by the end of week {last}.",
    Unit.MONTH: "Your first win is in it, by the end of month {last}.",
}
_REACHED: Final[Mapping[Unit, str]] = {
    Unit.DAY: "{title}, day {last}",
    Unit.WEEK: "{title}, end of week {last}",
    Unit.MONTH: "{title}, end of month {last}",
}
_DISTANCE: Final[Mapping[Unit, str]] = {
    Unit.DAY: "days {first}–{last}",
    Unit.WEEK: "weeks {first}–{last}",
    Unit.MONTH: "months {first}–{last}",
}


def when(moment: Moment) -> str:
    """When something happens, in short: `Days 3–5`, `Week 2`."""
    return _span(moment.unit, moment.first, moment.last)


def deadline(moment: Moment) -> str:
    """By when something is due: `Day 5`, `End of week 2`."""
    return _DEADLINE[moment.unit].format(last=moment.last)


def by(moment: Moment) -> str:
    """By when something is due, behind its title: `by day 10`, `by the end of week 2`."""
    return _BY[moment.unit].format(last=moment.last)


def reached(title: str, moment: Moment) -> str:
    """A milestone and its day."""
    return _REACHED[moment.unit].format(title=title, last=moment.last)


def holds_first_value(moment: Moment) -> str:
    """The big day in a phase."""
    return _FIRST_VALUE[moment.unit].format(last=moment.last)


def apart(distance: Distance) -> str:
    """A distance from another day: `weeks 1–4 after “Go live”`, `1 day after the start date`."""
    if distance.unit is Unit.DAY and distance.first == distance.last:
        span = count(distance.last, "day", "days")
    elif distance.first == distance.last:
        span = f"{distance.unit.value} {distance.last}"
    else:
        span = _DISTANCE[distance.unit].format(first=distance.first, last=distance.last)
    return f"{span} {distance.side} {_anchor(distance.anchor)}"


def condition(label: ConditionLabel) -> str:
    """A condition behind what it is a condition of."""
    return f"not {label.label}" if label.negated else label.label


def _span(unit: Unit, first: int, last: int) -> str:
    said = _ONE if first == last else _SEVERAL
    return said[unit].format(first=first, last=last)


def _anchor(anchor: Anchor) -> str:
    return {"start": "the start date", "event": "the first day"}.get(
        anchor.kind, f"“{anchor.title}”"
    )
