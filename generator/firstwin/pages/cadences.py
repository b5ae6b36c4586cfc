"""Conversations that come back, as pages list them.

In: `Cadence`s. Out: `CadenceView`s.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.pages import words
from firstwin.pages.steps import agenda_lines
from firstwin.pages.views import CadenceView
from firstwin.resolve.guide import Cadence


def cadence_views(cadences: Iterable[Cadence]) -> tuple[CadenceView, ...]:
    """The views of several cadences."""
    return tuple(
        CadenceView(
            cadence.title,
            (
                words.EVERY[cadence.every],
                cadence.moment.label,
                words.each(cadence.minutes),
                words.with_roles([role.title for role in (cadence.owner, *cadence.with_)]),
            ),
            agenda_lines(cadence.agenda),
        )
        for cadence in cadences
    )
