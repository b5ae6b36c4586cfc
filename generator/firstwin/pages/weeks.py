"""Weeks of a plan: which week a day lies in, when calls come back, how much there is to do in each.

In: days, steps and conversations that come back. Out: numbers. Week n is days 7n-6 to 7n. A step's minutes
are spread evenly over its days; a call takes its minutes in the week it falls into.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Final

from firstwin.models.effort import NO_TIME, Effort
from firstwin.models.part import days_until
from firstwin.models.plan import Days
from firstwin.resolve.guide import Cadence
from firstwin.resolve.guide_step import GuideStep, StepChoice

WEEK: Final = 7
HALF_HOUR: Final = 30
HOUR: Final = 60
EXACT_HOURS: Final = 5


def week_of(day: int) -> int:
    """The week a day lies in, from 1; the one before the start is 0, and `number_of` says how it is written."""
    return (day - 1) // WEEK + 1


def days_of(week: int) -> Days:
    """The days of a week."""
    return Days(WEEK * (week - 1) + 1, WEEK * week)


def weeks_of(days: Days) -> range:
    """The weeks that some days touch."""
    return range(week_of(days.first), week_of(days.last) + 1)


def weeks_of_calls(cadence: Cadence) -> Iterator[int]:
    """The week of each time a conversation comes back, but of the first where a step is that."""
    own = cadence.counted + cadence.later
    for count in range(cadence.times - own, cadence.times):
        yield week_of(cadence.moment.days.first + days_until(cadence.every, count))


def work_of(
    steps: Iterable[GuideStep], minutes: Mapping[str, Effort]
) -> Iterator[tuple[Days, int]]:
    """The days of steps and their minutes, each by its id; of those of which some are enough, so many that take longest.

    What waits for something to happen has no week.
    """
    known = [(step, minutes.get(step.id, NO_TIME).most) for step in steps if not step.moment.event]
    left: dict[StepChoice, int] = {}
    for step, spent in sorted(known, key=itemgetter(1), reverse=True):
        if step.choice:
            left[step.choice] = left.get(step.choice, step.choice.at_least) - 1
        if not step.choice or left[step.choice] >= 0:
            yield step.moment.days, spent


def load(work: Iterable[tuple[Days, int]], cadences: Iterable[Cadence] = ()) -> Mapping[int, float]:
    """The minutes of each week: of work that takes some minutes over some days, and of calls, both at their longest."""
    minutes: dict[int, float] = defaultdict(float)
    for days, spent in work:
        a_day = spent / (days.last - days.first + 1)
        for week in weeks_of(days):
            inside = days_of(week)
            shared = min(days.last, inside.last) - max(days.first, inside.first) + 1
            minutes[week] += a_day * shared
    for cadence in cadences:
        for week in weeks_of_calls(cadence):
            minutes[week] += cadence.minutes.most
    return minutes


def busiest(minutes: Mapping[int, float]) -> int:
    """The most minutes of any week, rounded up: to half hours up to five hours, then to hours."""
    most = max(minutes.values(), default=0)
    unit = HALF_HOUR if most <= EXACT_HOURS * HOUR else HOUR
    # What adds up from fractions of days is a hair off the whole number it means.
    return unit * math.ceil(round(most, 6) / unit)
