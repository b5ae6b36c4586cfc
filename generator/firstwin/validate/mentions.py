"""What a piece of content mentions: roles, metrics and conditions, each with its place.

In: a step's content or a touchpoint. Out: `Mention`s. The checks of references ask whether they are
known, the rules about unused vocabulary which ones there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from firstwin.models.condition import Clause
from firstwin.models.content import Content, Email, Handoff, Review, Training
from firstwin.models.playbook import Touchpoint
from firstwin.models.step import Item, ItemGroup
from firstwin.sources import KeyPath

Kind = Literal["role", "metric", "condition"]


@dataclass(frozen=True, slots=True)
class Mention:
    """An id that something mentions, at `keys` below it. `clause` is the condition's, with its answer."""

    kind: Kind
    id: str
    keys: KeyPath
    clause: Clause | None = None


def of_content(content: Content) -> Iterator[Mention]:
    """What a step or library entry mentions."""
    if content.owner:
        yield Mention("role", content.owner, ("owner",))
    yield from _each("role", content.with_, ("with",))
    yield from _each("role", content.informed, ("informed",))
    yield from _each("role", content.sign_off, ("sign_off",))
    if content.raci:
        yield Mention("role", content.raci.accountable, ("raci", "accountable"))
        yield from _each("role", content.raci.consulted, ("raci", "consulted"))
    if content.acceptance:
        yield Mention("role", content.acceptance.by, ("acceptance", "by"))
    yield from _conditions(content.only_if, ("only_if",))
    for id_, item in content.items.items():
        yield from _item(item, ("items", id_))
    yield from _of_type(content)


def of_touchpoint(touchpoint: Touchpoint) -> Iterator[Mention]:
    """What a touchpoint mentions."""
    yield Mention("role", touchpoint.owner, ("owner",))
    yield from _each("role", touchpoint.with_, ("with",))


def _of_type(content: Content) -> Iterator[Mention]:
    """What only some types of steps mention."""
    match content:
        case Email():
            yield from _each("role", content.to, ("to",))
        case Handoff():
            yield Mention("role", content.to, ("to",))
        case Review():
            yield from _each("metric", content.metrics, ("metrics",))
        case Training():
            for id_, session in content.sessions.items():
                yield from _each("role", session.for_, ("sessions", id_, "for"))
        case _:
            pass


def _item(item: Item | ItemGroup, keys: KeyPath) -> Iterator[Mention]:
    yield from _conditions(item.only_if, (*keys, "only_if"))
    if isinstance(item, ItemGroup):
        for id_, inner in item.items.items():
            yield from _item(inner, (*keys, "items", id_))
    elif item.owner:
        yield from _each("role", item.owner, (*keys, "owner"))


def _each(kind: Kind, ids: Iterable[str], keys: KeyPath) -> Iterator[Mention]:
    for position, id_ in enumerate(ids):
        yield Mention(kind, id_, (*keys, position))


def _conditions(clauses: Iterable[Clause] | None, keys: KeyPath) -> Iterator[Mention]:
    for position, clause in enumerate(clauses or ()):
        yield Mention("condition", clause.condition, (*keys, position), clause)
