"""What not to do in a step."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class Avoid(Block, frozen=True):
    """What not to do in a step."""

    component = "avoid"

    items: tuple[Prose, ...]


def avoid(content: Content, setting: Setting) -> Avoid | None:
    """What not to do, where the author of a step says it."""
    return Avoid(setting.texts.proses(content.avoid)) if content.avoid else None
