"""What a reader writes down."""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.keys import Key
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting


@dataclass(frozen=True, slots=True)
class Blank:
    """A value the reader writes down."""

    key: Key
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class Entries(Block):
    """The values to write down."""

    component = "fields"

    entries: tuple[Blank, ...]


def entries(content: Content, setting: Setting) -> Entries | None:
    """The fields of a step."""
    if not content.fields:
        return None
    texts = setting.texts
    return Entries(
        tuple(
            Blank(setting.key.below(id_), texts.text(field.label), texts.text(field.hint))
            for id_, field in content.fields.items()
        )
    )
