"""What the texts of an edition link to inside the site, by kind and name.

In: the project as it is left for an audience. Out: `Linked`: downloads and documents are in an edition for that. What a plan
and an entry link to is found once while the `memo` has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from operator import methodcaller
from typing import Any, Final

from msgspec.structs import replace
from pydantic import BaseModel

from firstwin.caching.memo import Memo
from firstwin.models.addresses import LinkAddress
from firstwin.models.plan import Origin
from firstwin.models.project import Project
from firstwin.models.steps.content import Content
from firstwin.models.values import Markdown
from firstwin.system.fields import field_names
from firstwin.text import inside_of, links_inside

FILE: Final = "file"
DOCUMENT: Final = "document"

Link = tuple[str, str]
"""A kind with a name."""

Linked = frozenset[Link]


def linked_by(left: Project, memo: Memo) -> Linked:
    """What an edition links to, but for what its library says on pages of its own: that is part of the steps that use it."""
    in_plans = (
        memo.of(("linked in a plan", id_), _linked_in, plan) for id_, plan in left.plans.items()
    )
    around = replace(left, plans={}, library={}, entries={})
    return memo.of("linked beside plans", _linked_in, around).union(*in_plans)


def linked_by_entry(id_: str, entry: Content, memo: Memo) -> Linked:
    """What an entry of the library links to."""
    return memo.of(("linked in an entry", id_), _linked_in, entry)


def _linked_in(thing: object) -> Linked:
    """What the texts in something link to."""
    linked, rest = set[Link](), [thing]
    while rest:
        part = rest.pop()
        kind: Any = type(part)  # a class is as good a key as any
        links, parts = _looks_of(kind)
        if links:
            linked.update(links(part))
        if parts:
            rest += parts(part)
    return frozenset(linked)


_Looks = tuple[Callable[[Any], Iterable[Link]] | None, Callable[[Any], Iterable[object]] | None]
"""What finds what a text links to, and what finds the parts of a thing; nothing where there are none."""


@cache
def _looks_of(kind: Any) -> _Looks:
    """How to look at a thing of some kind. Where it was written is no part of it."""
    if issubclass(kind, Markdown):
        return _linked_by_text, None
    if issubclass(kind, LinkAddress):
        return _linked_by_address, None
    if issubclass(kind, Mapping):
        return None, methodcaller("values")
    if issubclass(kind, tuple | list):
        return None, iter
    names = _names_in(kind)
    return None, partial(_values, names) if names else None


def _names_in(kind: Any) -> Sequence[str]:
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return () if issubclass(kind, Origin) else field_names(kind)


def _linked_by_text(text: Markdown) -> Iterator[Link]:
    return ((meant.kind, meant.id) for _, meant in links_inside(text))


def _linked_by_address(address: LinkAddress) -> Iterator[Link]:
    meant = inside_of(address)
    if meant:
        yield meant.kind, meant.id


def _values(names: Sequence[str], thing: object) -> Iterator[object]:
    """The parts with some names; not each model that stands in a plan has all fields of its kind."""
    return (getattr(thing, name, None) for name in names)
