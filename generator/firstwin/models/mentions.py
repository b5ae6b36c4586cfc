"""What a piece of content mentions: roles, metrics and conditions, each with its place.

In: ids as models hold them. Out: `Mention`s. The checks of references ask whether they are known, the rules about
unused vocabulary which ones there are, and the guides who has a part in a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from firstwin.models.condition import Alternatives, Clause
from firstwin.sources import KeyPath

Kind = Literal["role", "metric", "condition"]


class Mention(Struct, frozen=True):
    """An id that something mentions, at `keys` below it. `clause` is the condition's, with its answer."""

    kind: Kind
    id: str
    keys: KeyPath
    clause: Clause | None = None


def mentions(kind: Kind, ids: Iterable[str], *keys: str | int) -> Iterator[Mention]:
    """The mentions in a list of ids."""
    for position, id_ in enumerate(ids):
        yield Mention(kind, id_, (*keys, position))


def conditions(only_if: Iterable[Alternatives] | None, *keys: str | int) -> Iterator[Mention]:
    """The mentions in an `only_if`."""
    for alternatives in only_if or ():
        for clause in alternatives.clauses:
            yield Mention("condition", clause.condition, (*keys, *clause.keys), clause)
