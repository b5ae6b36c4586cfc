"""Which field of the old data becomes which."""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.steps.content import Content
from firstwin.models.steps.data_import import DataImport
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class MappedField(Struct, frozen=True):
    """Where one field of the old data goes."""

    source: str
    target: str
    rule: Prose


class FieldMap(Block, frozen=True):
    """Where the fields of the old data go."""

    component = "mapping"

    rows: tuple[MappedField, ...]


def mapping(content: Content, setting: Setting) -> FieldMap | None:
    """Where data that are imported go."""
    if not isinstance(content, DataImport) or not content.mapping:
        return None
    texts = setting.texts
    return FieldMap(
        tuple(
            MappedField(texts.text(field.from_), texts.text(field.to), texts.prose(field.rule))
            for field in content.mapping
        )
    )
