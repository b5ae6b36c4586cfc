"""What a survey asks."""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.steps.content import Content
from firstwin.models.steps.survey import Survey
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting


class AskedQuestion(Struct, frozen=True):
    """One question of a survey, and how it is answered: on a scale, with one of several options, or with what is written.

    `section` is the heading that begins with it, or empty.
    """

    ask: str
    scale: str
    kind: str
    required: bool
    options: tuple[str, ...]
    section: str


class Questions(Block, frozen=True):
    """The questions of a survey."""

    component = "survey"

    questions: tuple[AskedQuestion, ...]


def questions(content: Content, setting: Setting) -> Questions | None:
    """The questions of a survey."""
    if not isinstance(content, Survey):
        return None
    texts = setting.texts
    return Questions(
        tuple(
            AskedQuestion(
                ask=texts.text(question.ask),
                scale=texts.text(question.scale),
                kind=question.kind or "",
                required=question.required,
                options=tuple(texts.text(option) for option in question.options),
                section=texts.text(question.section),
            )
            for question in content.questions.values()
        )
    )
