"""Folders that are made to be filled.

In: a folder. Out: it, or nothing where it could not be filled.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """`folder`, made with those above it, and gone again where it is not filled."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise
