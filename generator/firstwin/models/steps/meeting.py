"""The type of step `meeting`."""

from __future__ import annotations

from typing import Literal

from firstwin.models.step import AgendaPoint
from firstwin.models.steps.content import Content


class Meeting(Content):
    """People talk to each other at one time."""

    is_attended = True

    type: Literal["meeting"]
    """The type of step."""
    agenda: tuple[AgendaPoint, ...] = ()
    """What is talked about, in order, each with its minutes: `Introductions (10 min)`."""
