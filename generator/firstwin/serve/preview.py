"""The preview: build, serve, watch, and build again.

In: what to build with, where to listen, what to watch. Out: a running server, until it is stopped. A
build that fails changes nothing on the pages but what is shown over them. Changes that come while a
build runs are gathered into one more; what a build would still find out once it is shown, they cut short.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread
from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Report
from firstwin.errors import WrongUseError
from firstwin.serve.files import Site
from firstwin.serve.notices import Notices, Problem, fault_of_ours
from firstwin.serve.server import PreviewServer
from firstwin.serve.watch import Watcher
from firstwin.system.collector import collector_paused

DEFAULT_PORT: Final = 8000
_PORTS_TRIED: Final = 20
PEACE: Final = 0.25
"""Seconds in which browsers load a page that has changed, and nothing else is done."""
SWITCH: Final = 0.0005
"""Seconds after which a thread at work lets another go on. To answer a request takes many short turns."""


class Attempt(Struct, frozen=True):
    """What one build came to: a site, or the problems that stopped it, or neither: nothing changed.

    `report` is what a terminal shows of it; it is there unless the build itself broke off. What is still to be found
    out `follows`, step by step: most steps come to nothing. It is `complete` where nothing is left to be found out.
    """

    site: Site | None = None
    base: str = "/"
    problems: tuple[Problem, ...] = ()
    report: Report | None = None
    complete: bool = True
    follows: Iterable[Attempt | None] = ()


class Listening(Struct, frozen=True):
    """Where to listen. Without a port the first free one from 8000 on is taken."""

    host: str = "127.0.0.1"
    port: int | None = None


def _nothing(_: Attempt) -> None:
    pass


class Preview:
    """A site that follows its sources. `shown` is called for each attempt once browsers see it."""

    def __init__(
        self,
        build: Callable[[], Attempt],
        listening: Listening,
        shown: Callable[[Attempt], None] = _nothing,
    ) -> None:
        self._build = build
        self._shown = shown
        self._notices = Notices()
        self._server = _listen(listening, self._notices, self._fail)
        self._serving = Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._wanted = Event()
        self._stopping = False

    @property
    def url(self) -> str:
        """Where a browser finds the preview."""
        return self._server.url

    @property
    def local(self) -> bool:
        """Whether only this machine can open it."""
        return self._server.local

    def run(self, config: Path, folders: Iterable[Path]) -> None:
        """Build and serve until `stop` is called or the program is interrupted."""
        watcher = Watcher(config, folders, self._wanted.set)
        watcher.start()
        self._serving.start()
        before = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH)
        try:
            while not self._stopping:
                self._wanted.clear()
                self._go_through()
                self._wanted.wait()
        finally:
            self._notices.close()
            self._server.shutdown()
            self._server.server_close()
            watcher.stop()
            sys.setswitchinterval(before)

    def stop(self) -> None:
        """End `run`, from another thread."""
        self._stopping = True
        self._wanted.set()

    def _fail(self, error: BaseException) -> None:
        self._shown(Attempt(problems=(fault_of_ours(error),)))

    def _go_through(self) -> None:
        """Build, and show what comes of it and what follows, until something else is wanted."""
        with collector_paused():  # until browsers have what they wait for
            attempt = self._build()
            self._show(attempt)
            if attempt.follows and self._wanted.wait(PEACE):
                return
        for follower in attempt.follows:
            if self._wanted.is_set():
                return
            if follower is not None:
                self._show(follower)

    def _show(self, attempt: Attempt) -> None:
        if attempt.site is not None:
            self._notices.show_site(attempt.site, attempt.base)
        else:
            self._notices.show_problems(attempt.problems)
        self._shown(attempt)


def _listen(
    listening: Listening, notices: Notices, failed: Callable[[BaseException], None]
) -> PreviewServer:
    first = DEFAULT_PORT if listening.port is None else listening.port
    tried = _PORTS_TRIED if listening.port is None else 1
    for port in range(first, first + tried):
        try:
            return PreviewServer(listening.host, port, notices, failed)
        except (
            OSError,
            TypeError,
            UnicodeError,
        ) as error:  # the last two: it can be no address at all
            if not isinstance(error, OSError) or error.errno != errno.EADDRINUSE:
                reason = error.strerror if isinstance(error, OSError) else "it is no address"
                raise WrongUseError(
                    f"cannot listen on {listening.host}:{port}: {reason}",
                    "name another address or port: --host 127.0.0.1 --port 8080",
                ) from error
    taken = f"port {first} is" if tried == 1 else f"ports {first} to {first + tried - 1} are"
    raise WrongUseError(
        f"{taken} taken by another program", f"name a free one: --port {first + tried}"
    )
