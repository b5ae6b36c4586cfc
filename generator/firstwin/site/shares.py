"""The pages of a site, made by several processes.

In: a workshop and the names of pages. Out: what was made of each, the same for any number of processes, and the same
failure. A process that ends without having done its share, killed or out of memory, is no fault: its share is done here.
Nothing outlives this process: a worker that has nobody to ask for work ends.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Literal

from firstwin.output.swap import undisturbed
from firstwin.site.workshop import Made, Workshop

Method = Literal["fork", "spawn"]

SHARE: Final = 8
"""How many pages a worker is handed at a time."""

_WORTH: Final[dict[Method, int]] = {"fork": 2 * SHARE, "spawn": 25 * SHARE}
"""How many pages a process must have to make, for what it costs to start."""


def start_method() -> Method:
    """How another process begins: as a copy of this one where that is safe, which knows all that this one does."""
    alone = threading.active_count() == 1 and threading.current_thread() is threading.main_thread()
    return "fork" if sys.platform == "linux" and alone else "spawn"


def made_in_shares(
    workshop: Workshop, names: Sequence[str], processes: int, told: Callable[[int], None]
) -> dict[str, Made]:
    """Make pages by up to so many processes. It is `told` how many are made. Raises what `Workshop.made` raises."""
    method = start_method()
    return made_by(workshop, names, min(processes, len(names) // _WORTH[method]), method, told)


def made_by(
    workshop: Workshop,
    names: Sequence[str],
    processes: int,
    method: Method,
    told: Callable[[int], None],
) -> dict[str, Made]:
    """Make pages by so many processes that begin in some way."""
    made: dict[str, Made] = {}
    if processes > 1:
        if method == "fork":
            workshop.set_up()  # a copy of this process has it too
        with _workers(workshop, processes, method) as workers:
            for share in _shares(workers, names):
                made |= share
                told(len(made))
    for name in names:  # what nobody did, in the order of the pages: the first that fails is told
        if name not in made:
            made[name] = workshop.made(name)
            told(len(made))
    return made


def _shares(workers: Iterable[Connection], names: Sequence[str]) -> Iterator[dict[str, Made]]:
    """What workers make, share by share, until all is made or one fails. Who has ended is asked no more."""
    waiting = deque(names[start : start + SHARE] for start in range(0, len(names), SHARE))
    busy: list[Connection] = []

    def hand_out(worker: Connection) -> None:
        if waiting:
            with suppress(OSError):
                worker.send(waiting.popleft())
                busy.append(worker)

    for worker in workers:
        hand_out(worker)
    while busy:
        ready = wait(busy)
        for worker in [worker for worker in busy if worker in ready]:
            busy.remove(worker)
            try:
                share: dict[str, Made] | None = worker.recv()
            except (EOFError, OSError):
                continue
            if share is None:
                waiting.clear()
            else:
                yield share
                hand_out(worker)


@contextmanager
def _workers(workshop: Workshop, processes: int, method: Method) -> Iterator[list[Connection]]:
    """Processes that work, each at the end of a connection. They are gone afterwards, whatever happens."""
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
                process = context.Process(target=_work, args=(workshop, there, others), daemon=True)
                process.start()
                started.append(process)
                there.close()
        yield ends
    finally:
        with undisturbed():
            for process in started:
                process.terminate()
            for process in started:
                process.join()
            for end in ends:
                end.close()


def _work(workshop: Workshop, boss: Connection, others: Iterable[Connection]) -> None:
    """Make what one is handed, until there is nobody who asks. What fails is for the boss to make, and to tell."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who interrupts everybody is answered by the boss
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for end in others:
        end.close()
    with suppress(EOFError, OSError):
        while True:
            names: Sequence[str] = boss.recv()
            try:
                share = {name: workshop.made(name) for name in names}
            except Exception:  # noqa: BLE001  # whatever it is, it happens to the boss too, or to nobody
                boss.send(None)
            else:
                boss.send(share)
