"""Tell when something a site is made of changes.

In: the project's configuration file, and folders. Out: a call for each burst of changes. Folders are
watched with all that is in them; the project's own folder only for what lies directly in it, since
environments and built sites below it hold thousands of files nobody edits.
"""

from __future__ import annotations

import os
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


QUIET: Final = 4
"""Milliseconds without another change after which a burst is over: an editor writes in several steps."""


class Watcher:
    """Watches until it is stopped. A folder that appears later is watched from then on."""

    def __init__(self, config: Path, folders: Iterable[Path], changed: Changed) -> None:
        config = config.resolve()
        self._folders = frozenset(folder.resolve() for folder in folders)
        self._changed = changed
        ours = {config, *self._folders}
        self._inside = self._watch_folders()
        self._links = frozenset[Path]()
        self._behind_links = self._watch_links()
        self._around = _Watch(
            [config.parent], self._project_changed, lambda _, path: Path(path) in ours, deep=False
        )

    def start(self) -> None:
        """Begin to watch; from here on no change is missed. Raises FirstwinError where the system lets nobody watch."""
        watches = (self._inside, self._behind_links, self._around)
        for each in watches:
            each.begin()
        for each in watches:  # each needs a moment: they have it together
            each.wait()

    def stop(self) -> None:
        """Stop watching, and wait until nothing calls any more."""
        self._around.stop()
        self._inside.stop()
        self._behind_links.stop()

    def _watch_folders(self) -> _Watch:
        there = sorted(folder for folder in self._folders if folder.is_dir())
        return _Watch(there, self._inside_changed, _edited, deep=True)

    def _watch_links(self) -> _Watch:
        """Watch the files outside of the folders to which links in them lead: an edit changes no file inside."""
        self._links = self._targets()
        folders = sorted({target.parent for target in self._links})
        return _Watch(folders, self._changed, lambda _, path: Path(path) in self._links, deep=False)

    def _targets(self) -> frozenset[Path]:
        linked = (
            file.resolve()
            for folder in self._folders
            for parent, _, names in os.walk(folder)
            for file in (Path(parent, name) for name in names)
            if file.is_symlink()
        )
        return frozenset(target for target in linked if target.is_file())

    def _inside_changed(self) -> None:
        self._changed()
        # Behind it, since it takes its time: nobody waits for it, unless what is seen now was missed before.
        if self._targets() != self._links:
            self._behind_links.stop()
            self._behind_links = self._watch_links()
            self._behind_links.begin()
            self._behind_links.wait()
            self._changed()

    def _project_changed(self) -> None:
        self._inside.stop()
        self._inside = self._watch_folders()
        self._inside.begin()
        self._inside.wait()
        self._inside_changed()


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

    def begin(self) -> None:
        self._thread.start()

    def wait(self) -> None:
        """Wait until no change is missed any more. Raises FirstwinError where the system lets nobody watch."""
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
