"""Let the system refuse things to a command, as it does to others on other machines.

Each is a function for the process that is about to run a command.
"""

import ctypes
import os
import resource
from collections.abc import Callable
from pathlib import Path

Before = Callable[[], None]

_DROP_FROM_BOUNDS = 24  # PR_CAPBSET_DROP
_IGNORES_MODES = (1, 2, 3)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER


def nothing() -> None:
    """Refuse nothing."""


def large_files() -> None:
    """No file may grow beyond 50 kB: the nearest to a full disk that anybody can have."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def tiny_files() -> None:
    """No file may grow beyond 2 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))


def many_files() -> None:
    """No more than five files may be open, three of which always are."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (5, 5))


def what_modes_forbid() -> None:
    """Heed the modes of files. The administrator's programs do not; all others do anyhow."""
    if not os.geteuid():
        for ability in _IGNORES_MODES:
            ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDS, ability, 0, 0, 0)


def read_only(folder: Path) -> None:
    """Take the right to write from a folder and all that is in it."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o555 if path.is_dir() else 0o444)
