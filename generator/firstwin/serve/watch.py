"""Tell when something a site is made of changes.

In: the project's configuration file, and folders. Out: a call for each burst of changes. Folders are
watched with all that is in them; the project's own folder only for what lies directly in it, since
environments and built sites below it hold thousands of files nobody edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread
from typing import Final

from watchfiles import Change, watch

from firstwin.errors import FirstwinError

Changed = Callable[[], None]
Filter = Callable[[Change, str], bool]

BEAT: Final = 50
"""Milliseconds after which a watch without news looks whether it is still wanted."""


QUIET: Final = 10
"""Milliseconds without another change after which a burst is over: an editor writes in several steps."""


class Watcher:
    """Watches until it is stopped. A folder that appears later is watched from then on."""

    def __init__(self, config: Path, folders: Iterable[Path], changed: Changed) -> None:
        config = config.resolve()
        self._folders = frozenset(folder.resolve() for folder in folders)
        self._changed = changed
        ours = {config, *self._folders}
        self._inside = self._watch_folders()
        self._around = _Watch(
            [config.parent], self._project_changed, lambda _, path: Path(path) in ours, deep=False
        )

    def start(self) -> None:
        """Begin to watch; from here on no change is missed. Raises FirstwinError where the system lets nobody watch."""
        self._inside.start()
        self._around.start()

    def stop(self) -> None:
        """Stop watching, and wait until nothing calls any more."""
        self._around.stop()
        self._inside.stop()

    def _watch_folders(self) -> _Watch:
        there = sorted(folder for folder in self._folders if folder.is_dir())
        return _Watch(there, self._changed, _edited, deep=True)

    def _project_changed(self) -> None:
        self._inside.stop()
        self._inside = self._watch_folders()
        self._inside.start()
        self._changed()


class _Watch:
    """One thread that watches some folders."""

    def __init__(
        self, folders: list[Path], changed: Changed, wanted: Filter, *, deep: bool
    ) -> None:
        self._folders = folders
        self._changed = changed
        self._wanted = wanted
        self._deep = deep
        self._watching = Event()
        self._stopped = Event()
        self._failure: OSError | None = None
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        self._watching.wait()
        if self._failure is not None:
            raise FirstwinError(
                f"changes cannot be watched: {self._failure}",
                "where the system watches too much already, close another watching program",
            )

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            if self._folders:
                self._watch()
        except OSError as error:
            self._failure = error
        finally:
            self._watching.set()

    def _watch(self) -> None:
        for changes in watch(
            *self._folders,
            watch_filter=self._wanted,
            recursive=self._deep,
            step=QUIET,
            rust_timeout=BEAT,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            self._watching.set()
            if self._stopped.is_set():
                return
            if changes:
                self._changed()


def _edited(_change: Change, path: str) -> bool:
    """Whether a path is a file somebody writes; editors and systems leave others beside it."""
    name = Path(path).name
    return not name.startswith((".", "#", "~")) and not name.endswith(("~", ".swp", ".tmp", ".pyc"))
