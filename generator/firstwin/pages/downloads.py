"""The files that pages offer to download.

In: a file's name and size, and `Guides`. Out: where it lies, what it is in words, and the `File`s of an edition: those that its
texts lead to, and no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firstwin.pages.page import File
from firstwin.resolve.guide import Guides
from firstwin.sources import FILES
from firstwin.words import Words

_KILO: Final = 1000
_MEGA: Final = 1000 * _KILO


def download_path(name: str) -> str:
    """Where a download is published."""
    return f"{FILES}/{name}"


def downloads(guides: Guides) -> Iterator[File]:
    """What the texts of an edition offer."""
    for name in guides.downloads:
        yield File(download_path(name), source=f"{FILES}/{name}")


def kind_and_size(name: str, size: int, words: Words) -> str:
    """What stands behind the words of a link to a file: `(PDF, 240 kB)`."""
    kind = name.rpartition(".")[2].upper()
    if size < _MEGA:
        # Translators: Behind a link to a file: what it is, and its size. "(PDF, 240 kB)"
        return words.say("file", "({kind}, {size} kB)", kind=kind, size=-(-size // _KILO))
    # Translators: Behind a link to a large file: what it is, and its size. "(ZIP, 3 MB)"
    return words.say("file", "({kind}, {size} MB)", kind=kind, size=round(size / _MEGA))
