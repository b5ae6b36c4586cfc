"""What a reader ticks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from firstwin.models.criteria import Point
from firstwin.models.item import Item, ItemGroup
from firstwin.models.keys import Key
from firstwin.models.steps.content import Content
from firstwin.models.steps.meeting import Meeting
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import AlternativeLabels, RoleName
from firstwin.resolve.texts import Texts
from firstwin.text import Prose


class Tick(Struct, frozen=True):
    """One line to tick: by its `owners`, or where it is `for_all`, by each who takes part."""

    key: Key
    text: Prose
    owners: tuple[RoleName, ...]
    optional: bool
    conditions: tuple[AlternativeLabels, ...]
    for_all: bool = False


class TickGroup(Struct, frozen=True):
    """Ticks under a heading, which is empty for those that stand alone; of the sessions of a `day` it is that day.

    Of some, `at_least` so many are enough; 0 where all are needed.
    """

    title: str
    conditions: tuple[AlternativeLabels, ...]
    ticks: tuple[Tick, ...]
    day: int | None = None
    at_least: int = 0


class Ticks(Block, frozen=True):
    """The lines to tick, in order; those beside each other that stand alone share a group."""

    component = "checklist"

    groups: tuple[TickGroup, ...]

    def owners(self) -> Iterator[RoleName]:
        """Whoever has a line of their own."""
        for group in self.groups:
            for tick in group.ticks:
                yield from tick.owners


def ticks(content: Content, setting: Setting) -> Ticks | None:
    """The items of a step, and the sessions of a meeting."""
    groups = (*_groups(content, setting), *_sessions(content, setting))
    return Ticks(groups) if groups else None


def ticks_of(criteria: Mapping[str, Point], key: Key, texts: Texts) -> tuple[Tick, ...]:
    """What has to be true, to tick below a key."""
    return tuple(
        Tick(key.below(id_), texts.prose(criterion.text), (), False, ())
        for id_, criterion in criteria.items()
    )


def _sessions(content: Content, setting: Setting) -> Iterator[TickGroup]:
    sessions = content.sessions if isinstance(content, Meeting) else {}
    for day, beside in groupby(sessions.items(), key=lambda each: each[1].day):
        lines = tuple(
            Tick(
                setting.key.below(id_), setting.texts.prose(each.title), (), False, (), for_all=True
            )
            for id_, each in beside
        )
        yield TickGroup("", (), lines, day)


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
        at_least=group.at_least or 0,
    )


def _tick(id_: str, item: Item, setting: Setting) -> Tick:
    return Tick(
        key=setting.key.below(id_),
        text=setting.texts.prose(item.text),
        owners=setting.names.people(item.owner or ()),
        optional=item.optional,
        conditions=setting.names.labels(item.only_if),
    )
