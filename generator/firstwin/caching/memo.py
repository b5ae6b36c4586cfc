"""What was made of what, for whoever makes the same again after a small change.

In: a pure function and what it is given. Out: what it returns; what it returned before, where it was given the same, so
that nobody may change what is returned. The stages say what their pieces are, each a function of all that it looks at; nothing else has to say what an edit concerns.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from firstwin.caching.alike import alike
from firstwin.caching.file_states import FileState, settled

T = TypeVar("T")

PATIENCE: Final = 20
"""Rounds for which a piece is kept that nobody asks for."""


@dataclass(slots=True)
class _Piece:
    given: tuple[object, ...]
    made: Any
    last: int
    """The round in which it was asked for last."""


class Memo:
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
