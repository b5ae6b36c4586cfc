"""How something is done, instruction by instruction."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.models.steps.procedure import Procedure
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class Instructions(Block, frozen=True):
    """The instructions of a procedure."""

    component = "instructions"

    items: tuple[Prose, ...]


def instructions(content: Content, setting: Setting) -> Instructions | None:
    """The instructions of a procedure."""
    if not isinstance(content, Procedure):
        return None
    return Instructions(setting.texts.proses(content.instructions))
