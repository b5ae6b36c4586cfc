"""Whom to turn to when a step stalls."""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.steps.content import Content
from firstwin.models.time_limit import TimeLimit
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Prose


class EscalationRole(Struct, frozen=True):
    """One role to turn to, `after` so long, or at once."""

    to: RoleName
    after: TimeLimit | None
    text: Prose


class Escalation(Block, frozen=True):
    """The roles to turn to, one after the other."""

    component = "escalation"

    levels: tuple[EscalationRole, ...]


def escalation(content: Content, setting: Setting) -> Escalation | None:
    """Whom to turn to, where the author of a step says it."""
    if not content.escalation:
        return None
    return Escalation(
        tuple(
            EscalationRole(
                setting.names.roles[level.to], level.after, setting.texts.prose(level.text)
            )
            for level in content.escalation
        )
    )
