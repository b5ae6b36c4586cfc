"""Ids to offer where one is missing: made of the title, and none that its file has already.

In: what is read of a file, the way to the piece without an id, and what the piece is called. Out: an id.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice, takewhile

from firstwin.models.values import LONGEST_ID, made_id
from firstwin.sources import KeyPath
from firstwin.validate.mended import value_at


def offered_id(data: object, path: KeyPath, noun: str) -> str:
    """The id that the title of the piece at `path` makes; of those that are offered above it for the same one another."""
    own = _base(value_at(data, path)) or made_id(f"{noun} {_number(path)}")
    pieces = list(_pieces(data, ()))
    taken = {id_ for _, piece in pieces if isinstance(id_ := piece.get("id"), str)}
    above = takewhile(lambda each: each[0] != path, pieces)
    offered = sum("id" not in piece and _base(piece) == own for _, piece in above)
    free = (each for each in _numbered(own) if each not in taken)
    return next(islice(free, offered, None))


def _base(piece: object) -> str:
    """The id that a piece's title makes, under whatever key it is written."""
    pairs = piece if isinstance(piece, dict) else {}
    title = pairs.get("title", pairs.get("name"))
    return made_id(title) if isinstance(title, str) else ""


def _number(path: KeyPath) -> int:
    """Which entry of its list a piece is."""
    return next((part for part in reversed(path) if isinstance(part, int)), 0) + 1


def _numbered(base: str) -> Iterator[str]:
    yield base
    for number in count(2):
        end = f"-{number}"
        yield base[: LONGEST_ID - len(end)].rstrip("-") + end


def _pieces(data: object, path: KeyPath) -> Iterator[tuple[KeyPath, dict[str, object]]]:
    """The mappings in some data, in the order of the file."""
    if isinstance(data, dict):
        yield path, data
        for key, value in data.items():
            yield from _pieces(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _pieces(value, (*path, at))
