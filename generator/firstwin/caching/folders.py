"""Folders for what is kept between two runs, which only the user may enter.

In: a name, or a folder. Out: the folder, or nothing where there can be none that is the user's alone. What lies there is
run, or published: what others could have written is not read.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Final

import platformdirs

_OTHERS: Final = 0o077
_OTHERS_WRITE: Final = 0o022


def own_cache(name: str) -> Path | None:
    """A folder among the user's caches, on each system where those are."""
    try:
        folder = platformdirs.user_cache_path("firstwin", appauthor=False) / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_mine(folder, _OTHERS) else None
    except (OSError, RuntimeError):  # RuntimeError: nobody knows where the user is at home
        return None


def named_cache(folder: Path) -> Path | None:
    """A folder that the user named. What unpacked it may have let others read it, as CI does; that ends here."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_mine(folder, _OTHERS_WRITE):
            return None
        folder.chmod(0o700)
    except OSError:
        return None
    return folder


def _is_mine(folder: Path, not_allowed: int) -> bool:
    if sys.platform == "win32":  # where the folders of a user are theirs alone
        return True
    found = folder.lstat()
    is_own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
    return is_own and not stat.S_IMODE(found.st_mode) & not_allowed
