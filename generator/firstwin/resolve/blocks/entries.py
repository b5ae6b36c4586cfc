"""What a reader writes down."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from firstwin.models.keys import Key
from firstwin.models.step import InputField, InputKind
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.texts import Texts


class Blank(Struct, frozen=True):
    """A value the reader writes down, or one of `options`. `section` is the heading that begins with it, or empty."""

    key: Key
    label: str
    hint: str
    kind: InputKind | None
    options: tuple[str, ...]
    required: bool
    section: str


class Entries(Block, frozen=True):
    """The values to write down."""

    component = "fields"

    entries: tuple[Blank, ...]


def entries(content: Content, setting: Setting) -> Entries | None:
    """The fields of a step."""
    if not content.fields:
        return None
    return Entries(blanks(content.fields, setting.key, setting.texts))


def blanks(fields: Mapping[str, InputField], around: Key, texts: Texts) -> tuple[Blank, ...]:
    """Fields, filled in: what is written into each is kept below the key of what is `around`."""
    return tuple(
        Blank(
            key=around.below(id_),
            label=texts.text(field.label),
            hint=texts.text(field.hint),
            kind=field.kind,
            options=tuple(texts.text(option) for option in field.options),
            required=field.required,
            section=texts.text(field.section),
        )
        for id_, field in fields.items()
    )
