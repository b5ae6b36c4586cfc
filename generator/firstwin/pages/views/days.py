"""The days of a guide.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from firstwin.text import Url


class DayLineView(Struct, frozen=True):
    """Something that happens on a day: `word` says what (Starts, Due), `note` whose it is or how long."""

    day: str
    kind: Literal["phase", "starts", "due", "milestone"]
    word: str
    title: str
    url: Url
    note: str


class WeekView(Struct, frozen=True):
    """A week, or several in which nothing happens. `calls` are the conversations that fall into it."""

    id: str
    title: str
    label: str
    calls: tuple[str, ...]
    lines: tuple[DayLineView, ...]


class DaysView(Struct, frozen=True):
    """A guide day by day. `context` names plan and role."""

    title: str
    context: str
    lede: str
    weeks: tuple[WeekView, ...]
