"""What the pages of the library hold: a tutorial and a quiz, and the steps that lead to them.

In: nothing; `resolve` builds them. Out: frozen dataclasses of plain values, as in `guide`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from firstwin.models.effort import Effort
from firstwin.models.keys import Key
from firstwin.resolve.blocks.pictures import PictureText
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class TutorialAction:
    """One action of a tutorial."""

    key: Key
    number: int
    title: str
    do: Prose
    see: Prose
    picture: PictureText | None
    stuck: Prose


@dataclass(frozen=True, slots=True)
class UsedBy:
    """A guide's step that leads to a library page. `step_number` is the step's among the `step_of` of its phase.

    Of a step of a play, `play` is the play, `phase` is empty and `phase_title` the play's title.
    """

    tier: str
    tier_title: str
    persona: RoleName
    phase: str
    phase_title: str
    step: str
    step_title: str
    step_number: int
    step_of: int
    play: str = ""


@dataclass(frozen=True, slots=True)
class VideoText:
    """A tutorial as a film elsewhere, and every word that is said in it."""

    url: str
    minutes: int
    transcript: Prose


@dataclass(frozen=True, slots=True)
class TutorialText:
    """A tutorial's page, once for the whole site. `file` is the project's path."""

    id: str
    title: str
    also: tuple[str, ...]
    summary: Prose
    minutes: Effort
    goal: Prose
    before_you_start: tuple[Prose, ...]
    pictures: tuple[PictureText, ...]
    actions: tuple[TutorialAction, ...]
    verify: Prose
    verify_key: Key
    video: VideoText | None
    used_by: tuple[UsedBy, ...]
    reviewed: date | None
    edit: str
    file: str


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """One answer to choose from, and why it is right or wrong."""

    id: str
    text: str
    right: bool
    because: Prose


@dataclass(frozen=True, slots=True)
class QuizItem:
    """One question of a quiz."""

    key: Key
    ask: str
    answers: tuple[QuizAnswer, ...]


@dataclass(frozen=True, slots=True)
class QuizText:
    """A quiz's page, once for the whole site. `file` is the one it was written in."""

    id: str
    title: str
    also: tuple[str, ...]
    summary: Prose
    minutes: Effort
    questions: tuple[QuizItem, ...]
    used_by: tuple[UsedBy, ...]
    reviewed: date | None
    edit: str
    file: str
