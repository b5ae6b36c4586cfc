"""How the time that something takes grows with its input, on a machine that does other things too.

In: a function of a size. Out: `Growth`. Only the processor's time of this process counts, the fastest of several
runs, and the exponent is that of the line through all sizes: 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from firstwin.system.collector import collector_paused

PARTS = (8, 4, 2, 1)
"""The sizes at which something is measured, as parts of the largest."""

LINEAR = 1.35
"""An exponent that only what grows faster than its input has; sorting and caches stay below."""

SHORTEST = 0.0005
"""The seconds that the clock can tell from nothing."""


@dataclass(frozen=True)
class Growth:
    """Seconds by size."""

    seconds: dict[int, float]

    @property
    def exponent(self) -> float:
        """The slope of the line through the sizes and times, both as logarithms; of one size nobody knows it."""
        if len(self.seconds) == 1:
            return math.inf
        points = [
            (math.log(size), math.log(max(took, 1e-9))) for size, took in self.seconds.items()
        ]
        mean_x = sum(x for x, _ in points) / len(points)
        mean_y = sum(y for _, y in points) / len(points)
        above = sum((x - mean_x) * (y - mean_y) for x, y in points)
        return above / sum((x - mean_x) ** 2 for x, _ in points)

    def is_linear(self, negligible: float) -> bool:
        """Whether it grows no faster than its input; what is done at the largest in no time counts as linear."""
        return max(self.seconds.values()) < negligible or self.exponent < LINEAR


class TooLongError(Exception):
    """Something took longer than it may."""


def fastest(work: Callable[[], object], runs: int) -> float:
    """The seconds of the fastest of so many runs. What is quick is done several times in each."""
    times = 1
    while (took := taken(work, times)) < SHORTEST:
        times *= 4
    return min([took, *(taken(work, times) for _ in range(runs - 1))]) / times


@collector_paused()
def taken(work: Callable[[], object], times: int = 1) -> float:
    """The seconds of so many runs together."""
    begin = time.process_time()
    for _ in range(times):
        work()
    return time.process_time() - begin


def growth(
    prepare: Callable[[int], Callable[[], object]], largest: int, fine: Callable[[Growth], bool]
) -> Growth:
    """The growth of what `prepare` makes, over as many sizes up to the largest as show that it is fine.

    The largest comes first: what is done with it in no time needs no other. Then comes the smallest, then what lies
    between. What is not fine in one run of each is measured in several: few have to be.
    """
    sizes = [largest // part for part in PARTS]
    once = {sizes[-1]: taken(prepare(sizes[-1]))}
    for further in (sizes[:1], sizes[1:-1]):
        if fine(Growth(once)):
            break
        once |= _measured(prepare, further, 1)
    grown = Growth(once)
    return grown if fine(grown) else Growth(_measured(prepare, sizes, 3))


def _measured(
    prepare: Callable[[int], Callable[[], object]], sizes: Iterable[int], runs: int
) -> dict[int, float]:
    return {size: fastest(prepare(size), runs) for size in sizes}


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what is inside after so many seconds of the processor: what grows exponentially never ends by itself."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
