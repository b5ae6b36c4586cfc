"""Which worker of a test run runs what: whole files, the longest first."""

from typing import Final

from xdist.scheduler import LoadGroupScheduling  # type: ignore[import-untyped]

LONG: Final = (
    *("built", "theme", "growth", "packaging", "reference", "cli", "gate", "serve", "site"),
    *("validate", "sources", "render", "text", "api", "select", "pages", "output"),
)
"""Folders of files that take long, the longest first: what begins last should keep no worker waiting."""


class ByFile(LoadGroupScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands out files, and groups as their mark names them.

    Handed out one by one, thousands of tests cost more in messages than they take, as each looks through all that a
    worker has done before; and what a file's tests share would be made by each worker.
    """

    def _split_scope(self, nodeid: str) -> str:
        scope: str = super()._split_scope(nodeid)
        return scope.partition("::")[0]


def rank(folder: str) -> int:
    """Where in a run the tests of a folder begin."""
    return LONG.index(folder) if folder in LONG else len(LONG)
