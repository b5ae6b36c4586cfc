"""The type of step `survey`."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from firstwin.models.base import ShortForm
from firstwin.models.step import InputKind, hold_apart
from firstwin.models.steps.content import Content
from firstwin.models.values import Flag, Id, Text


class SurveyQuestion(ShortForm):
    """One question of a survey. A lone text stands for `{ask: ...}`."""

    short: ClassVar[str] = "ask"

    ask: Text
    """The question."""
    scale: Text | None = None
    """The scale of the answer: 0 to 10."""
    kind: InputKind | None = None
    """What an answer without a scale or options is: `text`, `paragraph`, `number`, `date`, `email` or `address` (of a page)."""
    options: tuple[Text, ...] = ()
    """The answers to choose from."""
    required: Flag = False
    """Whether it has to be answered; one that does not may be left out."""
    section: Text | None = None
    """The heading over this question and those after it, down to the next one."""

    @model_validator(mode="after")
    def _is_answered_in_one_way(self) -> SurveyQuestion:
        hold_apart("question", self.kind, self.options)
        return self


class Survey(Content):
    """Questions about how things went."""

    is_attended = True

    type: Literal["survey"]
    """The type of step."""
    questions: dict[Id, SurveyQuestion] = Field(min_length=1)
    """The questions, by id."""
