"""Build beside what is there, and put it in place when all of it is finished.

In: a folder, and a way to tell what may be replaced in it. Out: a workspace in it, and the exchange. What is made in a
workspace takes the places of the same names in the folder around it: all or none, whatever the system refuses on the
way, and nothing is removed before all are in place. A kill or a power cut between two of them is mended by the next
run, which finishes what had begun: the disk has all of it, and a record, before the first is moved.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from firstwin.errors import WrongUseError
from firstwin.output.leftover import RECORD, leftovers, make_workspace, remove_workspace
from firstwin.output.swap import exchange, write_through
from firstwin.output.sync import FOLDER_MODE
from firstwin.system.interruptions import undisturbed

Guard = Callable[[Path], str]
"""Why what stands at a path must not be replaced; nothing where it may, or where nothing stands."""

_NEW: Final = "new"
_OLD: Final = "old"
_UNFINISHED: Final = f"{RECORD}.part"


class Workspace:
    """A folder in `home` that only this user may enter."""

    def __init__(self, home: Path, place: Path, guard: Guard) -> None:
        self.new = place / _NEW
        """Where everything is made that is to be put in place."""
        self._home = home
        self._place = place
        self._guard = guard

    def folder(self, name: str) -> Path:
        """An empty folder, in which to make what belongs at `name`."""
        new = self.new / name
        new.mkdir()
        new.chmod(FOLDER_MODE)
        return new

    def put_in_place(self, *, lasting: bool = True) -> None:
        """Let everything in `new` take its place: all of it, or none and an error is raised.

        What was there before goes when the workspace does. What need not outlast a power cut is put in place sooner.
        """
        names = sorted(path.name for path in self.new.iterdir())
        if lasting:
            self._record(names)
        with undisturbed():
            _put_all(self._home, self._place, names, self._guard)
        if lasting:
            write_through(self._place)

    def _record(self, names: Sequence[str]) -> None:
        """Note that `names` are finished, once the disk has them."""
        unfinished = self._place / _UNFINISHED
        unfinished.write_text(json.dumps({name: _mark(self.new / name) for name in names}), "utf-8")
        write_through(self._place)
        unfinished.replace(self._place / RECORD)


@contextmanager
def workspace(home: Path, guard: Guard) -> Iterator[Workspace]:
    """A workspace in `home`, gone afterwards. Hold the lock of `home` meanwhile."""
    place: Path | None = None
    try:
        with undisturbed():
            place = make_workspace(home)
        for name in (_NEW, _OLD):
            (place / name).mkdir()
        yield Workspace(home, place, guard)
    finally:
        if place is not None:
            with undisturbed():
                remove_workspace(place)


def mend(home: Path, guard: Guard) -> list[str]:
    """Finish what an interrupted run had begun to put in place in `home`, and remove its workspaces.

    Hold the lock of `home` meanwhile. Returns the names of what took its place only now.
    """
    mended: list[str] = []
    for place in leftovers(home):
        with undisturbed():
            names = [name for name in _finished(place) if not guard(home / name)]
            _put_all(home, place, names, guard)
            remove_workspace(place)
        mended += names
    return mended


def _put_all(home: Path, place: Path, names: Sequence[str], guard: Guard) -> None:
    moved: list[str] = []
    try:
        for name in names:
            _check(guard, home / name, home / name)
        for name in names:
            _put(home / name, place / _NEW / name, place / _OLD / name)
            moved.append(name)
        for name in names:  # somebody may have put something there in the meantime
            for gone in (place / _NEW / name, place / _OLD / name):
                _check(guard, gone, home / name)
    except BaseException:
        for name in reversed(moved):
            with suppress(OSError):
                _take_back(home / name, place / _NEW / name, place / _OLD / name)
        raise


def _check(guard: Guard, path: Path, target: Path) -> None:
    if fault := guard(path):
        raise WrongUseError(
            f"{target} cannot be replaced: {fault}",
            "move it away, or choose another folder",
        )


def _put(target: Path, new: Path, old: Path) -> None:
    """Put `new` in the place of `target`. What was there lies where `new` was, or where the system cannot, at `old`."""
    if not os.path.lexists(target):
        new.rename(target)
    elif not exchange(new, target):
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise


def _take_back(target: Path, new: Path, old: Path) -> None:
    if os.path.lexists(new):
        exchange(new, target)
        return
    target.rename(new)
    if os.path.lexists(old):
        old.rename(target)


def _finished(place: Path) -> list[str]:
    """What a workspace holds that was finished and not yet put in place."""
    try:
        recorded = json.loads((place / RECORD).read_bytes())
    except (OSError, ValueError):  # none, or what a power cut left of it
        return []
    marks = recorded.items() if isinstance(recorded, dict) else ()
    return [name for name, mark in marks if mark and _mark(place / _NEW / name) == mark]


def _mark(path: Path) -> list[int]:
    """What tells a file or folder from all others, and from itself once anybody changed or moved it.

    Nobody can choose it: what a workspace of a stranger's making says is finished never is.
    """
    try:
        found = path.lstat()
    except OSError:
        return []
    return [] if stat.S_ISLNK(found.st_mode) else [found.st_ino, found.st_ctime_ns]
