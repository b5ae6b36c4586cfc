"""What lies in some files and folders, told from all else, reading as little as can be.

In: paths, and an earlier look at them. Out: an `Imprint`, the same for the same names, modes and bytes. A file is read
where its state is not that of the earlier look, or was then so new that a second change need not have shown in it.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from hashlib import file_digest
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct

from firstwin.caching.file_states import SETTLES
from firstwin.system import bundled

OURS: Final = (Path(__file__).resolve().parents[1], bundled.THEME)
"""What sites are made with that is ours, and may be changed in its place."""

SHOWS_CHANGES: Final = os.name != "nt"
"""Whether a file has a time that nobody sets: Windows has one of its making in that place."""


class ImprintItem(NamedTuple):
    """A file or folder: its mode, its state, the digest of what a file holds, and where a link or a path leads."""

    mode: int
    modified: int = 0
    changed: int = 0
    size: int = 0
    inode: int = 0
    digest: str = ""
    real: str = ""

    @property
    def essence(self) -> tuple[int, str, str]:
        """All of it that matters to who reads it."""
        return self.mode, self.digest, self.real

    def is_settled(self, when: int) -> bool:
        """Whether another change of the file is sure to show in its state, which was looked at `when`."""
        return SHOWS_CHANGES and when - max(self.modified, self.changed) >= SETTLES

    def stands(self, about: os.stat_result, when: int) -> bool:
        """Whether a file holds what it held, by its state. It was looked at `when`."""
        return bool(self.digest) and self[:5] == _state(about) and self.is_settled(when)


class Imprint(Struct, frozen=True):
    """What lay in some files and folders `when` somebody looked, by their paths."""

    when: int
    items: Mapping[str, ImprintItem]

    def is_same(self, other: Imprint) -> bool:
        """Whether the same lay there."""
        return self.items.keys() == other.items.keys() and all(
            item.essence == other.items[path].essence for path, item in self.items.items()
        )

    def named(self) -> Iterator[tuple[str, str]]:
        """What each file is called, wherever it lies, and the digest of what it holds."""
        for path in sorted(self.items):
            yield Path(path).name, self.items[path].digest

    def has_read_anew(self, earlier: Imprint) -> bool:
        """Whether files were read that need not be read again after this look, of the same as the earlier one."""
        return self.items != earlier.items or any(
            item.digest and item.is_settled(self.when) and not item.is_settled(earlier.when)
            for item in self.items.values()
        )


NO_LOOK: Final = Imprint(0, {})
"""Where nobody looked before."""
_FOLDER_OF_LINK: Final = "a link to a folder"


class UnclearError(Exception):
    """Something is neither a file nor a folder, or cannot be read: nobody can say what lies there."""


@cache
def our_code() -> Imprint:
    """What sites are made with that is ours, as it lay there when this process first looked. Raises UnclearError."""
    return imprint_of(OURS, left_alone=is_compiled)


def is_compiled(path: str) -> bool:
    """Whether a folder holds what Python makes of our code, and may make at any time."""
    return path.endswith("__pycache__")


def _nothing(_path: str) -> bool:
    return False


def imprint_of(
    paths: Iterable[Path],
    before: Imprint = NO_LOOK,
    left_alone: Callable[[str], bool] = _nothing,
) -> Imprint:
    """What lies in some files and folders, but for what is `left_alone`. A path at which nothing lies has its item too.

    Raises UnclearError.
    """
    when = time.time_ns()
    items: dict[str, ImprintItem] = {}
    try:
        for path in map(str, paths):
            real = os.path.realpath(path)
            try:
                about = Path(path).stat()
            except FileNotFoundError:
                items[path] = ImprintItem(0, real=real)
                continue
            items[path] = _item(path, about, before, real)
            if stat.S_ISDIR(about.st_mode):
                items |= _below(path, before, left_alone)
    except (OSError, ValueError) as error:  # ValueError: a name that is no text
        raise UnclearError from error
    return Imprint(when, items)


def _below(
    folder: str, before: Imprint, left_alone: Callable[[str], bool]
) -> Iterator[tuple[str, ImprintItem]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            path = entry.path
            if left_alone(path):
                continue
            about = entry.stat()
            real = os.path.realpath(path) if entry.is_symlink() else ""
            if stat.S_ISDIR(about.st_mode):
                if real:
                    raise UnclearError(_FOLDER_OF_LINK)
                yield path, ImprintItem(about.st_mode)
                yield from _below(path, before, left_alone)
            else:
                yield path, _item(path, about, before, real)


def _item(path: str, about: os.stat_result, before: Imprint, real: str) -> ImprintItem:
    if stat.S_ISDIR(about.st_mode):
        return ImprintItem(about.st_mode, real=real)
    if not stat.S_ISREG(about.st_mode):  # a pipe would keep whoever reads it waiting
        raise UnclearError(path)
    known = before.items.get(path)
    if known and known.stands(about, before.when):
        return known._replace(real=real)
    with open(path, "rb") as file:  # noqa: PTH123  # a Path for every name costs more than the look
        return ImprintItem(*_state(about), file_digest(file, "sha256").hexdigest(), real)


def _state(about: os.stat_result) -> tuple[int, int, int, int, int]:
    return about.st_mode, about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino
