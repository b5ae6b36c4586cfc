"""The pages of the library: tutorials and quizzes.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.pages.views.shared import PagerView, RailItemView
from firstwin.text import Prose, Url


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action of a tutorial. Where the author gave no title, `title` is its position.

    `width` and `height` are the image's, or 0 where it has no size of its own.
    """

    id: str
    key: str
    number: int
    position: str
    title: str
    do: Prose
    see: Prose
    image: Url
    width: int
    height: int
    alt: str
    caption: str
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
    """A guide that leads to this page: which one, and the step to go back to."""

    guide: str
    step: str
    url: Url


@dataclass(frozen=True, slots=True)
class TutorialView:
    """A guided exercise. `meta`: minutes, actions, for whom.

    `uses` are the guides that lead here, where they are several; of a single one, back link and
    pager lead to its step.
    """

    id: str
    kind: str
    title: str
    goal: Prose
    meta: tuple[str, ...]
    before_you_start: tuple[Prose, ...]
    video: VideoView | None
    actions: tuple[ActionView, ...]
    rail: tuple[RailItemView, ...]
    verify: Prose
    verify_id: str
    verify_key: str
    pager: PagerView
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer to choose from. `id` is unique on the page."""

    id: str
    value: str
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of a quiz. `right` is the text of the right answer."""

    id: str
    key: str
    number: int
    position: str
    ask: str
    answers: tuple[AnswerView, ...]
    right: str
    because: Prose


@dataclass(frozen=True, slots=True)
class QuizView:
    """Questions that show what was understood."""

    id: str
    kind: str
    title: str
    summary: Prose
    meta: tuple[str, ...]
    questions: tuple[QuestionView, ...]
    pager: PagerView
    uses: tuple[UseView, ...]
