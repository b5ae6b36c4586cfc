"""What the preview shows right now: the last good site, and what is wrong since.

In: the result of each build. Out: a `Notice` that browsers wait for. One thread writes, one thread for
each open page reads; nobody polls.
"""

from __future__ import annotations

import secrets
import traceback
from dataclasses import dataclass, field
from threading import Condition

from msgspec import Struct
from msgspec.structs import replace

from firstwin.diagnostics import visible
from firstwin.serve.files import Site


class Problem(Struct, frozen=True):
    """One thing that is wrong, in the words and with the lines a browser shows."""

    severity: str
    message: str
    code: str = ""
    place: str = ""
    source: str = ""
    hint: str = ""


def fault_of_ours(error: BaseException) -> Problem:
    """A problem for what should never have been raised, with the way to it."""
    lines = "".join(traceback.format_exception(error)).rstrip().split("\n")
    return Problem(
        "error",
        visible(f"this is a fault of firstwin: {error!r}"),
        source="\n".join(map(visible, lines)),
        hint="report it with these lines",
    )


class Notice(Struct, frozen=True):
    """The state of the preview.

    `site` is the last good site, `base` the path it is to be published under; `version` changes with
    its content, and `look` with what is on a page beside its HTML.
    """

    site: Site | None = None
    base: str = "/"
    version: str = ""
    look: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass
class Notices:
    """Holds the newest notice and wakes those who wait for it."""

    _notice: Notice = field(default_factory=Notice)
    _serial: int = 0
    _closed: bool = False
    _changed: Condition = field(default_factory=Condition)

    def first(self, seconds: float) -> Notice:
        """The newest notice; the first one is waited for, as long as `seconds` do not pass."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._serial, seconds)
            return self._notice

    def show_site(self, site: Site, base: str) -> None:
        """A build succeeded: everybody looks at `site` from now on."""
        # A random version: pages kept open over a restart of the server notice that they are old.
        version = secrets.token_hex(8)
        self._put(Notice(site, base, version, site.look or version))

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """A build failed, or none was needed: the site stays, with these problems (or none)."""
        with self._changed:
            self._put(replace(self._notice, problems=problems))

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> tuple[int, Notice | None]:
        """The first notice after number `seen`, or None when `seconds` pass or the preview has ended."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._serial > seen, seconds)
            if self._closed or self._serial <= seen:
                return seen, None
            return self._serial, self._notice

    @property
    def closed(self) -> bool:
        """Whether the preview has ended."""
        return self._closed

    def _put(self, notice: Notice) -> None:
        with self._changed:
            self._notice = notice
            self._serial += 1
            self._changed.notify_all()
