"""What a site is made with, beside what it is made of: none of it changes a byte.

In: nothing; whoever asks for a site says it. Out: a frozen `Means`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from firstwin.caching.store import Store


def in_silence(*_: object) -> None:
    """Tell nobody."""


class Means(Struct, frozen=True):
    """A `store` of pages that were made before, how many `processes` make pages, and whom it is `told` how many are made.

    Where nothing can be kept and shared, whoever asks hears why in a `notice`. `files` are those of the tree by their paths
    in it, where somebody still has them. `before` is the folder of the site that is to be replaced: what is alike in it stays
    the same file.
    """

    store: Store | None = None
    processes: int = 1
    page_progress: Callable[[int, int], None] = in_silence
    notice: Callable[[str], None] = in_silence
    files: Mapping[str, bytes] | None = None
    before: Path | None = None
