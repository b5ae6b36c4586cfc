"""The type of step `survey`."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from firstwin.models.base import ShortForm
from firstwin.models.steps.content import Content
from firstwin.models.values import Id, Text


class SurveyQuestion(ShortForm):
    """One question of a survey. A lone text stands for `{ask: ...}`."""

    short: ClassVar[str] = "ask"

    ask: Text
    """The question."""
    scale: Text | None = None
    """The scale of the answer: 0 to 10."""
    options: tuple[Text, ...] = ()
    """The answers to choose from."""
    section: Text | None = None
    """The heading over this question and those after it, down to the next one."""


class Survey(Content):
    """Questions about how things went."""

    is_attended = True

    type: Literal["survey"]
    """The type of step."""
    questions: dict[Id, SurveyQuestion] = Field(min_length=1)
    """The questions, by id."""
