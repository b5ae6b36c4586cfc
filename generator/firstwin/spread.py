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
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final, Generic, NoReturn, TypeVar

MOST: Final = 4
"""How many shares there are at most: each takes memory, and a container may have fewer processors than it sees."""

_INTERRUPTIONS: Final = (signal.SIGINT, signal.SIGTERM)

Part = TypeVar("Part")
Made = TypeVar("Made")


def spread(
    work: Callable[[Sequence[Part]], Made], parts: Sequence[Part], worth: int
) -> Sequence[Made]:
    """What `work` makes of `parts`, share by share in their order; a share has at least `worth` parts.

    Raises what `work` raises.
    """
    mine, *others = _shares(parts, min(_processors(), len(parts) // worth))
    if not others:
        return [work(mine)]
    forks: list[_Fork[Part, Made]] = []
    with ExitStack() as stack:
        with _later_interrupted():
            for share in others:
                forks.append(_Fork(work, share, forks))
                stack.callback(forks[-1].end)
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


@contextmanager
def _later_interrupted() -> Iterator[None]:
    """Keep interruptions back until the end: in the midst of a fork one would be lost, or a child forgotten."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Fork(Generic[Part, Made]):
    """A child that works on a share; none where there is no room for one."""

    def __init__(
        self,
        work: Callable[[Sequence[Part]], Made],
        share: Sequence[Part],
        earlier: Sequence[_Fork[Part, Made]],
    ) -> None:
        self._work = work
        self._share = share
        self._child: int | None = None
        self._receiver: BinaryIO | None = None
        with suppress(OSError):
            receiver, sender = os.pipe()
            self._receiver = os.fdopen(receiver, "rb")
            with os.fdopen(sender, "wb") as pipe:
                self._child = os.fork()
                if not self._child:
                    self._work_and_exit(pipe, earlier)

    def made(self) -> Made:
        """What the child made of its share. What it could not make is made here."""
        if self._child and self._receiver:
            with suppress(EOFError, pickle.UnpicklingError):
                made: Made = pickle.load(self._receiver)  # noqa: S301  # from our own child
                self._wait()
                return made
        return self._work(self._share)

    def end(self) -> None:
        """Leave no child behind, whatever it is doing."""
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self._wait()
        self.stop_listening()

    def stop_listening(self) -> None:
        """Close the end at which the child's share arrives."""
        if self._receiver:
            self._receiver.close()

    def _wait(self) -> None:
        """Take note of the child's end, if nobody else has: whoever ignores the ends of children never hears of one."""
        if self._child:
            with suppress(ChildProcessError):
                os.waitpid(self._child, 0)
        self._child = None

    def _work_and_exit(self, pipe: BinaryIO, earlier: Sequence[_Fork[Part, Made]]) -> NoReturn:
        """The child's whole life. Nothing of the parent's is cleaned up on the way out."""
        try:
            for fork in (*earlier, self):
                fork.stop_listening()  # or it would wait for itself to read, once the parent was killed
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTIONS)
            pickle.dump(self._work(self._share), pipe, pickle.HIGHEST_PROTOCOL)
            pipe.flush()
        finally:
            os._exit(0)
