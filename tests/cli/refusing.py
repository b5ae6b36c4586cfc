"""Let the system refuse things to a command, as it does to others on other machines.

Each is a function for the process that is about to run a command.
"""

import ctypes
import os
import resource
import sys
from pathlib import Path

_DROP_FROM_BOUNDS = 24  # PR_CAPBSET_DROP
_CAPABILITIES = 0x20080522  # _LINUX_CAPABILITY_VERSION_3
_IGNORES_MODES = (1, 2, 3)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER


def large_files() -> None:
    """No file may grow beyond 20 kB, as pages do: the nearest to a full disk that anybody can have."""
    _let_files_have(20_000)


def tiny_files() -> None:
    """No file may grow beyond 2 kB."""
    _let_files_have(2_000)


def tiniest_files() -> None:
    """No file may grow beyond 200 bytes."""
    _let_files_have(200)


def _let_files_have(size: int) -> None:
    sys.dont_write_bytecode = (
        True  # what Python compiles it keeps even where half of it was refused
    )
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def many_files() -> None:
    """No more than five files may be open, three of which always are."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (5, 5))


def what_modes_forbid() -> None:
    """Heed the modes of files, here and in what is started. The administrator's programs do not; all others do anyhow."""
    if not os.geteuid():
        library, process = ctypes.CDLL(None), (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
        for ability in _IGNORES_MODES:
            library.prctl(_DROP_FROM_BOUNDS, ability, 0, 0, 0)
        abilities = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; those above 31
        library.capget(process, abilities)
        abilities[0] &= ~sum(1 << ability for ability in _IGNORES_MODES)
        library.capset(process, abilities)


def read_only(folder: Path) -> None:
    """Take the right to write from a folder and all that is in it."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o555 if path.is_dir() else 0o444)
