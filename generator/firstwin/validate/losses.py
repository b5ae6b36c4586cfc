"""What was left out of a project because something is wrong with it, and what may have been in it.

In: nothing; `shape` and `validate` record each `Loss`. Out: `Losses`, which the rules ask before they say that
something is missing: it may have been in what was left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from msgspec import Struct

from firstwin.models.plan import Origin
from firstwin.models.values import made_id
from firstwin.sources import KeyPath
from firstwin.validate.words import Spelling

MOST_WORDS = 5000
"""The words of one loss that are kept: of a larger one nobody knows what was in it."""

MOST_NAMED = 8
"""The losses of each kind that a report names."""

_PIECES = ("phases", "aftercare", "steps")


class Loss(Struct, frozen=True):
    """Something that was left out of a file.

    `keys` lead to it in the file, and are empty for the whole of it. `words` is all that was written in it, None
    where that is not known; `piece` is what the author calls what it was left out of, or nothing.
    """

    path: str
    keys: KeyPath = ()
    words: frozenset[str] | None = None
    piece: str = ""

    @property
    def is_step(self) -> bool:
        """Whether a step, a phase, or a file of them is gone."""
        *_, above, last = ("", "", *self.keys)
        return not self.keys or (isinstance(last, int) and above in _PIECES)


def words_in(data: object) -> frozenset[str] | None:
    """Every key and text in some data; None where there are too many, or a value was still to come."""
    words = frozenset(islice(_words(data), MOST_WORDS + 1))
    if len(words) > MOST_WORDS or None in words:
        return None
    return frozenset(word for word in words if word is not None)


def _words(data: object) -> Iterator[str | None]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)
    else:
        yield str(data) if isinstance(data, str) else None


class Losses:
    """All that was left out of a project."""

    def __init__(self, losses: Sequence[Loss] = ()) -> None:
        self._losses = sorted(dict.fromkeys(losses), key=_order)
        self._by_path: dict[str, list[Loss]] = {}
        for each in self._losses:
            self._by_path.setdefault(each.path, []).append(each)

    def __bool__(self) -> bool:
        return bool(self._losses)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Losses) and self._losses == other._losses

    def __hash__(self) -> int:
        return hash(tuple(self._losses))

    def in_piece(self, *origins: Origin) -> bool:
        """Whether something is gone from one of these pieces, or with what holds it."""
        return any(
            loss.keys[: len(origin.keys)] == origin.keys[: len(loss.keys)]
            for origin in origins
            for loss in self._by_path.get(origin.path, ())
        )

    def of_its_own(self, origin: Origin) -> bool:
        """Whether a piece lost something that is not in one of its entries."""
        return any(
            not loss.keys or loss.keys[:-1] == origin.keys
            for loss in self._by_path.get(origin.path, ())
        )

    def of_steps(self, *paths: str) -> bool:
        """Whether a step is gone from one of these files, or one is not known to be what it seems."""
        return any(loss.is_step for path in paths for loss in self._by_path.get(path, ()))

    def of_files_below(self, folder: str) -> bool:
        """Whether a whole file in a folder is gone."""
        begin = f"{folder}/"
        return any(not loss.keys and loss.path.startswith(begin) for loss in self._losses)

    def may_name(self, id_: str) -> bool:
        """Whether something that is gone may have named an id."""
        return bool(self) and (self._words is None or self._spelling.nearest(id_) is not None)

    def may_say(self, words: str) -> bool:
        """Whether something that is gone may have had these words in it."""
        return bool(self) and (self._words is None or any(words in each for each in self._words))

    def named(self) -> Sequence[str]:
        """What nothing, or less, is said of, a line for each: files, and pieces of them."""
        files = list(dict.fromkeys(each.path for each in self._losses if not each.keys))
        pieces = dict.fromkeys(
            f"`{each.piece}` in {each.path}"
            for each in self._losses
            if each.keys and each.piece and each.path not in files
        )
        lines = {"what is in": files, "what may be missing from": list(pieces)}
        return [
            f"not looked at before that is mended: {what} {_listed(names)}"
            for what, names in lines.items()
            if names
        ]

    @cached_property
    def _words(self) -> frozenset[str] | None:
        words: set[str] = set()
        for loss in self._losses:
            if loss.words is None:
                return None
            words |= loss.words
        return frozenset(words)

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling({*(self._words or ()), *map(made_id, self._words or ())} - {""})


def _order(loss: Loss) -> tuple[str, list[tuple[bool, int, str]]]:
    places = [(True, key, "") if isinstance(key, int) else (False, 0, key) for key in loss.keys]
    return (loss.path, places)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    shown = [*names[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])]
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
