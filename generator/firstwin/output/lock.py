"""One build at a time in a folder.

In: a folder. Out: a context in which no other process builds there; whoever comes second waits. The
lock is the system's own and ends with the process, however it ends, so none is ever left behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def _nothing() -> None:
    pass


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] = _nothing) -> Iterator[None]:
    """Hold the lock of `folder`, which exists. `waiting` is called once if another build holds it."""
    if sys.platform == "win32":
        descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT)
    else:
        descriptor = os.open(folder, os.O_RDONLY)  # the folder itself: no file to leave behind
    try:
        _take(descriptor, waiting)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, waiting: Callable[[], None]) -> None:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            waiting()
            while True:
                with suppress(OSError):  # it gives up after ten seconds of trying
                    msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                    return

else:
    import fcntl

    def _take(descriptor: int, waiting: Callable[[], None]) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
