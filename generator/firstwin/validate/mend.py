"""Mend data after its faults, so that everything else in the file is still looked at.

In: data and its faults. Out: the same data with each faulty piece put right where it is plain what
was meant, else without the smallest piece that can go: an optional key, an entry, a step, a phase.
A piece that lacks a text gets a stand-in. What was changed stays known, because what follows from it
is no further mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firstwin.models.values import made_id
from firstwin.sources import KeyPath, Quoted
from firstwin.validate import mended
from firstwin.validate.finding import ShapeFault
from firstwin.validate.losses import words_in
from firstwin.validate.reference_keys import REFERENCE_KEYS

STAND_IN = "left out"
STAND_IN_ANCHOR = "left-out"

_LONGEST = "99999"
"""The longest plan there can be: nothing lies outside it, and nothing in it is lost with its duration."""

_WHOSE = (("tier",), ("persona",), ("extends",))
"""Whose file it is, and what it stands on: without it everything in the file would go, or seem to be missing."""

_WINDOW_FAULTS = ("window_form", "window_range")

_TEXTS_TO_COME = ("text_long", "text_empty", "says_nothing")

_NEED_THEIR_PIECE = ("missing", "union_tag_invalid", "in_library", "wrapped")
_ABOUT_WHAT_IS_INSIDE = ("too_short", "owners_count", "condition_form")
_ABOUT_WHAT_STANDS_BESIDE = ("says_nothing",)


class Mended:
    """Data under repair.

    `left_out` are the ids in the pieces that had to go, `gone` the ways to those pieces with the words in each and
    what the piece is called from which it went. `unnamed` tells that one of them had no id, so that nobody knows what was meant by it.
    """

    def __init__(self, data: object) -> None:
        self.data: object = mended.mendable(data)
        self.left_out: set[str] = set()
        self.gone: list[tuple[KeyPath, frozenset[str] | None, str]] = []
        self.unnamed = False
        self._changed: set[KeyPath] = set()
        self._changed_inside: set[KeyPath] = set()

    def follows(self, fault: ShapeFault) -> bool:
        """Whether a fault only follows from what was changed already."""
        in_file = mended.written_at(self.data, fault.path)
        inside = fault.type in _ABOUT_WHAT_IS_INSIDE and in_file in self._changed_inside
        beside = fault.type in _ABOUT_WHAT_STANDS_BESIDE and in_file[:-1] in self._changed_inside
        return inside or beside or in_file in self._changed

    def apply(self, faults: Sequence[ShapeFault]) -> None:
        """Mend every fault of one validation."""
        self.unnamed |= any(fault.path[-1:] == ("id",) for fault in faults)
        beyond = [fault for fault in faults if not self._put_right(fault)]
        self.left_out |= {fault.meant for fault in beyond if fault.meant}
        self.drop_all(map(self._piece, beyond))

    def drop_all(self, paths: Iterable[KeyPath]) -> None:
        """Leave out what stands at each of the paths, or what would hold it: each takes something away."""
        # From the end, so that the elements of a list keep their places until it is their turn.
        for path in sorted(set(paths), key=_order, reverse=True):
            self._drop(path)

    def _drop(self, path: KeyPath) -> None:
        while path and not mended.has(self.data, path):
            path = path[:-1]
        self._remember(path)
        self._lose(path)
        for id_ in (*mended.ids_in(mended.value_at(self.data, path)), *map(str, path[-1:])):
            self.left_out |= {id_, made_id(id_)}
        if path:
            mended.drop(self.data, path)
        else:
            self.data = None

    def _lose(self, path: KeyPath) -> None:
        """Remember what goes with the piece at `path`."""
        value = mended.value_at(self.data, path)
        words = words_in({str(part): value for part in path[-1:]})
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        if key in REFERENCE_KEYS and not isinstance(value, (dict, list)):
            words = None  # whatever it was to name
        piece = next(mended.names_on_the_way(self.data, path), "")
        self.gone.append((mended.written_at(self.data, path), words, piece))

    def _put_right(self, fault: ShapeFault) -> bool:
        """Mend what is plain: a misspelt key or word, an id in the wrong form, a text that is missing.

        Nothing is mended twice: what is still wrong then has to go, so that mending comes to an end. A window under a
        key that was put right is another matter: nothing is wrong with what takes its place.
        """
        path = self._existing(fault.path)
        is_window = fault.type in _WINDOW_FAULTS
        if mended.written_at(self.data, path) in self._changed and not is_window:
            return False
        if fault.type == "nested_group":
            self.left_out |= set(mended.ids_in(mended.value_at(self.data, path)))
            self._lose(path)
            return self._put(path, Quoted(STAND_IN))
        if fault.at_key:
            is_id = fault.type == "id_form"
            return self._rename(path, made_id(str(path[-1])) if is_id else fault.meant or "")
        value = fault.meant
        if fault.stand_in:
            path, value = fault.path, Quoted(STAND_IN)
        elif is_window:
            # A window that leads nowhere: nobody can say that it is too early or too late.
            value = f"1 after {STAND_IN_ANCHOR}"
            self.left_out.add(STAND_IN_ANCHOR)
        elif fault.type in _TEXTS_TO_COME:
            value = Quoted(STAND_IN)
        elif fault.type == "text_cut":
            value = str(mended.value_at(self.data, path))
        elif fault.path == ("duration",) and not fault.meant:
            value = _LONGEST
        elif fault.type == "id_form" and (path[-1] == "id" or path in _WHOSE):
            written = mended.value_at(self.data, path)
            value = made_id(written) if isinstance(written, str) else None
            self.left_out |= {value} if value and path in _WHOSE else set()
        return self._put(path, value) if value else False

    def _existing(self, path: KeyPath) -> KeyPath:
        """The path as far as the data goes: a lone text may stand for a mapping."""
        while path and not isinstance(mended.value_at(self.data, path[:-1]), (dict, list)):
            path = path[:-1]
        return path

    def _piece(self, fault: ShapeFault) -> KeyPath:
        """The path of the smallest piece that can go with a fault."""
        path = self._existing(fault.path)
        if fault.type in _NEED_THEIR_PIECE or (path[-1:] == ("use",) and not fault.at_key):
            path = path[:-1]
        while path and isinstance(path[-1], int) and not _is_list_of_pieces(path[:-1]):
            path = path[:-1]
        return path

    def _rename(self, path: KeyPath, name: str) -> bool:
        parent = mended.value_at(self.data, path[:-1])
        if not name or not isinstance(parent, dict) or name in parent:
            return False
        mended.rename(self.data, path, name)
        self._remember((*path[:-1], name))
        return True

    def _put(self, path: KeyPath, value: str) -> bool:
        self._remember(path)
        mended.put(self.data, path, value)
        return True

    def _remember(self, path: KeyPath) -> None:
        in_file = mended.written_at(self.data, path)
        self._changed.add(in_file)
        self._changed_inside.update(in_file[:end] for end in range(len(in_file)))


def _is_list_of_pieces(path: KeyPath) -> bool:
    """Whether the elements of the list at `path` can go one by one."""
    return path[-1:] in (("phases",), ("aftercare",), ("steps",)) or (
        len(path) == 2 and path[0] == "add"
    )


def _order(path: KeyPath) -> list[tuple[int, int, str]]:
    return [(0, key, "") if isinstance(key, int) else (1, 0, key) for key in path]
