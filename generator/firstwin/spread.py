"""Work on several processors at once.

In: a function, and the parts of its work. Out: what it makes of them, share by share. Python runs on one processor at
a time, so a share for another one is worked on in a fork: it knows everything that is there already, and sends back
only what it made. Where a fork is not safe (a program with threads, macOS) or does not exist (Windows), and where it is
not worth it, one share is all there is. A function must be pure: its share is worked on again where a fork has died.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final, Generic, NoReturn, Self, TypeVar

MOST: Final = 4
"""How many shares there are at most: each takes memory, and a container may have fewer processors than it sees."""

Part = TypeVar("Part")
Made = TypeVar("Made")


def spread(
    work: Callable[[Sequence[Part]], Made], parts: Sequence[Part], worth: int
) -> Sequence[Made]:
    """What `work` makes of `parts`, share by share in their order; a share has at least `worth` parts.

    Raises what `work` raises.
    """
    mine, *others = _shares(parts, min(_processors(), len(parts) // worth))
    with ExitStack() as stack:
        forks = [stack.enter_context(_Fork(work, share)) for share in others]
        return [work(mine), *(fork.made() for fork in forks)]


def _processors() -> int:
    """How many processors there are to fork for. A thread of whatever library would hold its locks for ever in a fork."""
    if not sys.platform.startswith("linux"):
        return 1
    try:
        threads = len(list(Path("/proc/self/task").iterdir()))
    except OSError:
        return 1
    return min(MOST, len(os.sched_getaffinity(0))) if threads == 1 else 1


def _shares(parts: Sequence[Part], number: int) -> Sequence[Sequence[Part]]:
    """The parts in shares of nearly one size; one share at least."""
    number = max(1, number)
    ends = [len(parts) * nth // number for nth in range(number + 1)]
    return [parts[begin:end] for begin, end in pairwise(ends)]


class _Fork(Generic[Part, Made]):
    """A child that works on a share. On leaving, it is gone, whatever became of it."""

    def __init__(self, work: Callable[[Sequence[Part]], Made], share: Sequence[Part]) -> None:
        self._work = work
        self._share = share

    def __enter__(self) -> Self:
        receiver, sender = os.pipe()
        self._receiver: BinaryIO = os.fdopen(receiver, "rb")
        self._child: int | None = None
        with os.fdopen(sender, "wb") as pipe, suppress(OSError):  # no room for one more process
            self._child = os.fork()
            if not self._child:
                self._work_and_exit(pipe)
        return self

    def __exit__(self, *_: object) -> None:
        self._receiver.close()
        if self._child:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)

    def made(self) -> Made:
        """What the child made of its share. What it could not make is made here."""
        try:
            made: Made = pickle.load(self._receiver)  # noqa: S301  # from our own child
        except (EOFError, pickle.UnpicklingError):
            return self._work(self._share)
        return made

    def _work_and_exit(self, pipe: BinaryIO) -> NoReturn:
        """The child's whole life. Nothing of the parent's is cleaned up on the way out."""
        try:
            pickle.dump(self._work(self._share), pipe, pickle.HIGHEST_PROTOCOL)
            pipe.flush()
        finally:
            os._exit(0)
