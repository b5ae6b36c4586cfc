"""What was made of what, for whoever makes the same again after a small change.

In: a pure function and what it is given. Out: what it returns; what it returned before, where it was given the same, so
that nobody may change what is returned. The stages say what their pieces are, each a function of all that it looks at; nothing else has to say what an edit concerns.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel

T = TypeVar("T")


@dataclass(slots=True)
class _Piece:
    given: tuple[object, ...]
    made: Any
    is_used: bool = True


class Kept:
    """Keeps the last that was made of each thing. An empty one makes everything anew."""

    def __init__(self) -> None:
        self._pieces: dict[Hashable, _Piece] = {}

    def of(self, name: Hashable, make: Callable[..., T], *given: object) -> T:
        """What `make` returns for what it is given; `name` is what it is made of, and is asked for once a round."""
        piece = self._pieces.get(name)
        if piece and alike(piece.given, given):
            piece.is_used = True
        else:
            piece = self._pieces[name] = _Piece(given, make(*given))
        return cast("T", piece.made)

    def same(self, name: Hashable, value: T) -> T:
        """The value that was there before, where the new one is alike: it is found to be so at once from then on."""
        return cast("T", self.of(name, _itself, value))

    def end_round(self) -> None:
        """Forget what was not asked for since the last end of a round: it is there no more."""
        self._pieces = {name: piece for name, piece in self._pieces.items() if piece.is_used}
        for piece in self._pieces.values():
            piece.is_used = False


def _itself(value: T) -> T:
    return value


def alike(one: object, other: object) -> bool:
    """Whether two values are the same to whoever looks at them: equal, of the same types, and in the same order."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return alike(tuple(one.items()), tuple(other.items()))
    if isinstance(one, tuple | list) and isinstance(other, tuple | list):
        return len(one) == len(other) and all(map(alike, one, other))
    kind: Any = type(one)  # a class is as good a key as any
    if names := _parts(kind):
        return all(alike(getattr(one, name), getattr(other, name)) for name in names)
    return one == other


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """What a value of some kind is compared by, part by part; nothing where it is compared as a whole."""
    if issubclass(kind, BaseModel):
        return (*kind.model_fields, "model_fields_set")
    if not is_dataclass(kind) or kind.__eq__ is object.__eq__:
        return ()
    return tuple(each.name for each in fields(kind))
