"""The timeline's arithmetic: which column a day lies in, what overlaps, where labels find room.

In: a `TierPlan`. Out: a `TimelineView`. The picture is a grid in which a column is a day; a plan too
long for that gets several days a column. Room for labels is reckoned at the narrowest width at which
days run across the page; narrower windows stack them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal
from unicodedata import east_asian_width

from msgspec import Struct
from msgspec.structs import replace

from firstwin.dates import FIRST_DAY, number_of
from firstwin.models.plan import Days
from firstwin.pages.day_text import DayText
from firstwin.pages.moments import day as day_of_plan
from firstwin.pages.moments import day_number, milestone_day, on_milestone, when
from firstwin.pages.titles import numbered
from firstwin.pages.views import (
    BarView,
    DayTickView,
    MarkView,
    TimelineRowView,
    TimelineView,
)
from firstwin.resolve.guide import MilestoneDay, TierPlan
from firstwin.words import Words

MOST_COLUMNS: Final = 180
MOST_TICKS: Final = 8
TICK_STEPS: Final = (1, 2, 5, 7, 10, 15, 30, 60, 90, 180, 360)

# Pixels: the width of the days in a window of 60em, of the names before them, of a letter, of padding, and of the longest
# label, the rest of which is cut off. It fits on one side of its mark at least, wherever that stands.
_WIDTH: Final = 700
_NAMES: Final = 210
_LETTER: Final = 7
_PADDING: Final = 12
_LONGEST: Final = 440

_JOINER: Final = "\u2060"


Align = Literal["start", "middle", "end"]


class Scale(Struct, frozen=True):
    """How days become columns. `first` is the first day: day 1, or one before it."""

    length: int
    days_a_column: int
    first: int = FIRST_DAY

    @property
    def columns(self) -> int:
        """How many columns the picture has."""
        return math.ceil(self.length / self.days_a_column)

    def column(self, day: int) -> int:
        """The column a day lies in, from 1."""
        return (day - self.first) // self.days_a_column + 1

    @property
    def names(self) -> int:
        """How many columns would fit beside the picture, where the names of the phases stand."""
        return _NAMES * self.columns // _WIDTH

    def room_for(self, label: str) -> int:
        """How many columns a label takes."""
        letters = sum(2 if east_asian_width(letter) in "FW" else 1 for letter in label)
        return math.ceil((min(letters * _LETTER, _LONGEST) + _PADDING) * self.columns / _WIDTH)


def scale_for(last: int, first: int = FIRST_DAY) -> Scale:
    """The scale of a plan that goes from one day to another."""
    length = last - first + 1
    return Scale(length, math.ceil(length / MOST_COLUMNS), first)


def timeline(plan: TierPlan, words: Words) -> TimelineView:
    """The timeline of a plan: its picture is that of onboarding, its rows are all phases."""
    whole, plan = plan, _onboarding(plan)
    last = max(plan.duration, *_last_days(plan))
    scale = scale_for(last, min(FIRST_DAY, *_first_days(plan)))
    lanes = lanes_of([phase.moment.days for phase in plan.phases])
    marks = tuple(_marks(plan, scale, words))
    return TimelineView(
        # Translators: Over the timeline of a plan.
        title=words.say("timeline", "The plan in one picture"),
        intro=_intro(whole, plan, words),
        # Translators: The timeline in a sentence, for those who cannot see it; {duration} is "120 days".
        alternative=words.say(
            "timeline",
            "{plan} as a picture: its phases and milestones over {duration}",
            plan=plan.title,
            duration=words.days(last),
        ),
        columns=scale.columns,
        days_a_column=scale.days_a_column,
        levels=max((mark.level for mark in marks), default=-1) + 1,
        ticks=tuple(ticks(scale, words)),
        bars=tuple(_bars(plan, scale, lanes, words)),
        marks=marks,
        rows=tuple(_rows(whole, words)),
    )


def _onboarding(plan: TierPlan) -> TierPlan:
    """The plan without what comes after it, and without what has no day."""
    phases = tuple(phase for phase in plan.phases if not phase.after)
    own = {phase.id for phase in phases}
    milestones = tuple(each for each in plan.milestones if each.phase in own and not each.event)
    dated = tuple(phase for phase in phases if not phase.moment.event)
    return replace(plan, phases=dated, milestones=milestones)


def lanes_of(windows: Sequence[Days]) -> tuple[int, ...]:
    """For each window the first lane in which it overlaps none of those before it.

    Windows that share one day, the last of the one and the first of the other, follow each other.
    """
    last_in_lane: list[int] = []
    lanes = [0] * len(windows)
    for index in sorted(range(len(windows)), key=lambda index: windows[index].first):
        window = windows[index]
        free = (lane for lane, last in enumerate(last_in_lane) if last <= window.first)
        lane = next(free, len(last_in_lane))
        last_in_lane[lane : lane + 1] = [window.last]
        lanes[index] = lane + 1
    return tuple(lanes)


def _intro(whole: TierPlan, plan: TierPlan, words: Words) -> str:
    """A line over the timeline: how many phases there are, and whether those in the picture overlap."""
    number = sum(not phase.after for phase in whole.phases)
    if _overlap([phase.moment.days for phase in plan.phases]):
        # Translators: Over the timeline of a plan: how many phases there are.
        return words.counted("timeline", "One phase.", "{number} phases. Some overlap.", number)
    # Translators: Over the timeline of a plan: how many phases there are, none of which overlaps another.
    return words.counted("in a row", "One phase.", "{number} phases, one after the other.", number)


def first_win(words: Words) -> str:
    """What the milestone of first value is called where plans are compared."""
    # Translators: The first outcome that is worth something to the customer.
    return words.say("plan", "First win")


def _overlap(windows: Sequence[Days]) -> bool:
    ordered = sorted(windows, key=lambda window: window.first)
    return any(after.first <= before.last for before, after in pairwise(ordered))


def ticks(scale: Scale, words: Words) -> Iterator[DayTickView]:
    """The days written on the scale: day 1, and round days up to the end; before it the day on which a plan begins."""
    steps = (step for step in TICK_STEPS if scale.length / step <= MOST_TICKS)
    step = next(steps, math.ceil(scale.length / MOST_TICKS))
    last = scale.first + scale.length - 1
    if FIRST_DAY - scale.first >= step / 2:
        yield DayTickView(day_number(scale.first, words), 1)
    yield DayTickView(day_of_plan(FIRST_DAY, words), scale.column(FIRST_DAY))
    for day in range(step, last + 1, step):
        if day > FIRST_DAY:
            yield DayTickView(day_number(day, words), scale.column(day))


def _first_days(plan: TierPlan) -> Iterator[int]:
    yield FIRST_DAY
    for phase in plan.phases:
        yield phase.moment.days.first
    for milestone in plan.milestones:
        yield milestone.day
    for named in plan.named_days:
        yield named.day


def _last_days(plan: TierPlan) -> Iterator[int]:
    yield 1
    for phase in plan.phases:
        yield phase.moment.days.last
    for milestone in plan.milestones:
        yield milestone.day
    for named in plan.named_days:
        yield named.day


def _bars(plan: TierPlan, scale: Scale, lanes: Sequence[int], words: Words) -> Iterator[BarView]:
    for phase, lane in zip(plan.phases, lanes, strict=True):
        first, last = scale.column(phase.moment.days.first), scale.column(phase.moment.days.last)
        days = when(phase.moment, words)
        room = scale.room_for(days)
        outside: Literal["", "before", "after"] = ""
        if last - first + 1 < room:
            outside = "after" if last + room <= scale.columns else "before"
        yield BarView(
            phase.number,
            phase.title,
            _unbroken(days),
            first,
            last,
            lane,
            narrow=outside != "",
            outside=outside,
        )


def _unbroken(days: DayText) -> DayText:
    """Days that do not break after their dash."""
    return DayText(days.replace("–", f"–{_JOINER}"), days.said)


class _Moment(Struct, frozen=True):
    """What the timeline marks on a day."""

    title: str
    day: int
    flag: bool
    label: str


def _moments(plan: TierPlan, words: Words) -> Iterator[_Moment]:
    for milestone in plan.milestones:
        flag = milestone.first_value or milestone.anchor
        title = first_win(words) if milestone.first_value else milestone.title
        yield _Moment(title, milestone.day, flag, milestone_day(milestone, words))
    for named in plan.named_days:
        label = day_of_plan(named.day, words, named.counted_from)
        yield _Moment(named.title, named.day, flag=False, label=label)


def _marks(plan: TierPlan, scale: Scale, words: Words) -> Iterator[MarkView]:
    """The marks by day. Those of one column share a place; the flags choose theirs first."""
    columns: dict[int, list[_Moment]] = {}
    for moment in sorted(_moments(plan, words), key=lambda moment: (moment.day, not moment.flag)):
        columns.setdefault(scale.column(moment.day), []).append(moment)
    places: dict[int, tuple[int, Align]] = {}
    taken: list[list[tuple[int, int]]] = []  # by level, the columns under its labels
    for column in sorted(columns, key=lambda column: (not columns[column][0].flag, column)):
        room = max(scale.room_for(moment.title) for moment in columns[column])
        align, span = _span(column, room, scale)
        level = next((level for level, spans in enumerate(taken) if _free(span, spans)), len(taken))
        taken[level:] = taken[level:] or [[]]
        taken[level].append(span)
        places[column] = level, align
    for column, moments in columns.items():
        level, align = places[column]
        for moment in moments:
            yield MarkView(moment.title, moment.label, column, moment.flag, level, align)


def _span(column: int, room: int, scale: Scale) -> tuple[Align, tuple[int, int]]:
    """How a label stands at its mark, and the columns it covers."""
    half = math.ceil(room / 2)
    if column + half > scale.columns:
        return "end", (column - room, column)
    if column - half < -scale.names:
        return "start", (column, column + room)
    return "middle", (column - half, column + half)


def _free(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return all(span[1] < first or last < span[0] for first, last in spans)


def _rows(plan: TierPlan, words: Words) -> Iterator[TimelineRowView]:
    for phase in plan.phases:
        yield TimelineRowView(
            numbered(phase, words),
            when(phase.moment, words),
            tuple(
                _in_row(milestone, words)
                for milestone in plan.milestones
                if milestone.phase == phase.id
            ),
        )


def _in_row(milestone: MilestoneDay, words: Words) -> DayText:
    if milestone.event:
        text = words.say(
            "milestone", "{title}: {event}", title=milestone.title, event=milestone.event
        )
        return DayText(text, None)
    # Translators: A milestone with its day, in a table.
    text = words.say(
        "timeline", "{title} (day {day})", title=milestone.title, day=number_of(milestone.day)
    )
    return on_milestone(text, milestone)
