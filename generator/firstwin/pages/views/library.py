"""The pages of the library: tutorials, quizzes and documents.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.pages.views.shared import PagerView, PictureView, RailItemView
from firstwin.pages.views.step import EntryView
from firstwin.text import Prose, Url


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action of a tutorial. Where the author gave no title, `title` is its position."""

    id: str
    key: str
    number: int
    position: str
    title: str
    do: Prose
    see: Prose
    picture: PictureView | None
    stuck: Prose


@dataclass(frozen=True, slots=True)
class VideoView:
    """The same as a film: a link until it is pressed, and every word that is said in it."""

    label: str
    title: str
    url: Url
    transcript: Prose


@dataclass(frozen=True, slots=True)
class UseView:
    """A guide that leads to this page: its own page of the same (`url`), and the step to go back to (`step_url`).

    In a guide, `guide` is another step that leads here, and `url` the way to it.
    """

    guide: str
    url: Url
    step: str
    step_url: Url


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryView:
    """What each page of the library shows. `eyebrow`: what it is, and the step of a guide; `meta`: minutes, parts, for whom.

    `context` names plan and role, where it is a page of a guide. `uses` are the guides that lead to the site's page; in a
    guide, its other steps that lead here: back link and pager lead to the first.
    """

    id: str
    eyebrow: str
    title: str
    context: str
    meta: tuple[str, ...]
    pager: PagerView
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TutorialView(LibraryView):
    """A guided exercise."""

    goal: Prose
    before_you_start: tuple[Prose, ...]
    pictures: tuple[PictureView, ...]
    video: VideoView | None
    actions: tuple[ActionView, ...]
    rail: tuple[RailItemView, ...]
    verify: Prose
    verify_id: str
    verify_key: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer to choose from, and why it is right or wrong. `id` is unique on the page."""

    id: str
    value: str
    text: str
    right: bool
    because: Prose


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of a quiz."""

    id: str
    key: str
    number: int
    position: str
    ask: str
    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizView(LibraryView):
    """Questions that show what was understood."""

    summary: Prose
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class FormCellView:
    """A cell of a table to fill in: what is printed in it, or else room to write, which `label` names."""

    text: Prose
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class FormTableView:
    """A table to fill in."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[FormCellView, ...], ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of a document. `id` is unique on the page."""

    id: str
    title: str
    text: Prose
    entries: tuple[EntryView, ...]
    tables: tuple[FormTableView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView(LibraryView):
    """A template that readers fill in."""

    summary: Prose
    sections: tuple[SectionView, ...]
