"""What all the files of a built site say.

In: the folder of a site, and what lies over the engine's theme. Out: `Contents`. The style sheets and scripts that the
engine brings along are not read: they are the same in every site, and a test reads them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from firstwin.site.drawing import read_drawing
from firstwin.site.listed import read_listed
from firstwin.site.markup import read_markup
from firstwin.site.plain_html import PlainHtml
from firstwin.site.reading import NOT_FOUND, Inline, Reading
from firstwin.site.script import read_script
from firstwin.site.style import read_style
from firstwin.system.collector import collector_paused

PAGE: Final = ".html"


class Contents(Struct, frozen=True):
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
    names = frozenset(
        path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
    )
    return Contents(
        names,
        {
            name: reading_of(name, (site / name).read_bytes())
            for name in pages_first(names)
            if is_read(name, theme, overrides)
        },
    )


def is_read(name: str, theme: Path, overrides: Path) -> bool:
    """Whether a file of a site says anything that is to be looked at."""
    suffix = _suffix(name)
    own = (overrides / name).is_file() or not (theme / name).is_file()
    return suffix in _READERS and (suffix == PAGE or own)


def pages_first(names: Iterable[str]) -> list[str]:
    """The names of files in the order in which they are read."""
    return sorted(names, key=lambda name: (not name.endswith(PAGE), name == NOT_FOUND, name))


def reading_of(name: str, content: bytes) -> Reading:
    """What a file of a site says, whose name tells of what kind it is."""
    return _READERS[_suffix(name)](content)


def reading_of_page(page: bytes, content: PlainHtml | None) -> Reading:
    """What a page says that was made of some content, where that is plain."""
    return read_markup(_page(page), content)


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _text(content: bytes) -> str:
    return io.TextIOWrapper(io.BytesIO(content), "utf-8", errors="replace").read()


def _page(content: bytes) -> str:
    return io.TextIOWrapper(io.BytesIO(content), "utf-8").read()


def _sheet(content: bytes) -> Reading:
    return Reading(
        tuple(found for found in read_style(_text(content)) if not found.address.startswith("#"))
    )


_READERS: Final[Mapping[str, Callable[[bytes], Reading]]] = {
    PAGE: lambda content: read_markup(_page(content)),
    ".css": _sheet,
    ".js": lambda content: Reading(tuple(read_script(_text(content)))),
    ".mjs": lambda content: Reading(tuple(read_script(_text(content)))),
    ".svg": read_drawing,
    ".webmanifest": lambda content: Reading(tuple(read_listed(_text(content)))),
}
