"""Workspaces: made so that they can be told from what others keep under such a name, and removed.

In: a folder. Out: a new workspace in it; or those that an interrupted run left in it. A folder is one of ours where
nobody else can have made it or put anything into it: it is no link, it is this user's, closed to everybody else, and
says in a file what it is. All else stays, whatever it is called.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from firstwin.names import AT_WORK

RECORD: Final = "finished.json"
"""What is finished in a workspace and may take its place."""

_NAME: Final = re.compile(re.escape(AT_WORK) + "[a-z0-9_]{8}")
_ABOUT: Final = "ABOUT.txt"
_WORDS: Final = b"""\
firstwin builds in this folder. If it was interrupted, the next build removes the folder.
"""


def make_workspace(home: Path) -> Path:
    """A new workspace in `home`, which says what it is."""
    place = Path(tempfile.mkdtemp(prefix=AT_WORK, dir=home))
    try:
        with (place / _ABOUT).open("xb") as file:
            file.write(_WORDS)
            file.flush()
            os.fsync(file.fileno())  # a power cut must not take it and leave the rest
    except OSError:
        remove_workspace(place)
        raise
    return place


def leftovers(home: Path) -> Iterator[Path]:
    """The workspaces in `home`. Whoever holds its lock knows that nobody works in them."""
    for entry in sorted(os.scandir(home), key=lambda found: found.name):
        if _NAME.fullmatch(entry.name) and _is_ours(Path(entry)):
            yield Path(entry)


def remove_workspace(place: Path) -> None:
    """Remove a workspace with what is in it, as far as the system allows.

    What finished in it is forgotten first: half of it is left where this is interrupted. What tells that it is
    ours goes last, so that the next run knows what is left.
    """
    with suppress(OSError):
        _empty(place)
        place.rmdir()


if sys.platform == "win32":

    def _empty(place: Path) -> None:
        for name in _in_order(entry.name for entry in place.iterdir()):
            with suppress(OSError):
                (place / name).unlink()
            shutil.rmtree(place / name, ignore_errors=True)

    def _is_closed(found: os.stat_result) -> bool:
        return stat.S_ISDIR(found.st_mode)

else:

    def _empty(place: Path) -> None:
        """Remove what is in the folder that `place` is now, even if somebody puts a link in its place."""
        folder = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            if not _is_closed(os.fstat(folder)):
                return
            for name in _in_order(os.listdir(folder)):  # noqa: PTH208  # a Path is no open folder
                with suppress(OSError):
                    os.unlink(name, dir_fd=folder)
                shutil.rmtree(name, ignore_errors=True, dir_fd=folder)
        finally:
            os.close(folder)

    def _is_closed(found: os.stat_result) -> bool:
        """Whether it is a folder that no other user can have made or put anything into."""
        return (
            stat.S_ISDIR(found.st_mode)
            and found.st_uid == os.geteuid()
            and not stat.S_IMODE(found.st_mode) & 0o077
        )


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name == _ABOUT, name != RECORD, name))


def _is_ours(place: Path) -> bool:
    try:
        if not _is_closed(place.lstat()):
            return False
        # An interruption may come before the file that says it.
        return not any(place.iterdir()) or _says_so(place / _ABOUT)
    except OSError:
        return False


def _says_so(about: Path) -> bool:
    """Whether it says what a workspace says; a power cut may have taken the words, and nothing else is in it then."""
    if not stat.S_ISREG(about.lstat().st_mode):
        return False
    words = about.read_bytes()
    return words == _WORDS or (not words and list(about.parent.iterdir()) == [about])
