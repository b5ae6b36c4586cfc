"""Who accepts the work of a step: what partners and the vendor read of it."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.blocks.ticks import Tick, ticks_of
from firstwin.resolve.guide_step import RoleName


class AcceptanceBlock(Block, frozen=True):
    """Who accepts the work, and what has to be true for it, to tick."""

    component = "acceptance"

    by: RoleName
    ticks: tuple[Tick, ...]


def acceptance(content: Content, setting: Setting) -> AcceptanceBlock | None:
    """Who accepts the work of a step, and when."""
    terms = content.acceptance
    if not terms:
        return None
    return AcceptanceBlock(
        setting.names.roles[terms.by],
        ticks_of(terms.when, setting.key, setting.texts),
    )
