"""Remarks, each for one audience."""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.step import Notes
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark for one audience: customer, partner or internal."""

    audience: str
    text: Prose


@dataclass(frozen=True, slots=True)
class Remarks(Block):
    """The remarks on a step, those for every reader first."""

    component = "notes"

    notes: tuple[Remark, ...]


def remarks(content: Content, setting: Setting) -> Remarks | None:
    """The notes of a step that this edition has."""
    by_audience = [(name, getattr(content.notes, name, None)) for name in Notes.model_fields]
    notes = tuple(Remark(name, setting.texts.prose(text)) for name, text in by_audience if text)
    return Remarks(notes) if notes else None
