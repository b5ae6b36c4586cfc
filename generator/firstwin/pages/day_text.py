"""Texts about days of a plan, which become dates once a reader has set a start.

In: a text and the days it is about. Out: `DayText`. It is a text like any other to whoever arranges it; where it is shown by
itself, it carries its days along, and `theme/components/when` puts their dates beside it.
"""

from __future__ import annotations

from typing import Self

from msgspec import Struct

from firstwin.dates import EVENT, START
from firstwin.models.plan import Days


class SaidDays(Struct, frozen=True):
    """The days a text is about. `due` tells that the last is a deadline, which keeps clear of holidays.

    They move with what they are `counted_from`. `step` is the key of the step that is due, where it is one of the reader's.
    """

    days: Days
    due: bool = False
    counted_from: str = START
    step: str = ""


class DayText(str):
    """A text about days. It carries none where it says what something waits for, or counts from what has no date."""

    said: SaidDays | None

    __slots__ = ("said",)

    def __new__(cls, text: str, said: SaidDays | None) -> Self:
        made = super().__new__(cls, text)
        made.said = said if said and said.counted_from != EVENT else None
        return made
