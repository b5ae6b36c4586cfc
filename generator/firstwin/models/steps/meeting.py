"""The type of step `meeting`."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from firstwin.models.base import ShortForm
from firstwin.models.effort import NO_TIME, Effort, Minutes
from firstwin.models.several import Several
from firstwin.models.step import AgendaPoint
from firstwin.models.steps.content import Content
from firstwin.models.values import Id, MarkdownLine
from firstwin.models.window import PlanDay


class Sitting(ShortForm):
    """One of several times that people meet in one step. A lone text stands for `{title: ...}`."""

    short: ClassVar[str] = "title"

    title: MarkdownLine
    """Who meets, or what for: The head of sales."""
    day: PlanDay | None = None
    """The day on which it is, one of the step's. Without it, any of them."""
    minutes: Minutes | None = None
    """How long it takes, when it is not as long as the others."""
    was: Id | None = None
    """Its earlier id: what was ticked under it moves here."""


class Meeting(Content):
    """People talk to each other at one time, or, in `sessions`, at several."""

    is_attended = True

    type: Literal["meeting"]
    """The type of step."""
    agenda: Several[AgendaPoint] = ()
    """What is talked about, in order, each with its minutes: `Introductions (10 min)`."""
    sessions: dict[Id, Sitting] = Field(default_factory=dict)
    """The times that people meet, by permanent id, where it is several: each is ticked by itself, and takes the step's minutes."""

    @property
    def effort(self) -> Effort:
        """How long all of its sessions take."""
        one = super().effort
        each = (session.minutes or one for session in self.sessions.values())
        return sum(each, NO_TIME) if self.sessions else one
