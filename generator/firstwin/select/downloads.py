"""The downloads of an edition: those that its texts link to, and no other.

In: the project as it is left for an audience. Out: the sizes of these files, by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from pydantic import BaseModel

from firstwin.models.plan import Origin, Project
from firstwin.models.values import Markdown
from firstwin.text import links_inside


def select_downloads(left: Project) -> dict[str, int]:
    """The downloads that something in an edition links to."""
    if not left.downloads:
        return {}
    linked = frozenset(_linked(left))
    return {name: size for name, size in left.downloads.items() if name in linked}


def _linked(thing: object) -> Iterator[str]:
    """The names of the files that the texts in something link to."""
    if isinstance(thing, Markdown):
        yield from (meant.id for _, meant in links_inside(thing) if meant.kind == "file")
    else:
        for part in _parts(thing):
            yield from _linked(part)


def _parts(thing: object) -> Iterable[object]:
    """What something is made of. Where it was written is no part of it."""
    if isinstance(thing, BaseModel):
        return (value for _, value in thing)
    if isinstance(thing, Mapping):
        return thing.values()
    if isinstance(thing, tuple | list):
        return thing
    if is_dataclass(thing) and not isinstance(thing, Origin | type):
        return (getattr(thing, each.name) for each in fields(thing))
    return ()
