"""What goes wrong when a step is skipped."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class Risk(Block, frozen=True):
    """What goes wrong when a step is skipped."""

    component = "risk"

    text: Prose


def risk(content: Content, setting: Setting) -> Risk | None:
    """The risk of a step, where its author names one."""
    return Risk(setting.texts.prose(content.risk)) if content.risk else None
