"""The downloads of an edition: those that its texts link to, and no other.

In: the project as it is left for an audience. Out: the sizes of these files, by name. What links to them in a plan is found
once while it is `kept`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from operator import methodcaller
from typing import Any

from pydantic import BaseModel

from firstwin.kept import Kept
from firstwin.models.addresses import LinkAddress
from firstwin.models.plan import Origin
from firstwin.models.project import Project
from firstwin.models.values import Markdown
from firstwin.text import inside_of, links_inside


def select_downloads(left: Project, kept: Kept) -> dict[str, int]:
    """The downloads that something in an edition links to."""
    if not left.downloads:
        return {}
    in_plans = (
        kept.of(("files linked in a plan", id_), _linked_in, plan)
        for id_, plan in left.plans.items()
    )
    beside = kept.of("files linked beside plans", _linked_in, replace(left, plans={}))
    linked = beside.union(*in_plans)
    return {name: size for name, size in left.downloads.items() if name in linked}


def _linked_in(thing: object) -> frozenset[str]:
    """The names of the files that the texts in something link to."""
    linked, rest = set[str](), [thing]
    while rest:
        part = rest.pop()
        kind: Any = type(part)  # a class is as good a key as any
        links, parts = _looks_of(kind)
        if links:
            linked.update(links(part))
        if parts:
            rest += parts(part)
    return frozenset(linked)


_Looks = tuple[Callable[[Any], Iterable[str]] | None, Callable[[Any], Iterable[object]] | None]
"""What finds the files that a text links to, and what finds the parts of a thing; nothing where there are none."""


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
    if issubclass(kind, Origin) or not is_dataclass(kind):
        return ()
    return tuple(each.name for each in fields(kind))


def _linked_by_text(text: Markdown) -> Iterator[str]:
    return (meant.id for _, meant in links_inside(text) if meant.kind == "file")


def _linked_by_address(address: LinkAddress) -> Iterator[str]:
    meant = inside_of(address)
    if meant and meant.kind == "file":
        yield meant.id


def _values(names: Sequence[str], thing: object) -> Iterator[object]:
    """The parts with some names; not each model that stands in a plan has all fields of its kind."""
    return (getattr(thing, name, None) for name in names)
