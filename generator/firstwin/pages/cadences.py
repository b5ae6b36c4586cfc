"""Conversations that come back, as pages list them.

In: `Cadence`s. Out: `CadenceView`s.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from firstwin.models.step import Period
from firstwin.pages.efforts import how_long
from firstwin.pages.moments import when
from firstwin.pages.reader import Reader
from firstwin.pages.views import CadenceView
from firstwin.resolve.guide import Cadence
from firstwin.words import Words


def cadence_views(cadences: Iterable[Cadence], reader: Reader) -> tuple[CadenceView, ...]:
    """The views of several cadences. Of who takes part, a reader need not be told of themselves."""
    return tuple(
        CadenceView(
            cadence.title,
            (
                _every(cadence.every, reader.words),
                when(cadence.moment, reader.words),
                # Translators: How long each of several calls takes.
                reader.words.say(
                    "call", "{duration} each", duration=how_long(cadence.minutes, reader.words)
                ),
                # Translators: Who takes part in calls: "With your champion and your success manager".
                reader.words.say(
                    "call",
                    "With {names}",
                    names=reader.in_sentence(reader.others(cadence.people)),
                ),
            ),
            cadence.agenda,
        )
        for cadence in cadences
    )


def _every(period: Period, words: Words) -> str:
    if period == "year":
        # Translators: How often calls come back.
        return words.say("call", "Every year")
    if period == "half-year":
        # Translators: How often calls come back: each six months.
        return words.say("call", "Twice a year")
    return _within_a_quarter(period, words)


def _within_a_quarter(
    period: Literal["day", "week", "2 weeks", "month", "quarter"], words: Words
) -> str:
    match period:
        case "day":
            # Translators: How often calls come back: on each working day.
            return words.say("call", "Every working day")
        case "week":
            # Translators: How often calls come back.
            return words.say("call", "Every week")
        case "2 weeks":
            # Translators: How often calls come back.
            return words.say("call", "Every two weeks")
        case "month":
            # Translators: How often calls come back.
            return words.say("call", "Every month")
        case "quarter":
            # Translators: How often calls come back.
            return words.say("call", "Every quarter")
