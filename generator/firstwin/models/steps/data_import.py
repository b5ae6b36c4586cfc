"""The type of step `data-import`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from firstwin.models.base import Model
from firstwin.models.several import Several
from firstwin.models.steps.content import Content
from firstwin.models.values import MarkdownLine, Text


class FieldMapping(Model):
    """Where one field of the old data goes."""

    from_: Text = Field(alias="from")
    """The field's name in the old system."""
    to: Text
    """The field's name in the product."""
    rule: MarkdownLine | None = None
    """How its values are changed on the way."""


class DataImport(Content):
    """Data moves from one system to another."""

    type: Literal["data-import"]
    """The type of step."""
    mapping: tuple[FieldMapping, ...] = ()
    """Which field becomes which."""
    checks: Several[MarkdownLine] = ()
    """How to tell that the data arrived whole."""
