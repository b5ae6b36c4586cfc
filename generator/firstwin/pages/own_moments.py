"""All that a guide asks of its reader, in one list: what to do, when, and how long it takes.

In: a `Guide` and its `Reader`. Out: `MomentView`s, and the sentence over them. Only a guide that asks little is told
whole, on its first screen: who has two minutes need not open a phase.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from firstwin.models.effort import Effort
from firstwin.models.plan import Days
from firstwin.pages.anchors import CADENCES
from firstwin.pages.efforts import how_long, in_all
from firstwin.pages.form import takes_part
from firstwin.pages.moments import when
from firstwin.pages.reader import Reader
from firstwin.pages.views import MomentView
from firstwin.resolve.guide import Guide
from firstwin.words import Words

MOST: Final = 12
"""So many moments are told one by one."""


class _Moment(Struct, frozen=True):
    days: Days
    view: MomentView


def own_moments(guide: Guide, reader: Reader) -> tuple[MomentView, ...]:
    """What the reader does, by its days, and the calls that take time of their own; nothing where that is much."""
    found = sorted([*_steps(guide, reader), *_calls(guide, reader)], key=_by_days)
    return tuple(each.view for each in found) if len(found) <= MOST else ()


def moments_title(number: int, minutes: Effort, words: Words) -> str:
    """How many moments there are, and how long they take together."""
    if not minutes:
        # Translators: Over the list of all that a guide asks of its reader.
        return words.counted("guide", "Your {number} moment", "Your {number} moments", number)
    # Translators: Over the list of all that a guide asks of its reader; {duration} is "about 4 hours".
    return words.counted(
        "guide",
        "Your {number} moment, {duration} in all",
        "Your {number} moments, {duration} in all",
        number,
        duration=in_all(minutes, words),
    )


def _steps(guide: Guide, reader: Reader) -> Iterator[_Moment]:
    for phase in guide.own_phases:
        page = reader.phases[phase.id]
        for step in phase.steps:
            if takes_part(step, reader):
                time = how_long(step.minutes, reader.words, alone=True)
                url = reader.here.to(page, step.id)
                view = MomentView(when(step.moment, reader.words), step.title, url, time)
                days = step.moment.days
                yield _Moment(Days(days.last, days.last) if step.moment.event else days, view)


def _calls(guide: Guide, reader: Reader) -> Iterator[_Moment]:
    for cadence in guide.cadences:
        if cadence.in_all or cadence.in_all_later:
            # Translators: How long each of several calls takes, in a list of steps: a call is none, and is not counted as one.
            time = reader.words.say(
                "guide",
                "{duration} each, with nothing to tick",
                duration=how_long(cadence.minutes, reader.words),
            )
            view = MomentView(
                when(cadence.moment, reader.words),
                cadence.title,
                reader.here.to(reader.here, CADENCES),
                time,
            )
            yield _Moment(cadence.moment.days, view)


def _by_days(moment: _Moment) -> tuple[int, int]:
    return moment.days.first, moment.days.last
