"""Interruptions that wait until what must be done as a whole is done.

In: nothing. Out: a block that `SIGINT` and `SIGTERM` do not break: what was begun in it is finished, and then they act.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let an interruption wait until what must be done as a whole is done.

    Python interrupts its main thread alone, whichever thread of the process the system told.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    handlers = {
        number: signal.signal(number, lambda number, _: waiting.append(number))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for interruption in waiting[:1]:
            signal.raise_signal(interruption)
