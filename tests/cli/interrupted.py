"""Commands that get a signal at a moment of their work.

In: a command and a signal. Out: how it ended; and which moments to try, so that few tell much.
"""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

STATUS: Final = {"SIGINT": 130, "SIGTERM": 143, "SIGKILL": -signal.SIGKILL}
"""The signals, and how a command ends by each."""

_INTERRUPT: Final = Path(__file__).with_name("interrupt.py")


def interrupt(
    place: Path, name: str, moment: int, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that gets a signal when it touches the disk for the n-th time; at 0 it says how often it does."""
    command = [sys.executable, str(_INTERRUPT), name, str(moment), *arguments]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)


def touches(done: subprocess.CompletedProcess[str]) -> int:
    """How often a command touched the disk that got no signal."""
    return int(done.stdout.split()[-1])


def moments(touched: int, each: int) -> Iterator[tuple[str, int]]:
    """So many moments for each signal, from the first touch to the last, no two signals at the same."""
    tried = [name for _ in range(each) for name in STATUS]
    for number, name in enumerate(tried):
        yield name, 1 + number * (touched - 1) // (len(tried) - 1)
