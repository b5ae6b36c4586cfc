"""Conversations that come back, as pages list them.

In: `Cadence`s. Out: `CadenceView`s.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.pages import words
from firstwin.pages.reader import Reader
from firstwin.pages.steps import agenda_lines
from firstwin.pages.views import CadenceView
from firstwin.resolve.guide import Cadence


def cadence_views(cadences: Iterable[Cadence], reader: Reader) -> tuple[CadenceView, ...]:
    """The views of several cadences. Of who takes part, a reader need not be told of themselves."""
    return tuple(
        CadenceView(
            cadence.title,
            (
                words.EVERY[cadence.every],
                words.when(cadence.moment),
                words.each(cadence.minutes),
                words.with_others(reader.names(reader.others(cadence.people))),
            ),
            agenda_lines(cadence.agenda),
        )
        for cadence in cadences
    )
