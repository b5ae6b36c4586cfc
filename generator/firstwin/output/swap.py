"""What the system offers to put one folder in the place of another.

In: two folders. Out: each in the place of the other, in one step where the system has one (Linux, macOS), so that
readers find the old one or the new one. Beside it what such a step needs: a disk that has what was written.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
_NOT_POSSIBLE_HERE: Final = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}
)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two files or folders in one step; False where the system cannot. Raises OSError where it refuses."""
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


def write_through(folder: Path) -> None:
    """Wait until the disk has all that was written below `folder`, files and names.

    A file system that takes writes on trust, over a network or within a quota, says here what it refused: as OSError.
    """
    if sys.platform == "win32":
        return
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):  # macOS
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(descriptor):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)
