"""The words of tutorials and quizzes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from firstwin.pages.words.numbers import duration, joined, questions, within

TUTORIAL: Final = "Tutorial"
TUTORIALS: Final = "Tutorials"
QUIZ: Final = "Quiz"
VIDEO: Final = "Video"
IN_THIS_TUTORIAL: Final = "In this tutorial"


def action_of(number: int, of: int) -> str:
    """Where an action stands in its tutorial."""
    return f"Action {number} of {of}"


def quiz_description(title: str, number: int) -> str:
    """A quiz without a summary, for search engines."""
    return f"{title}: {questions(number)}, with answers"


def question_of(number: int, of: int) -> str:
    """Where a question stands in its quiz."""
    return f"Question {number} of {of}"


def card_label(kind: str, size: str) -> str:
    """The label of a card that leads to a tutorial or quiz."""
    return f"{kind} · {size}"


def action_by_action(title: str) -> str:
    """The title of a card that leads to a tutorial."""
    return f"{title}, action by action"


def for_roles(roles: Sequence[str]) -> str:
    """Whom a tutorial is for."""
    return f"For the {joined([within(role) for role in roles])}"


def step_in(number: int, phase: str) -> str:
    """A step of a phase, by its number."""
    return f"Step {number} of “{phase}”"


def back_to_step(number: int) -> str:
    """The label of the way back from a tutorial."""
    return f"Back to step {number}"


def next_step(number: int) -> str:
    """The label of the way on from a tutorial."""
    return f"Next: step {number}"


def video_label(minutes: int) -> str:
    """The label of a film."""
    return f"{VIDEO} · {duration(minutes)}"


def watch(title: str) -> str:
    """The link to a film."""
    return f"Watch “{title}” instead"
