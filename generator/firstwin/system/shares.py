"""Things that are made by several processes.

In: who makes them, and their names. Out: what was made of each name, the same for any number of processes, and the same
failure. A process that ends without having done its share, killed or out of memory, is no fault: its share is done here.
Nothing outlives this process: a worker that has nobody to ask for work ends.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Literal, Protocol, TypeVar

from msgspec import Struct

from firstwin.system.interruptions import INTERRUPTIONS, undisturbed

Method = Literal["fork", "spawn"]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Maker(Protocol[T_co]):
    """Makes a thing of its name, the same in every process. Processes that are no copies of this one are handed it."""

    def set_up(self) -> None:
        """Have what things are made with in this process, for those that are copies of it."""

    def made(self, name: str) -> T_co:
        """Make one. What it raises is raised for the first name that fails."""


class Portions(Struct, frozen=True):
    """How things are shared out: so many at a time, and how many a process must have to make, for what it costs to start.

    A process begins in no way that is not named.
    """

    size: int
    worth: Mapping[Method, int]


def _nothing(*_: object) -> None:
    pass


def start_method() -> Method:
    """How another process begins: as a copy of this one where that is safe, which knows all that this one does."""
    alone = threading.active_count() == 1 and threading.current_thread() is threading.main_thread()
    return "fork" if sys.platform == "linux" and alone else "spawn"


def made_in_shares(  # noqa: PLR0913  # half of it has its default
    maker: Maker[T],
    names: Sequence[str],
    processes: int,
    portions: Portions,
    *,
    progress: Callable[[int], None] = _nothing,
    meanwhile: Callable[[], None] = _nothing,
) -> dict[str, T]:
    """Make things by up to so many processes. `progress` hears how many are made. Raises what `made` raises.

    `meanwhile` is done here while others make them, once all of those have something to do.
    """
    method = start_method()
    worth = portions.worth.get(method)
    several = min(processes, len(names) // worth) if worth else 1
    size = portions.size
    return made_by(
        maker, names, several, method=method, size=size, progress=progress, meanwhile=meanwhile
    )


def made_by(  # noqa: PLR0913  # all that `made_in_shares` decides
    maker: Maker[T],
    names: Sequence[str],
    processes: int,
    *,
    method: Method,
    size: int,
    progress: Callable[[int], None] = _nothing,
    meanwhile: Callable[[], None] = _nothing,
) -> dict[str, T]:
    """Make things by so many processes that begin in some way, and are handed so many names at a time."""
    made: dict[str, T] = {}
    if processes > 1:
        if method == "fork":
            maker.set_up()  # a copy of this process has it too
        with workers(maker, processes, method) as ends:
            for share in _shares(ends, names, size, meanwhile):
                made |= share
                progress(len(made))
    for name in names:  # what nobody did, in their order: the first that fails is told
        if name not in made:
            made[name] = maker.made(name)
            progress(len(made))
    return made


def _shares(
    workers: Iterable[Connection],
    names: Sequence[str],
    size: int,
    meanwhile: Callable[[], None],
) -> Iterator[dict[str, Any]]:
    """What workers make, share by share, until all is made or one fails. Who has ended is asked no more."""
    waiting = deque(names[start : start + size] for start in range(0, len(names), size))
    busy: list[Connection] = []

    def hand_out(worker: Connection) -> None:
        if waiting:
            with suppress(OSError):
                worker.send(waiting.popleft())
                busy.append(worker)

    for worker in workers:
        hand_out(worker)
    meanwhile()
    while busy:
        ready = wait(busy)
        for worker in [worker for worker in busy if worker in ready]:
            busy.remove(worker)
            try:
                share: dict[str, Any] | None = worker.recv()
            except (EOFError, OSError):
                continue
            if share is None:
                waiting.clear()
            else:
                yield share
                hand_out(worker)


@contextmanager
def workers(maker: Maker[object], processes: int, method: Method) -> Iterator[list[Connection]]:
    """Processes that make what they are sent the names of, each at the end of a connection.

    Each sends back what was made by its name, or nothing where something failed. They are gone afterwards, whatever happens.
    """
    context: Any = multiprocessing.get_context(method)  # its types know no `Process`
    started: list[BaseProcess] = []
    ends: list[Connection] = []
    try:
        for _ in range(processes):
            with (
                undisturbed()
            ):  # a copy of this process is not interrupted before it knows what it is
                here, there = context.Pipe()
                ends.append(here)
                others = tuple(ends) if method == "fork" else ()
                process = context.Process(target=_work, args=(maker, there, others), daemon=True)
                process.start()
                started.append(process)
                there.close()
        yield ends
    finally:
        with undisturbed():
            for process in started:
                process.kill()  # a copy that does not know yet what it is would not heed anything else
            for process in started:
                process.join()
            for end in ends:
                end.close()


def _work(maker: Maker[object], boss: Connection, others: Iterable[Connection]) -> None:
    """Make what one is handed, until there is nobody who asks. What fails is for the boss to make, and to tell."""
    for number in INTERRUPTIONS:
        signal.signal(number, signal.SIG_IGN)  # who interrupts everybody is answered by the boss
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for end in others:
        end.close()
    with suppress(EOFError, OSError):
        while True:
            names: Sequence[str] = boss.recv()
            try:
                share = {name: maker.made(name) for name in names}
            except Exception:  # noqa: BLE001  # whatever it is, it happens to the boss too, or to nobody
                boss.send(None)
            else:
                boss.send(share)
