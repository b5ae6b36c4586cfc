"""What all the files of a built site say.

In: the folder of a site, and what lies over the engine's theme. Out: `Contents`. The style sheets and scripts that the
engine brings along are not read: they are the same in every site, and a test reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from firstwin.collector import collector_paused
from firstwin.site.drawing import read_drawing
from firstwin.site.listed import read_listed
from firstwin.site.markup import read_markup
from firstwin.site.reading import Inline, Reading
from firstwin.site.script import read_script
from firstwin.site.style import read_style

PAGE: Final = ".html"
NOT_FOUND: Final = "404.html"
"""It is read last: what stands on every page is better said of one that has a source."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The names of a site's files, and what those say that say anything: the pages first."""

    names: frozenset[str]
    readings: Mapping[str, Reading]

    def inlines(self) -> Iterator[Inline]:
        """The scripts and styles that stand in pages."""
        for reading in self.readings.values():
            yield from reading.inlines


@collector_paused()
def read_contents(site: Path, theme: Path, overrides: Path) -> Contents:
    """Read the files of a site. `theme` is the engine's, and `overrides` what lies over it."""

    def is_read(name: str, suffix: str) -> bool:
        own = (overrides / name).is_file() or not (theme / name).is_file()
        return suffix in _READERS and (suffix == PAGE or own)

    names = frozenset(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    )
    readings = {}
    for name in sorted(names, key=_pages_first):
        suffix = PurePosixPath(name).suffix.lower()
        if is_read(name, suffix):
            readings[name] = _READERS[suffix](site / name)
    return Contents(names, readings)


def _pages_first(name: str) -> tuple[bool, bool, str]:
    return (not name.endswith(PAGE), name == NOT_FOUND, name)


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def _sheet(path: Path) -> Reading:
    return Reading(
        tuple(found for found in read_style(_text(path)) if not found.address.startswith("#"))
    )


_READERS: Final[Mapping[str, Callable[[Path], Reading]]] = {
    PAGE: lambda path: read_markup(path.read_text("utf-8")),
    ".css": _sheet,
    ".js": lambda path: Reading(tuple(read_script(_text(path)))),
    ".mjs": lambda path: Reading(tuple(read_script(_text(path)))),
    ".svg": lambda path: read_drawing(path.read_bytes()),
    ".webmanifest": lambda path: Reading(tuple(read_listed(_text(path)))),
}
