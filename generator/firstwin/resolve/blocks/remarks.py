"""Remarks, each for one audience."""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.step import Notes
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.texts import Texts
from firstwin.text import Prose


class Remark(Struct, frozen=True):
    """A remark for one audience: customer, partner or internal."""

    audience: str
    text: Prose


class Remarks(Block, frozen=True):
    """The remarks on a step, those for every reader first."""

    component = "notes"

    notes: tuple[Remark, ...]


def remarks(content: Content, setting: Setting) -> Remarks | None:
    """The notes of a step that this edition has."""
    notes = remarks_of(content.notes, setting.texts)
    return Remarks(notes) if notes else None


def remarks_of(notes: Notes | None, texts: Texts) -> tuple[Remark, ...]:
    """The notes that this edition has, those for every reader first."""
    by_audience = [(name, getattr(notes, name, None)) for name in Notes.model_fields]
    return tuple(Remark(name, texts.prose(text)) for name, text in by_audience if text)
