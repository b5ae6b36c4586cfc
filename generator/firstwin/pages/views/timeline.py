"""The timeline: a plan as a picture.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class BarView(Struct, frozen=True):
    """A phase on the timeline, from column `first` to column `last`, both included.

    `lane` (1, 2 ...) keeps overlapping phases apart where days run down the page. `narrow` says that
    its label does not fit inside; `outside` is then the side with room for it.
    """

    number: int
    title: str
    label: str
    first: int
    last: int
    lane: int
    narrow: bool
    outside: Literal["", "before", "after"]


class MarkView(Struct, frozen=True):
    """A milestone on the timeline, at the end of `column`.

    `flag` marks the big days (first value, and milestones that windows count from): they get a line
    through the picture.
    `level` (0, 1 ...) is the line its label stands on, so that labels of near days do not overlap.
    `align` is where the label stands at the mark.
    """

    title: str
    label: str
    column: int
    flag: bool
    level: int
    align: Literal["start", "middle", "end"]


class DayTickView(Struct, frozen=True):
    """A day written on the timeline's scale."""

    label: str
    column: int


class TimelineRowView(Struct, frozen=True):
    """A line of the timeline as a table: a phase and the milestones in it."""

    title: str
    label: str
    milestones: tuple[str, ...]


class TimelineView(Struct, frozen=True):
    """A plan as a picture, and as a table.

    The picture is a grid of `columns`: a column is a day, or several where a plan is very long. `levels` is
    how many lines the labels of milestones stand on.
    """

    title: str
    intro: str
    alternative: str
    columns: int
    days_a_column: int
    levels: int
    ticks: tuple[DayTickView, ...]
    bars: tuple[BarView, ...]
    marks: tuple[MarkView, ...]
    rows: tuple[TimelineRowView, ...]
