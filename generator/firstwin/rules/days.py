"""Days in words, for messages.

In: planned days. Out: `day 5`, `days 5-9`, and how YAML has them.
"""

from __future__ import annotations

from firstwin.models.plan import Days


def in_words(days: Days) -> str:
    """The days as a message names them."""
    return f"day {days.first}" if days.first == days.last else f"days {days.first}-{days.last}"


def part_inside(days: Days, around: Days) -> str:
    """The part of some days that lies inside of others, as YAML has it: `days: 1-90`. Nothing where none does."""
    first, last = max(days.first, around.first), min(days.last, around.last)
    if first > last:
        return ""
    return f"`day: {first}`" if first == last else f"`days: {first}-{last}`"
