"""Know a picture by a part of its bytes.

In: pictures that an audience may see, and those it may not. Out: which of the latter some bytes hold: whole, without
their metadata, under another name, or inside something else. Bytes are cut where a few rare signs stand, so that what
is the same in two files comes in the same pieces wherever it begins, and looking for many pictures costs no more than
for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from firstwin.gate.passages import Passage

_CUT: Final = re.compile(rb"[<\n\xa7\xd3]")
_LEAST: Final = 24
"""Shorter pieces are in many a file."""

_SHARE: Final = 4
"""Pictures of one program have tables and a colour profile in common: less than one part in so many of their bytes."""


class PictureSearch:
    """The pictures that an audience may not see."""

    def __init__(self, hidden: Iterable[Passage], seen: Iterable[Passage], project: Path) -> None:
        known = {piece for passage in seen for piece in _pieces(project, passage)}
        self._hidden = [(passage, _pieces(project, passage) - known) for passage in hidden]
        self._wanted = frozenset().union(*(pieces for _, pieces in self._hidden))

    def found_in(self, content: bytes) -> Iterator[Passage]:
        """The pictures that some bytes hold."""
        found = self._wanted.intersection((content, *_CUT.split(content)))
        for passage, pieces in self._hidden if found else ():
            if _SHARE * _size(pieces & found) > _size(pieces):
                yield passage


def _pieces(project: Path, passage: Passage) -> frozenset[bytes]:
    """The pieces of a picture; one that is too small for any is a piece itself."""
    path = project / passage.text
    content = path.read_bytes() if path.is_file() else b""
    pieces = frozenset(piece for piece in _CUT.split(content) if len(piece) >= _LEAST)
    return pieces or frozenset({content} - {b""})


def _size(pieces: Iterable[bytes]) -> int:
    return sum(map(len, pieces))
