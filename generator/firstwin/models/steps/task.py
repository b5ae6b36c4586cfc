"""The type of step `task`."""

from __future__ import annotations

from typing import Literal

from firstwin.models.steps.content import Content


class Task(Content):
    """Something to do. What a step is when no type is written."""

    type: Literal["task"] = "task"
    """The type of step."""
