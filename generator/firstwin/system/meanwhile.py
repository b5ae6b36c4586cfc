"""A thing that another process makes while this one goes on.

In: what makes it. Out: the thing, for whoever asks for it: the same as if it were made here, or the same failure. Where no
copy of this process may be had, and where the one that was had ends without it, it is made here, when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from multiprocessing.connection import Connection
from typing import Final, Generic, TypeVar

from msgspec import Struct

from firstwin.system.shares import start_method, workers

T = TypeVar("T")

_IT: Final = "it"


class Pending(Generic[T]):
    """A thing that is made by the time one has it."""

    def __init__(self, make: Callable[[], T], worker: Connection | None = None) -> None:
        self._make = make
        self._worker = worker

    @cached_property
    def result(self) -> T:
        """The thing, once it is made. Raises what `make` raises."""
        made: dict[str, T] | None = None
        if self._worker:
            with suppress(EOFError, OSError):
                made = self._worker.recv()
            self._worker = None
        return made[_IT] if made else self._make()

    @property
    def is_there(self) -> bool:
        """Whether nobody else is still at work on it."""
        return self._worker is None or self._worker.poll()


class _OneMaker(Struct, frozen=True):
    """Makes one thing."""

    make: Callable[[], object]

    def set_up(self) -> None:
        """There is nothing to be had before."""

    def made(self, _: str) -> object:
        """The thing."""
        return self.make()


@contextmanager
def made_meanwhile(make: Callable[[], T], processes: int) -> Iterator[Pending[T]]:
    """Have one thing made, by a copy of this process where it may be one of several and that is safe.

    A process that nobody asked for what it made is gone with all others.
    """
    if processes > 1 and start_method() == "fork":
        with workers(_OneMaker(make), 1, "fork") as (worker,):
            with suppress(OSError):
                worker.send([_IT])
            yield Pending(make, worker)
    else:
        yield Pending(make)
