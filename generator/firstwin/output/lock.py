"""One build at a time in a folder.

In: a folder. Out: a context in which no other process builds there; whoever comes second waits. The lock is the
system's own and ends with the process, however it ends. Of one that was killed an empty file is left, until the next
run has been there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from firstwin.names import AT_WORK
from firstwin.output.sync import FILE_MODE
from firstwin.system.interruptions import undisturbed

LOCK: Final = f"{AT_WORK}lock"
"""The file that stands for its folder while somebody builds there."""


def _nothing() -> None:
    pass


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] = _nothing) -> Iterator[None]:
    """Hold the lock of `folder`. `waiting` is called once if another build holds it.

    Raises OSError where nothing can be written in the folder.
    """
    file = folder / LOCK
    lock = FileLock(file, mode=FILE_MODE)
    try:
        if not _taken_at_once(lock):
            waiting()
            lock.acquire()
        yield
    finally:
        if lock.is_locked:
            with undisturbed():
                with suppress(OSError):  # Windows removes no file that is open
                    file.unlink()  # whoever waits takes a new one: a lock on a file that is gone counts for nothing
                lock.release()


def _taken_at_once(lock: FileLock) -> bool:
    """Take a lock that nobody holds. An interruption waits until it is known to be held, so that its file goes again."""
    with undisturbed():
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return False
        return True
