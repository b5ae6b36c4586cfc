"""How one goes back, where what a step switches over fails."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Prose


class RollbackBlock(Block, frozen=True):
    """What calls for going back, who decides it, and what is done then, in order."""

    component = "rollback"

    when: tuple[Prose, ...]
    by: RoleName
    then: tuple[Prose, ...]


def rollback(content: Content, setting: Setting) -> RollbackBlock | None:
    """How one goes back, where the author of a step says it."""
    written, proses = content.rollback, setting.texts.proses
    if not written:
        return None
    return RollbackBlock(
        proses(written.when), setting.names.roles[written.by], proses(written.then)
    )
