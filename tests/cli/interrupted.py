"""Commands that get a signal at a moment of their work.

In: a command and a signal. Out: how it ended; and which moments to try, so that few tell much.
"""

import atexit
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

from tests.commands import firstwin

STATUS: Final = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129, "SIGKILL": -signal.SIGKILL}
"""The signals, and how a command ends by each."""

_WRITES: Final = frozenset(
    {
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.chmod",
        "shutil.rmtree",
        "tempfile.mkdtemp",
        "ctypes.dlsym",  # a call of the system that Python has no name for: the exchange of two folders
    }
)


def interrupt(place: Path, name: str, moment: int, *arguments: str) -> CompletedProcess[str]:
    """Run a command that gets a signal when it touches the disk for the n-th time; at 0 it says how often it does."""
    return firstwin(place, *arguments, before=partial(_watch, name, moment))


def _watch(name: str, moment: int) -> None:
    """Send this process a signal at a moment of what it does from now on; at 0, say at the end how many there were."""
    touched = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal touched
        writes = (
            event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wxa+")
        )
        if writes or event in _WRITES:
            touched += 1
            if touched == moment:
                os.kill(os.getpid(), getattr(signal, name))

    if not moment:
        atexit.register(lambda: print(touched))  # noqa: T201  # for the test that called
    sys.addaudithook(watch)


def touches(done: CompletedProcess[str]) -> int:
    """How often a command touched the disk that got no signal."""
    return int(done.stdout.split()[-1])


def moments(touched: int, each: int) -> Iterator[tuple[str, int]]:
    """So many moments for each signal, from the first touch to the last, no two signals at the same."""
    tried = [name for _ in range(each) for name in STATUS]
    for number, name in enumerate(tried):
        yield name, 1 + number * (touched - 1) // (len(tried) - 1)
