"""Interruptions that wait until what must be done as a whole is done.

In: nothing. Out: the signals that ask a program to end, what they do while it has begun nothing, and a block that they do
not break: what was begun in it is finished, and then they act.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

INTERRUPTIONS: Final = tuple(
    getattr(signal, name)
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no terminal that hangs up
    if hasattr(signal, name)
)
"""What asks a program to end, and lets it tidy up."""

_BY_SIGNAL: Final = 128
_STANDARD_ERROR: Final = 2


def end_when_asked() -> None:
    """Let interruptions end the program at once. Whoever had one ignored (`nohup`) meant that."""
    for number in INTERRUPTIONS:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, end_at_once)


def end_at_once(number: int, _frame: object) -> NoReturn:
    """End the program where it has begun nothing, or has done everything."""
    said = "Interrupted." if number == signal.SIGINT else "Terminated."
    try:
        os.write(_STANDARD_ERROR, f"{said}\n".encode())
    finally:
        os._exit(_BY_SIGNAL + number)


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
