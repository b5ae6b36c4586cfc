"""Put a finished folder in the place of another, so that readers see the old one or the new one.

In: the folder a site belongs in. Out: a workspace beside it to build into, and the exchange. Linux and
macOS exchange two folders in one step. Elsewhere two renames follow each other, and `restore` mends
what an interruption between them leaves.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from firstwin.output.sync import FOLDER_MODE

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_NOT_POSSIBLE_HERE: Final = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}
)


@contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """An empty folder beside `target`, gone afterwards unless it was moved."""
    folder: Path | None = None
    try:
        with _undisturbed():
            folder = Path(tempfile.mkdtemp(prefix=_prefix(target, "new"), dir=target.parent))
            folder.chmod(FOLDER_MODE)
        yield folder
    finally:
        if folder is not None:
            with _undisturbed():
                shutil.rmtree(folder, ignore_errors=True)


def replace_folders(sites: Iterable[tuple[Path, Path]]) -> None:
    """Put each second folder in the place of the first, and remove what was there.

    An interruption waits until all are in place.
    """
    with _undisturbed():
        for target, new in sites:
            _replace(target, new)


def restore(target: Path) -> None:
    """Clear away what an interrupted build of `target` left. Call it while holding the lock."""
    for old in sorted(target.parent.glob(f"{_prefix(target, 'old')}*")):
        if not target.exists() and any(old.iterdir()):
            old.rename(target)
        else:
            shutil.rmtree(old, ignore_errors=True)
    for new in target.parent.glob(f"{_prefix(target, 'new')}*"):
        shutil.rmtree(new, ignore_errors=True)


def _replace(target: Path, new: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    if not _exchange(new, target):
        old = Path(tempfile.mkdtemp(prefix=_prefix(target, "old"), dir=target.parent))
        target.rename(old)  # an empty folder gives way
        new.rename(target)
        new = old
    shutil.rmtree(new, ignore_errors=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an interruption wait until what must be done as a whole is done.

    Python interrupts its main thread alone, whichever thread of the process the system told.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    handlers = {
        number: signal.signal(number, lambda number, _: waiting.append(number))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for interruption in waiting[:1]:
            signal.raise_signal(interruption)


def _prefix(target: Path, kind: str) -> str:
    return f".{target.name}.{kind}-"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    if sys.platform == "win32":
        return False
    names = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):  # Linux
        failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
    elif hasattr(library, "renamex_np"):  # macOS
        failed = library.renamex_np(*names, _EXCHANGE)
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _NOT_POSSIBLE_HERE:
        return False
    raise OSError(code, os.strerror(code), str(other))
