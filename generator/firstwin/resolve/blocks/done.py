"""How everybody can tell that a step is done."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class Done(Block, frozen=True):
    """What completes a step, in its author's words; empty where other parts of the step say it."""

    component = "done"

    criterion: Prose


def done(content: Content, setting: Setting) -> Done:
    """What completes a step. No step is without."""
    return Done(setting.texts.prose(content.criterion))
