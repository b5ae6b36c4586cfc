"""The pages that belong to the site as a whole: help and plays.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.pages.views.shared import ContactView, PeopleView
from firstwin.pages.views.step import StepView
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class HelpView:
    """Whom to ask about what, and what each role means."""

    title: str
    stuck: Prose
    contacts: tuple[ContactView, ...]
    sides: tuple[PeopleView, ...]


@dataclass(frozen=True, slots=True)
class PlayView:
    """What to do when something happens. `tiers` names the plans it is for."""

    id: str
    title: str
    trigger: Prose
    tiers: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class PlaysView:
    """All plays of an edition."""

    title: str
    lede: str
    plays: tuple[PlayView, ...]
