"""Days in words, for messages.

In: planned days. Out: `day 5`, `days 5-9`, and how YAML has them; and whether they lie before the start by mistake.
"""

from __future__ import annotations

from firstwin.dates import FIRST_DAY, START, number_of
from firstwin.models.plan import Days
from firstwin.models.window import Window


def in_words(days: Days) -> str:
    """The days as a message names them."""
    return f"day {_span(days)}" if days.first == days.last else f"days {_span(days)}"


def part_inside(days: Days, around: Days) -> str:
    """The part of some days that lies inside of others, as YAML has it: `days: 1-90`. Nothing where none does."""
    inside = Days(max(days.first, around.first), min(days.last, around.last))
    if inside.first > inside.last:
        return ""
    return f"`day{'s' if inside.first < inside.last else ''}: {_span(inside)}`"


def counts_back_too_far(window: Window | None, days: Days | None) -> bool:
    """Whether a window counts back beyond the start date from a day that lies behind it.

    What is meant to come before counts from the start date, or from a day before it.
    """
    if not window or not days or window.range.side != "before" or window.range.anchor == START:
        return False
    return days.first < FIRST_DAY <= days.first + window.offsets[1]


def _span(days: Days) -> str:
    first, last = number_of(days.first), number_of(days.last)
    return str(first) if first == last else f"{first}-{last}"
