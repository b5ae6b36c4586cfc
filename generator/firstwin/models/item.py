"""The lines of a step that are ticked, alone or in groups.

In: the mapping of an item or a group, or a lone text. Out: `Item` and `ItemGroup`.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, PlainValidator, Tag

from firstwin.models.base import Faults, Model, ShortForm, fault, written_as
from firstwin.models.condition import OnlyIf
from firstwin.models.values import (
    ID_SCHEMA,
    Audience,
    Flag,
    Id,
    MarkdownLine,
    Number,
    Text,
    read_id,
)

MOST_OWNERS_OF_AN_ITEM = 2


def read_owners(value: object) -> tuple[str, ...]:
    """One role, or two for what is done together. Raises a `fault` for anything else."""
    if not isinstance(value, list):
        return (read_id(value),)
    faults, owners = Faults(), []
    if not 1 <= len(value) <= MOST_OWNERS_OF_AN_ITEM:
        faults.add(fault("owners_count", "an item has one owner, or two who do it together"))
    for position, owner in enumerate(value):
        with faults.at(position):
            owners.append(read_id(owner))
    faults.report()
    return tuple(owners)


Owners = Annotated[
    tuple[str, ...],
    PlainValidator(read_owners),
    written_as(
        "one id or two",
        "One role, or a list of two who do it together.",
        **ID_SCHEMA
        | {"type": ["string", "array"], "errorMessage": "Write one role, or a list of two."},
        items=ID_SCHEMA,
        minItems=1,
        maxItems=MOST_OWNERS_OF_AN_ITEM,
    ),
]


class Item(ShortForm):
    """One line to tick. A lone text stands for `{text: ...}`."""

    short: ClassVar[str] = "text"

    text: MarkdownLine
    """What to do, in one line."""
    owner: Owners | None = None
    """Who does it, when it is not the step's owner: one role, or two who do it together."""
    optional: Flag = False
    """Whether the step is complete without it."""
    only_if: OnlyIf | None = None
    """The condition under which it applies."""
    audience: Audience | None = None
    """Who may see it. It may narrow the step's audience, never widen it."""
    was: Id | None = None
    """The item's earlier id: ticks kept under it move here."""


class ItemGroup(Model):
    """Items under a heading. Groups hold items, never groups."""

    title: Text
    """The heading."""
    items: dict[Id, Item] = Field(min_length=1)
    """The items, by id."""
    at_least: Number | None = None
    """How many of its items are enough. Without it, all that are not optional are needed."""
    only_if: OnlyIf | None = None
    """The condition under which the whole group applies."""
    audience: Audience | None = None
    """Who may see the group."""


def _item_or_group(value: object) -> str:
    return "<group>" if isinstance(value, dict) and "items" in value else "<item>"


ItemOrGroup = Annotated[
    Annotated[Item, Tag("<item>")] | Annotated[ItemGroup, Tag("<group>")],
    Discriminator(_item_or_group),
]
