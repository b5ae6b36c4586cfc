"""The type of step `quiz`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from firstwin.models.base import Model
from firstwin.models.steps.content import Content
from firstwin.models.values import Id, MarkdownLine, Text


class QuizQuestion(Model):
    """One question of a quiz."""

    ask: Text
    """The question."""
    options: dict[Id, Text] = Field(min_length=2)
    """The answers to choose from, by id."""
    answer: Id
    """The id of the right answer."""
    because: MarkdownLine
    """Why it is right."""
    why_not: dict[Id, MarkdownLine] = Field(default_factory=dict)
    """Why other answers are wrong, by their ids: shown to a reader who has chosen one, in place of the right answer."""


class Quiz(Content):
    """Questions that show what was understood. It lives in the library and has a page of its own."""

    has_page = True
    is_attended = True

    type: Literal["quiz"]
    """The type of step."""
    questions: dict[Id, QuizQuestion] = Field(min_length=1)
    """The questions, in order, by permanent id."""
