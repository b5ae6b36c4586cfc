"""The downloads of an edition: those that its texts link to, and no other.

In: the project as it is left for an audience. Out: the sizes of these files, by name. What links to them in a plan is found
once while it is `kept`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
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
    linked = _linked_in(replace(left, plans={})).union(*in_plans)
    return {name: size for name, size in left.downloads.items() if name in linked}


def _linked_in(thing: object) -> frozenset[str]:
    """The names of the files that the texts in something link to."""
    linked, rest = set[str](), [thing]
    while rest:
        part = rest.pop()
        if isinstance(part, Markdown):
            linked.update(meant.id for _, meant in links_inside(part) if meant.kind == "file")
        elif isinstance(part, LinkAddress):
            meant_by_all = inside_of(part)
            if meant_by_all and meant_by_all.kind == "file":
                linked.add(meant_by_all.id)
        elif isinstance(part, Mapping):
            rest += part.values()
        elif isinstance(part, tuple | list):
            rest += part
        else:
            kind: Any = type(part)  # a class is as good a key as any
            # Not each model that stands in a plan has all fields of its kind.
            rest += [getattr(part, name, None) for name in _parts(kind)]
    return frozenset(linked)


@cache
def _parts(kind: Any) -> Sequence[str]:
    """What a thing of some kind is made of. Where it was written is no part of it."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    if issubclass(kind, Origin) or not is_dataclass(kind):
        return ()
    return tuple(each.name for each in fields(kind))
