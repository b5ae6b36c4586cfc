"""What was made before, on disk, under a name for all that it was made of.

In: a key, which is a digest. Out: what was kept under it, or nothing. A store is never in the way: what is damaged, missing
or cannot be written is made anew, and it may be deleted at any time. Several builds may use one at once: what lies under a
key is the same whoever wrote it.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from firstwin.caching.folders import named_cache, own_cache
from firstwin.system.whole_files import UNFINISHED, write_whole

PLACE: Final = "FIRSTWIN_STORE"
"""The variable that names the folder of the store. Empty, it means that nothing is kept."""

LARGEST: Final = 500_000_000
"""How many bytes a store holds; beyond, what was not used for longest goes."""
LONGEST: Final = 30 * 86_400
"""After how many seconds without use something goes."""

LARGEST_CONTENT: Final = 256_000_000
"""How many bytes come out of one key at the most: a small file can unpack to very many."""

_DIGEST: Final = hashlib.sha256().digest_size
_QUICK: Final = 1
_OURS: Final = re.compile(r"[0-9a-f]{64}|[.]\w+[.]part")
_FOLDER: Final = "pages"
_DAY: Final = 86_400


class Store:
    """A folder with a file for each key. Where it is `needed`, what the system refuses to write is an error."""

    def __init__(self, folder: Path, *, needed: bool = False) -> None:
        self._folder = folder
        self._forgiven: tuple[type[OSError], ...] = () if needed else (OSError,)

    def holds_something(self) -> bool:
        """Whether anything is kept in it."""
        return any(self._entries())

    def empty(self) -> None:
        """Let go of everything."""
        for _, _, name in list(self._entries()):
            (self._folder / name).unlink()

    def has(self, key: str) -> bool:
        """Whether anything lies under a key. Whether it is what was kept is known once it is read."""
        return os.path.lexists(self._folder / key)

    def read(self, key: str) -> bytes | None:
        """What was kept under a key. That it was used is noted, once a day."""
        try:
            with os.fdopen(_opened(self._folder / key), "rb") as file:
                packed = file.read()
                if time.time() - os.fstat(file.fileno()).st_mtime > _DAY:
                    with suppress(OSError):
                        os.utime(self._folder / key)
            if packed[:_DIGEST] != _digest(key, packed[_DIGEST:]):
                return None
            return _unpacked(packed[_DIGEST:])
        except (OSError, zlib.error):
            return None

    def write(self, key: str, content: bytes) -> None:
        """Keep something under a key, unless the system refuses."""
        packed = zlib.compress(content, _QUICK)
        with suppress(*self._forgiven):
            write_whole(self._folder / key, _digest(key, packed) + packed)

    def tidy(self, largest: int = LARGEST) -> None:
        """Let go what was not used for long, and of the rest what was used last only as much as it may hold."""
        left, now = largest, time.time()
        for used, size, name in sorted(self._entries(), reverse=True):
            left -= size
            if left < 0 or now - used > (_DAY if name.endswith(UNFINISHED) else LONGEST):
                with suppress(OSError):
                    (self._folder / name).unlink()

    def _entries(self) -> Iterator[tuple[float, int, str]]:
        """When each file of the store was used last, its size and its name. What somebody else put there is none."""
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    about = entry.stat(follow_symlinks=False)
                    if _OURS.fullmatch(entry.name) and stat.S_ISREG(about.st_mode):
                        yield about.st_mtime, about.st_size, entry.name


class Joined(Store):
    """The `own` store of a user, and others in which more is found."""

    def __init__(self, own: Store | None, others: Sequence[Store]) -> None:
        self._own = own
        self._every = (*others, *([own] if own else []))

    def has(self, key: str) -> bool:
        """Whether anything lies under a key in any of them."""
        return any(one.has(key) for one in self._every)

    def read(self, key: str) -> bytes | None:
        """What any of them kept under a key."""
        return next((found for one in self._every if (found := one.read(key)) is not None), None)

    def write(self, key: str, content: bytes) -> None:
        """Keep something in the user's own."""
        if self._own:
            self._own.write(key, content)

    def tidy(self, largest: int = LARGEST) -> None:
        """Let go of what is old in the user's own."""
        if self._own:
            self._own.tidy(largest)


def open_store() -> Store | None:
    """The store in the folder that the environment names, or among the user's caches; none where nothing can be kept."""
    named = os.environ.get(PLACE)
    if named is None:
        folder = own_cache(_FOLDER)
    else:
        folder = named_cache(Path(named) / _FOLDER) if named else None
    return Store(folder) if folder else None


def _opened(path: Path) -> int:
    """A file, opened: a pipe would keep whoever reads it waiting, and a link leads to somebody else's."""
    quick = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, os.O_RDONLY | quick)


def _digest(key: str, packed: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + packed).digest()


def _unpacked(packed: bytes) -> bytes | None:
    """What was packed; nothing where it is more than is ever kept, or was cut off."""
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(packed, LARGEST_CONTENT)
    return content if unpacking.eof else None
