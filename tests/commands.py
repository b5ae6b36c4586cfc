"""Commands of firstwin, each in a process of its own that needs no second to begin.

In: arguments and a folder. Out: how the command ended, and what it said. A server that has imported the package and
built a site forks for each (`command_server`): signals, modes, limits, environment and streams are the command's own.
What Python reads before any program begins, such as PYTHONHASHSEED, is the server's: who tests that starts Python.
"""

from __future__ import annotations

import atexit
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

Before = Callable[[], object]
"""Something that a command's process does before the command begins; it has to be a function of a module."""


def nothing() -> None:
    """Do nothing."""


def firstwin(
    place: Path,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    before: Before = nothing,
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with this environment or that of the tests."""
    order = (
        str(place),
        arguments,
        dict(os.environ if environment is None else environment),
        before,
    )
    theirs, ours = zip(*(os.pipe()[::-1] for _ in range(3)), strict=True)
    try:
        socket.send_fds(_server(), [pickle.dumps(order)], theirs)
    finally:
        for stream in theirs:
            os.close(stream)
    with ThreadPoolExecutor(len(ours)) as readers:
        output, errors, status = readers.map(_read, ours)
    return subprocess.CompletedProcess(arguments, int(status), output, errors)


def _read(stream: int) -> str:
    with open(stream, encoding="utf-8") as file:  # it has no path
        return file.read()


@cache
def _server() -> socket.socket:
    """Where a server of this process takes orders until this process ends."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.command_server", str(theirs.fileno())],
            cwd=Path(__file__).resolve().parents[1],
            stdin=subprocess.DEVNULL,
            stdout=theirs.fileno(),  # no file, as a command's is none
            pass_fds=[theirs.fileno()],
        )
    atexit.register(server.wait)
    atexit.register(ours.close)
    return ours
