"""How a command is going: one line that changes on a terminal, plain lines elsewhere.

In: what is being done, and how many pages are made. Out: lines on standard error. No thread writes them: a process that has
one cannot be copied, and pages are made by copies.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from firstwin.cli.lines import rewrite, say

_SECONDS: Final = 10.0
"""How long plain lines wait before the next one says how many pages are made."""
_MINUTE: Final = 60


class Going:
    """Says what is being done, in lines."""

    def __init__(
        self, *, between: float = _SECONDS, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._between = between
        self._seconds = seconds
        self._edition, self._began, self._said = "", 0.0, 0.0

    def line(self, text: str) -> None:
        """Say what is being done."""
        say(text, err=True)

    def pages(self, edition: str, made: int, of: int) -> None:
        """Say how many pages are made, and how long the others will take."""
        now = self._seconds()
        if edition != self._edition:
            self._edition, self._began, self._said = edition, now, now
            return
        if now - self._said < self._between or made >= of:
            return
        self._said = now
        left = (now - self._began) * (of - made) / made
        self.line(f"{edition}: {made} of {of} pages, {in_time(left)} left")


class GoingOnATerminal(Going):
    """Says it in one line, which is gone afterwards."""

    def __init__(self) -> None:
        super().__init__(between=0.0)

    def line(self, text: str) -> None:
        """Say what is being done, in place of what was said before."""
        rewrite(text[: shutil.get_terminal_size().columns - 1])


def in_time(seconds: float) -> str:
    """How long something takes, as far as that can be foreseen."""
    return f"{seconds:.0f} s" if seconds < _MINUTE else f"{seconds / _MINUTE:.0f} min"


@contextmanager
def going() -> Iterator[Going]:
    """A way to say how it is going."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield Going()
        return
    try:
        yield GoingOnATerminal()
    finally:
        rewrite("")
