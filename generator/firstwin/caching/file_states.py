"""What changes when a file does, or one in a folder, without reading any.

In: a file, or folders. Out: a value that is another when the file was written, or when one in a folder was written, added,
renamed or deleted.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

State = tuple[tuple[str, int, int, int], ...]
"""Each file with its time, its size and its number in the file system, in the order of their paths."""

FileState = tuple[int, int, int, int]
"""The times of a file, its size and its number in the file system."""

SETTLES: Final = 3_000_000_000
"""Nanoseconds after which another change of a file is sure to give it another time, on any file system."""


def settled(file: Path) -> FileState | None:
    """The state of a file; None for what is none, and for one that was written just now: the next change might not show."""
    try:
        about = file.stat()
    except OSError:
        return None
    if not stat.S_ISREG(about.st_mode) or time.time_ns() - about.st_mtime_ns < SETTLES:
        return None
    return about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_ino


def state_of(*folders: Path) -> State:
    """The state of all that lies in some folders, however deep. A folder that is not there holds nothing."""
    return tuple(sorted(file for folder in folders for file in _files_in(str(folder))))


def _files_in(folder: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(entry.path)
            else:
                yield _state(entry)


def _state(entry: os.DirEntry[str]) -> tuple[str, int, int, int]:
    try:
        about = entry.stat()
    except OSError:  # a link that leads nowhere
        about = entry.stat(follow_symlinks=False)
    return entry.path, about.st_mtime_ns, about.st_size, about.st_ino
