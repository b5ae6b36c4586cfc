"""What a reader ticks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from firstwin.models.keys import Key
from firstwin.models.step import Item, ItemGroup
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import ConditionLabel, RoleName
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class Tick:
    """One line to tick."""

    key: Key
    text: Prose
    owners: tuple[RoleName, ...]
    optional: bool
    conditions: tuple[ConditionLabel, ...]


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Ticks under a heading; the heading is empty for those that stand alone."""

    title: str
    conditions: tuple[ConditionLabel, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Ticks(Block):
    """The lines to tick, in order; those beside each other that stand alone share a group."""

    component = "checklist"

    groups: tuple[TickGroup, ...]

    def owners(self) -> Iterator[RoleName]:
        """Whoever has a line of their own."""
        for group in self.groups:
            for tick in group.ticks:
                yield from tick.owners


def ticks(content: Content, setting: Setting) -> Ticks | None:
    """The items of a step."""
    return Ticks(tuple(_groups(content, setting))) if content.items else None


def _groups(content: Content, setting: Setting) -> Iterator[TickGroup]:
    for alone, beside in groupby(content.items.items(), key=lambda each: isinstance(each[1], Item)):
        if alone:
            lines = (_tick(id_, item, setting) for id_, item in beside if isinstance(item, Item))
            yield TickGroup("", (), tuple(lines))
        else:
            yield from (_group(item, setting) for _, item in beside if isinstance(item, ItemGroup))


def _group(group: ItemGroup, setting: Setting) -> TickGroup:
    return TickGroup(
        title=setting.texts.text(group.title),
        conditions=setting.names.labels(group.only_if),
        ticks=tuple(_tick(id_, item, setting) for id_, item in group.items.items()),
    )


def _tick(id_: str, item: Item, setting: Setting) -> Tick:
    return Tick(
        key=setting.key.below(id_),
        text=setting.texts.prose(item.text),
        owners=setting.names.people(item.owner or ()),
        optional=item.optional,
        conditions=setting.names.labels(item.only_if),
    )
