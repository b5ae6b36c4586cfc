"""A pause of Python's cycle collector, and its end.

In: nothing. Out: a block in which the collector rests. The stages make hundreds of thousands of objects,
none of them in cycles, and keep nearly all to the end; the collector looks through them again and again
and finds nothing. Without it the stages take about two thirds of the time (`make bench`). When the program
ends, Python looks through everything that is left, several times: as long again as all the stages. Under a preview that
holds all of a large project each such look would keep an edit waiting for seconds.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let the collector rest. It goes on afterwards, if it was on before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def spare_what_is_left() -> None:
    """Let the collector never look through all that is there now, however often it goes on.

    Before a program's last line, and where much is kept for long. What is part of no cycle goes as always.
    """
    gc.freeze()


def spare_what_was_made() -> None:
    """Drop the cycles in what was made lately, and let the collector never look through the rest."""
    gc.collect(1)
    gc.freeze()
