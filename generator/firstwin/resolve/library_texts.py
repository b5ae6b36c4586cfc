"""What the pages of the library hold: a tutorial, a quiz, a document, and the steps that lead to them.

In: nothing; `resolve` builds them. Out: frozen dataclasses of plain values, as in `guide`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from msgspec import Struct

from firstwin.models.effort import Effort
from firstwin.models.keys import Key
from firstwin.resolve.blocks.entries import Blank
from firstwin.resolve.blocks.pictures import PictureText
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Prose


class TutorialAction(Struct, frozen=True):
    """One action of a tutorial."""

    key: Key
    number: int
    title: str
    do: Prose
    see: Prose
    picture: PictureText | None
    stuck: Prose


class UsedBy(Struct, frozen=True):
    """A guide's step that leads to a library page. `step_number` is the step's among the `step_of` of its phase.

    Of a step of a play, `play` is the play, `phase` is empty and `phase_title` the play's title. `leader` is who leads the step,
    where that is not the persona.
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
    leader: RoleName | None = None


class VideoText(Struct, frozen=True):
    """A tutorial as a film elsewhere, and every word that is said in it."""

    url: str
    minutes: int
    transcript: Prose


class LibraryText(Struct, frozen=True, kw_only=True):
    """What each page of the library has, once for the whole site. `file` is the one it was written in."""

    id: str
    title: str
    also: tuple[str, ...]
    summary: Prose
    minutes: Effort
    used_by: tuple[UsedBy, ...]
    reviewed: date | None
    edit: str
    file: str


class TutorialText(LibraryText, frozen=True, kw_only=True):
    """A tutorial's page."""

    kind: ClassVar[Literal["tutorial"]] = "tutorial"

    goal: Prose
    before_you_start: tuple[Prose, ...]
    pictures: tuple[PictureText, ...]
    actions: tuple[TutorialAction, ...]
    verify: Prose
    verify_key: Key
    video: VideoText | None


class QuizAnswer(Struct, frozen=True):
    """One answer to choose from, and why it is right or wrong."""

    id: str
    text: str
    right: bool
    because: Prose


class QuizItem(Struct, frozen=True):
    """One question of a quiz."""

    key: Key
    ask: str
    answers: tuple[QuizAnswer, ...]


class QuizText(LibraryText, frozen=True, kw_only=True):
    """A quiz's page."""

    kind: ClassVar[Literal["quiz"]] = "quiz"

    questions: tuple[QuizItem, ...]


class FormRow(Struct, frozen=True):
    """A row of a table to fill in. A cell has what is printed in it, or is empty; what is written there is kept below `key`."""

    key: Key
    cells: tuple[Prose, ...]


class FormTableText(Struct, frozen=True):
    """A table to fill in. `columns` are the headings by the names that the keys of cells end in."""

    key: Key
    title: str
    columns: Mapping[str, str]
    rows: tuple[FormRow, ...]


class SectionText(Struct, frozen=True):
    """A part of a document."""

    title: str
    text: Prose
    entries: tuple[Blank, ...]
    tables: tuple[FormTableText, ...]


class DocumentText(LibraryText, frozen=True, kw_only=True):
    """The page of a template to fill in."""

    kind: ClassVar[Literal["document"]] = "document"

    sections: tuple[SectionText, ...]


EntryText = TutorialText | QuizText | DocumentText
"""What has a page of its own."""
