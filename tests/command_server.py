"""The server that forks for each command of `commands`: `python -m tests.command_server SOCKET`."""

import os
import pickle
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

import firstwin
from firstwin.cli import main
from firstwin.system.collector import spare_what_is_left

LARGEST = 1 << 17
"""The bytes of an order: an environment and arguments."""
PATIENCE = 300
"""Seconds after which a command that does not end is ended, so that its test fails and not hangs."""
SMALL = Path(__file__).parent / "projects" / "small"


def warm_up() -> None:
    """Load what commands load. None of them looks for cycles in it, which would make a copy of all of it."""
    with tempfile.TemporaryDirectory() as place:
        project = Path(copytree(SMALL, Path(place) / "project"))
        firstwin.build(project / "site_config.yml", gate=True)
    spare_what_is_left()


def take_orders(orders: socket.socket) -> None:
    """Fork for each order: only the process of a command returns, when it may begin."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        order, streams, *_ = socket.recv_fds(orders, LARGEST, 3)
        if not order:
            sys.exit()
        if not os.fork():
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            orders.close()
            command = os.fork()
            if not command:
                return _become(order, streams)
            _tell_the_end_of(command, streams)
        for stream in streams:
            os.close(stream)


def _tell_the_end_of(command: int, streams: Sequence[int]) -> None:
    output, errors, status = streams
    os.close(output)
    os.close(errors)
    _, ended = os.waitpid(command, 0)
    os.write(status, str(os.waitstatus_to_exitcode(ended)).encode())
    os._exit(0)


def _become(order: bytes, streams: Sequence[int]) -> None:
    """Be the process of a command as the system would have started it."""
    place, arguments, environment, before = pickle.loads(order)
    for number, stream in enumerate(streams[:2], start=1):
        os.dup2(stream, number)
    for stream in streams:
        os.close(stream)
    signal.alarm(PATIENCE)
    os.chdir(place)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = ["firstwin", *arguments]
    before()


if __name__ == "__main__":
    warm_up()
    take_orders(socket.socket(fileno=int(sys.argv[1])))
    main()
