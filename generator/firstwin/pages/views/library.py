"""The pages of the library: tutorials, quizzes and documents.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.pages.views.shared import PagerView, PictureView, RailItemView
from firstwin.pages.views.step import EntryView
from firstwin.text import Prose, Url


class ActionView(Struct, frozen=True):
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


class VideoView(Struct, frozen=True):
    """The same as a film: a link until it is pressed, and every word that is said in it."""

    label: str
    title: str
    url: Url
    transcript: Prose


class UseView(Struct, frozen=True):
    """A guide that leads to this page: its own page of the same (`url`), and the step to go back to (`step_url`).

    In a guide, `guide` is another step that leads here, and `url` the way to it.
    """

    guide: str
    url: Url
    step: str
    step_url: Url


class LibraryView(Struct, frozen=True, kw_only=True):
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


class TutorialView(LibraryView, frozen=True, kw_only=True):
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


class AnswerView(Struct, frozen=True):
    """One answer to choose from, and why it is right or wrong. `id` is unique on the page."""

    id: str
    value: str
    text: str
    right: bool
    because: Prose


class QuestionView(Struct, frozen=True):
    """One question of a quiz."""

    id: str
    key: str
    number: int
    position: str
    ask: str
    answers: tuple[AnswerView, ...]


class QuizView(LibraryView, frozen=True, kw_only=True):
    """Questions that show what was understood."""

    summary: Prose
    questions: tuple[QuestionView, ...]


class FormCellView(Struct, frozen=True):
    """A cell of a table to fill in: what is printed in it, or else room to write, which `label` names."""

    text: Prose
    key: str
    label: str


class FormTableView(Struct, frozen=True):
    """A table to fill in."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[FormCellView, ...], ...]


class SectionView(Struct, frozen=True):
    """A part of a document. `id` is unique on the page."""

    id: str
    title: str
    text: Prose
    entries: tuple[EntryView, ...]
    tables: tuple[FormTableView, ...]


class DocumentView(LibraryView, frozen=True, kw_only=True):
    """A template that readers fill in."""

    summary: Prose
    sections: tuple[SectionView, ...]
