"""Days in words, for messages.

In: planned days. Out: `day 5`, `days 5-9`.
"""

from __future__ import annotations

from firstwin.models.plan import Days


def in_words(days: Days) -> str:
    """The days as a message names them."""
    return f"day {days.first}" if days.first == days.last else f"days {days.first}-{days.last}"
