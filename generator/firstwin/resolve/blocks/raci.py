"""Who answers for a step and who is asked: what partners and the vendor read of it."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName


class RaciBlock(Block, frozen=True):
    """Who is responsible, accountable, consulted, informed."""

    component = "raci"

    responsible: tuple[RoleName, ...]
    accountable: RoleName
    consulted: tuple[RoleName, ...]
    informed: tuple[RoleName, ...]


def raci(content: Content, setting: Setting) -> RaciBlock | None:
    """Who answers for a step whose author tells more than an owner and who is informed."""
    duties, names = content.raci, setting.names
    if not duties:
        return None
    return RaciBlock(
        responsible=(setting.owner, *names.people(duties.responsible)),
        accountable=names.roles[duties.accountable],
        consulted=names.people(duties.consulted),
        informed=names.people(content.informed),
    )
