"""Interruptions that wait until what must be done as a whole is done.

In: nothing. Out: the signals that ask a program to end, and a block that they do not break: what was begun in it is
finished, and then they act.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

INTERRUPTIONS: Final = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no terminal that hangs up
    if hasattr(signal, name)
)
"""What asks a program to end, and lets it tidy up."""


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
        for number in INTERRUPTIONS
    }
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for interruption in waiting[:1]:
            signal.raise_signal(interruption)
