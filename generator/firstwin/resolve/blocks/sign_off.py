"""Who signs that a step is done."""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName


@dataclass(frozen=True, slots=True)
class SignOff(Block):
    """The roles that sign."""

    component = "sign-off"

    roles: tuple[RoleName, ...]


def sign_off(content: Content, setting: Setting) -> SignOff | None:
    """The roles that sign a step off."""
    return SignOff(setting.names.people(content.sign_off)) if content.sign_off else None
