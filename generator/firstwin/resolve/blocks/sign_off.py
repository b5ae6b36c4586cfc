"""Who signs that a step is done."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName


class SignOff(Block, frozen=True):
    """The roles that sign."""

    component = "sign-off"

    roles: tuple[RoleName, ...]


def sign_off(content: Content, setting: Setting) -> SignOff | None:
    """The roles that sign a step off."""
    return SignOff(setting.names.people(content.sign_off)) if content.sign_off else None
