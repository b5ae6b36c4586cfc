"""What was made of what, for whoever makes the same again after a small change.

In: a pure function and what it is given. Out: what it returns; what it returned before, where it was given the same, so
that nobody may change what is returned. The stages say what their pieces are, each a function of all that it looks at; nothing else has to say what an edit concerns.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from pydantic import BaseModel

from firstwin.states import FileState, settled

T = TypeVar("T")

PATIENCE: Final = 20
"""Rounds for which a piece is kept that nobody asks for."""


@dataclass(slots=True)
class _Piece:
    given: tuple[object, ...]
    made: Any
    last: int
    """The round in which it was asked for last."""


class Kept:
    """Keeps the last that was made of each thing. An empty one makes everything anew."""

    def __init__(self) -> None:
        self._pieces: dict[Hashable, _Piece] = {}
        self._round = 0

    def of(self, name: Hashable, make: Callable[..., T], *given: object) -> T:
        """What `make` returns for what it is given; `name` is what it is made of, and is asked for once a round."""
        piece = self._pieces.get(name)
        if piece and alike(piece.given, given):
            piece.last = self._round
        else:
            piece = self._pieces[name] = _Piece(given, make(*given), self._round)
        return cast("T", piece.made)

    def same(self, name: Hashable, value: T) -> T:
        """The value that was there before, where the new one is alike: it is found to be so at once from then on."""
        return cast("T", self.of(name, _itself, value))

    def of_file(self, name: Hashable, read: Callable[..., T], file: Path, *given: object) -> T:
        """What `read` finds in a file; what it found before, while the file has not been written since."""
        state = settled(file)
        return self.of(name, _read, read, file, given, state) if state else read(file, *given)

    def end_round(self) -> None:
        """Forget what was not asked for in many rounds: it is there no more.

        Not at once: while something is wrong, or another change comes soon, no round comes to what is made last.
        """
        self._round += 1
        oldest = self._round - PATIENCE
        gone = [name for name, piece in self._pieces.items() if piece.last < oldest]
        for name in gone:
            del self._pieces[name]


def _read(read: Callable[..., T], file: Path, given: tuple[object, ...], _: FileState) -> T:
    return read(file, *given)


def _itself(value: T) -> T:
    return value


def alike(one: object, other: object) -> bool:
    """Whether two values are the same to whoever looks at them: equal, of the same types, and in the same order."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    kind: Any = type(one)  # a class is as good a key as any
    return _comparison(kind)(one, other)


@cache
def _comparison(kind: Any) -> Callable[[Any, Any], bool]:
    """How two values of one type are compared. What is one and the same is seen to be so without a call: most is."""
    if issubclass(kind, Mapping):
        return _alike_mappings
    if issubclass(kind, tuple | list):
        return _alike_sequences
    names = parts(kind)
    if not names:
        return operator.eq
    # With its class, which is the same, they are always several, and so a tuple.
    return partial(_alike_parts, operator.attrgetter(*names, "__class__"))


def _alike_mappings(one: Mapping[object, object], other: Mapping[object, object]) -> bool:
    return _alike_sequences((*one,), (*other,)) and _alike_sequences(
        (*one.values(),), (*other.values(),)
    )


def _alike_sequences(one: Sequence[object], other: Sequence[object]) -> bool:
    if len(one) != len(other):
        return False
    for value, its in zip(one, other, strict=True):
        if value is not its and not alike(value, its):
            return False
    return True


def _alike_parts(
    parts_of: Callable[[object], tuple[object, ...]], one: object, other: object
) -> bool:
    return _alike_sequences(parts_of(one), parts_of(other))


@cache
def parts(kind: Any) -> tuple[str, ...]:
    """What a value of some kind is compared by, part by part; nothing where it is compared as a whole."""
    if issubclass(kind, BaseModel):
        return (*kind.model_fields, "model_fields_set")
    if not is_dataclass(kind) or kind.__eq__ is object.__eq__:
        return ()
    return tuple(each.name for each in fields(kind))
