"""What the system asks of a command while it is at work.

In: signals. Out: `Terminated`, or Python's own KeyboardInterrupt, in the main thread, and only while there is something to
be tidied up.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NoReturn

from firstwin.cli.endings import Terminated
from firstwin.system.interruptions import INTERRUPTIONS, end_at_once

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_SOON: Final = 0.01
"""Seconds until a request that was lost is made again."""


@contextmanager
def listening_to_the_system() -> Iterator[None]:
    """End as after an interruption where the system asks for it, or the terminal is gone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in INTERRUPTIONS}
    hook, sys.unraisablehook = sys.unraisablehook, _ask_again
    try:
        for number, handler in before.items():
            # Who had it ignored (`nohup`) meant that.
            if handler in (signal.SIG_DFL, end_at_once):
                raises = signal.default_int_handler if number == signal.SIGINT else _terminate
                signal.signal(number, raises)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        sys.unraisablehook = hook


def _terminate(number: int, _frame: object) -> NoReturn:
    raise Terminated(number)


def _ask_again(lost: UnraisableHookArgs) -> None:
    """Have a request made once more that came at a moment when Python lets no exception out: as an object is removed."""
    if isinstance(lost.exc_value, Terminated):
        number = lost.exc_value.number
    elif isinstance(lost.exc_value, KeyboardInterrupt):
        number = signal.SIGINT
    else:
        sys.__unraisablehook__(lost)
        return
    again = threading.Timer(_SOON, os.kill, (os.getpid(), number))
    again.daemon = True
    again.start()
