"""What the system asks of a command while it is at work.

In: signals. Out: `Terminated`, or Python's own KeyboardInterrupt, in the main thread.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Final, NoReturn

from firstwin.cli.endings import Terminated
from firstwin.system.interruptions import INTERRUPTIONS

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_SOON: Final = 0.01
"""Seconds until a request that was lost is made again."""


def listen_to_the_system() -> None:
    """End as after an interruption where the system asks for it, or the terminal is gone. Called in the main thread."""
    for number in INTERRUPTIONS:
        # Who had it ignored (`nohup`) meant that; Python raises for the interruption by itself.
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _terminate)
    sys.unraisablehook = _ask_again


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
