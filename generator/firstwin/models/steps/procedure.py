"""The type of step `procedure`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from firstwin.models.several import Several
from firstwin.models.steps.content import Content
from firstwin.models.values import MarkdownLine


class Procedure(Content):
    """How something is done the standard way, instruction by instruction."""

    type: Literal["procedure"]
    """The type of step."""
    instructions: Several[MarkdownLine] = Field(min_length=1)
    """The instructions, in order."""
