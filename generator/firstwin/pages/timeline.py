"""The timeline's arithmetic: which column a day lies in, what overlaps, where labels find room.

In: a `TierPlan`. Out: a `TimelineView`. The picture is a grid in which a column is a day; a plan too
long for that gets several days a column. Room for labels is reckoned at the narrowest width at which
days run across the page; narrower windows stack them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from firstwin.models.plan import Days
from firstwin.pages import words
from firstwin.pages.views import (
    BarView,
    DayTickView,
    MarkView,
    TimelineRowView,
    TimelineView,
)
from firstwin.resolve.guide import TierPlan

MOST_COLUMNS: Final = 180
MOST_TICKS: Final = 8
TICK_STEPS: Final = (1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 360)

# Pixels: the days' width at the narrowest window that shows them side by side, a letter, the padding.
_WIDTH: Final = 710
_LETTER: Final = 7
_PADDING: Final = 20


@dataclass(frozen=True, slots=True)
class Scale:
    """How days become columns."""

    length: int
    days_a_column: int

    @property
    def columns(self) -> int:
        """How many columns the picture has."""
        return math.ceil(self.length / self.days_a_column)

    def column(self, day: int) -> int:
        """The column a day lies in, from 1."""
        return (day - 1) // self.days_a_column + 1

    def room_for(self, label: str) -> int:
        """How many columns a label takes."""
        return math.ceil((len(label) * _LETTER + _PADDING) * self.columns / _WIDTH)


def scale_for(length: int) -> Scale:
    """The scale of a plan of so many days."""
    return Scale(length, math.ceil(length / MOST_COLUMNS))


def timeline(plan: TierPlan) -> TimelineView:
    """The timeline of a plan."""
    scale = scale_for(max(plan.duration, *_last_days(plan)))
    lanes = lanes_of([phase.moment.days for phase in plan.phases])
    marks = tuple(_marks(plan, scale))
    return TimelineView(
        title=words.PICTURE_TITLE,
        intro=words.picture_intro(len(plan.phases), overlap=max(lanes, default=1) > 1),
        alternative=words.picture_alternative(plan.title, scale.length),
        days=scale.length,
        columns=scale.columns,
        lanes=max(lanes, default=1),
        levels=max((mark.level for mark in marks), default=-1) + 1,
        ticks=tuple(ticks(scale)),
        bars=tuple(_bars(plan, scale, lanes)),
        marks=marks,
        rows=tuple(_rows(plan)),
    )


def lanes_of(windows: Sequence[Days]) -> tuple[int, ...]:
    """For each window the first lane in which it touches none of those before it."""
    last_in_lane: list[int] = []
    lanes = [0] * len(windows)
    for index in sorted(range(len(windows)), key=lambda index: windows[index].first):
        window = windows[index]
        free = (lane for lane, last in enumerate(last_in_lane) if last < window.first)
        lane = next(free, len(last_in_lane))
        last_in_lane[lane : lane + 1] = [window.last]
        lanes[index] = lane + 1
    return tuple(lanes)


def ticks(scale: Scale) -> Iterator[DayTickView]:
    """The days written on the scale: day 1, and round days up to the end."""
    steps = (step for step in TICK_STEPS if scale.length / step <= MOST_TICKS)
    step = next(steps, math.ceil(scale.length / MOST_TICKS))
    yield DayTickView(words.day(1), 1)
    for day in range(step, scale.length + 1, step):
        if day > 1:
            yield DayTickView(str(day), scale.column(day))


def _last_days(plan: TierPlan) -> Iterator[int]:
    yield 1
    for phase in plan.phases:
        yield phase.moment.days.last
    for milestone in plan.milestones:
        yield milestone.day
    for named in plan.named_days:
        yield named.day


def _bars(plan: TierPlan, scale: Scale, lanes: Sequence[int]) -> Iterator[BarView]:
    for phase, lane in zip(plan.phases, lanes, strict=True):
        first, last = scale.column(phase.moment.days.first), scale.column(phase.moment.days.last)
        room = scale.room_for(phase.moment.label)
        outside: Literal["", "before", "after"] = ""
        if last - first + 1 < room:
            outside = "after" if last + room <= scale.columns else "before"
        yield BarView(
            phase.number,
            phase.title,
            phase.moment.label,
            first,
            last,
            lane,
            narrow=outside != "",
            outside=outside,
        )


def _marks(plan: TierPlan, scale: Scale) -> Iterator[MarkView]:
    taken: list[int] = []  # by level, the last column its labels reach
    for title, day, flag in sorted(_moments(plan), key=lambda moment: moment[1]):
        column, half = scale.column(day), math.ceil(scale.room_for(title) / 2)
        first, last = column - half, column + half
        align: Literal["start", "middle", "end"] = "middle"
        if last > scale.columns:
            align, first, last = "end", column - 2 * half, column
        elif first < 0:
            align, first, last = "start", column, column + 2 * half
        free = (level for level, reached in enumerate(taken) if reached < first)
        level = next(free, len(taken))
        taken[level : level + 1] = [last]
        yield MarkView(title, words.day(day), column, flag, level, align)


def _moments(plan: TierPlan) -> Iterator[tuple[str, int, bool]]:
    for milestone in plan.milestones:
        yield milestone.title, milestone.day, milestone.first_value or milestone.anchor
    for named in plan.named_days:
        yield named.title, named.day, False


def _rows(plan: TierPlan) -> Iterator[TimelineRowView]:
    for phase in plan.phases:
        yield TimelineRowView(
            phase.number,
            phase.title,
            phase.moment.label,
            tuple(
                words.dated(milestone.title, words.day(milestone.day))
                for milestone in plan.milestones
                if milestone.phase == phase.id
            ),
        )
