"""Plays: what is done when something happens, and by what a guide sees that it did.

In: `plays.yml`. Out: a model of the file, with the ids it defines, in its order.
"""

from __future__ import annotations

from pydantic import Field

from firstwin.models.base import FileModel, Model
from firstwin.models.placed import PlacedStep
from firstwin.models.several import Several
from firstwin.models.values import Audience, Id, MarkdownLine, Number, Text


class StillOpen(Model):
    """Something that should have begun on a day of the plan."""

    step: Id
    """The step: nothing in it is ticked, and its reader says nothing of it."""
    part: Id | None = None
    """An item or a field of it: that is what is still open."""
    day: Number
    """The day of the plan from which on it calls for the play."""


class Play(Model):
    """What to do when something happens. Its steps count from that day."""

    title: Text
    """What is done about it."""
    trigger: MarkdownLine
    """What has to happen."""
    audience: Audience = Audience.INTERNAL
    """Who may see it. One for customers stands in the guides of those who have a part in it."""
    tiers: Several[Id] = ()
    """The tiers it is for. Without it, all."""
    tell: Several[Id] = ()
    """The roles to tell. A guide shows how to reach them, where they are behind a contact of its tier."""
    moves: Several[MarkdownLine] = ()
    """What else moves when this happens, and what stays as it is."""
    late: dict[Id, Several[Id]] = Field(default_factory=dict)
    """By tier, the steps of its playbook that call for it when they are late: a guide then leads to it."""
    still_open: dict[Id, tuple[StillOpen, ...]] = Field(default_factory=dict)
    """By tier, what calls for it while nothing is ticked or written there on a day: nobody is invited on day 3."""
    not_seen: Number | None = None
    """After how many days without a visit a guide leads to it."""
    steps: tuple[PlacedStep, ...] = Field(min_length=1)
    """What to do; day 1 is the day it happened."""


class Plays(FileModel):
    """`plays.yml`."""

    plays: dict[Id, Play] = Field(min_length=1)
    """The plays, in the order of the page."""
