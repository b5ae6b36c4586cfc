"""Programs run as on a machine that has nothing of ours: no home, no settings, no network.

In: a command. Out: what it printed, or a failure that shows it. What pip may install lies in a folder.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

WHEELS: Final = Path(sys.prefix) / "wheels"
"""The wheels of the locks, as `make` fetched them for these tests."""
NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that is not there: who asks the network fails at once."""


def environment(home: Path, index: Path = WHEELS, **more: str) -> dict[str, str]:
    """What a command gets to see instead of what the tests were started with."""
    return {
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "PATH": os.defpath + os.pathsep + "/usr/local/bin",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": str(index),
        "PIP_COMPILE": "0",
        "PIP_NO_INDEX": "1",
        **{f"{scheme}_proxy": NOWHERE for scheme in ("http", "https", "all")},
        **more,
    }


def run(
    command: Sequence[str | Path], cwd: Path, environment: Mapping[str, str], *, fails: bool = False
) -> str:
    """Run a command that must end well, or, where it `fails`, must not."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,  # what it printed says more than its exit status
    )
    assert (done.returncode != 0) is fails, done.stdout
    return done.stdout
