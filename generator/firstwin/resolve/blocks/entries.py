"""What a reader writes down."""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.keys import Key
from firstwin.models.step import InputKind
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting


@dataclass(frozen=True, slots=True)
class Blank:
    """A value the reader writes down, or one of `options`. `section` is the heading that begins with it, or empty."""

    key: Key
    label: str
    hint: str
    kind: InputKind | None
    options: tuple[str, ...]
    required: bool
    section: str


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
            Blank(
                key=setting.key.below(id_),
                label=texts.text(field.label),
                hint=texts.text(field.hint),
                kind=field.kind,
                options=tuple(texts.text(option) for option in field.options),
                required=field.required,
                section=texts.text(field.section),
            )
            for id_, field in content.fields.items()
        )
    )
