"""What a reader ticks and writes down.

In: the items and fields of a step. Out: `TickGroup`s and `Entry`s with their permanent keys.
"""

from __future__ import annotations

from firstwin.models.keys import Key
from firstwin.models.step import Item, ItemGroup
from firstwin.models.steps.content import Content
from firstwin.resolve.guide_step import Entry, Tick, TickGroup
from firstwin.resolve.names import Names
from firstwin.resolve.texts import Texts


def ticks(content: Content, key: Key, names: Names, texts: Texts) -> tuple[TickGroup, ...]:
    """The lines to tick, in order; those beside each other that stand alone share a group."""
    groups: list[TickGroup] = []
    alone: list[Tick] = []
    for id_, item in content.items.items():
        if isinstance(item, Item):
            alone.append(_tick(id_, item, key, names, texts))
            continue
        groups += _standing_alone(alone)
        alone = []
        groups.append(_group(item, key, names, texts))
    return (*groups, *_standing_alone(alone))


def entries(content: Content, key: Key, texts: Texts) -> tuple[Entry, ...]:
    """The values to write down."""
    return tuple(
        Entry(key.below(id_), texts.text(field.label), texts.text(field.hint))
        for id_, field in content.fields.items()
    )


def _standing_alone(alone: list[Tick]) -> list[TickGroup]:
    return [TickGroup("", (), tuple(alone))] if alone else []


def _group(group: ItemGroup, key: Key, names: Names, texts: Texts) -> TickGroup:
    return TickGroup(
        title=texts.text(group.title),
        conditions=names.labels(group.only_if),
        ticks=tuple(_tick(id_, item, key, names, texts) for id_, item in group.items.items()),
    )


def _tick(id_: str, item: Item, key: Key, names: Names, texts: Texts) -> Tick:
    return Tick(
        key=key.below(id_),
        text=texts.prose(item.text),
        owners=names.people(item.owner or ()),
        optional=item.optional,
        conditions=names.labels(item.only_if),
    )
