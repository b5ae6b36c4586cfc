"""The type of step `training`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from firstwin.models.base import Model
from firstwin.models.effort import NO_TIME, Effort, Minutes
from firstwin.models.mentions import Mention, mentions
from firstwin.models.several import Several
from firstwin.models.steps.content import Content
from firstwin.models.values import Flag, Id, MarkdownLine, Text


class Session(Model):
    """One training session."""

    title: Text
    """What the session is called."""
    for_: Several[Id] = Field(alias="for", min_length=1)
    """The roles that attend; the minutes count for them."""
    minutes: Minutes
    """How long it lasts, in minutes, or from how many to how many."""
    covers: Several[MarkdownLine] = ()
    """What is learnt."""
    recorded: Flag = False
    """Whether a recording can be watched later."""


class Training(Content):
    """People learn from somebody, in one session or several."""

    is_attended = True

    type: Literal["training"]
    """The type of step."""
    sessions: dict[Id, Session] = Field(min_length=1)
    """The sessions, by id."""

    def own_mentions(self) -> Iterator[Mention]:
        """Who attends."""
        for id_, session in self.sessions.items():
            yield from mentions("role", session.for_, "sessions", id_, "for")

    def session_minutes(self, role: str | None = None) -> Effort:
        """The minutes of the sessions for a role, or of all."""
        held = (each for each in self.sessions.values() if role is None or role in each.for_)
        return sum((session.minutes for session in held), NO_TIME)
