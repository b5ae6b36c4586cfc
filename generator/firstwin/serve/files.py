"""From the path of a request to a file of the site.

In: the path a browser asks for. Out: what is in a file of the site, or nothing. Whatever a request holds, nothing
outside the folder of a site on disk is ever named by it.
"""

from __future__ import annotations

from mimetypes import MimeTypes
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import unquote, unquote_to_bytes

from msgspec import Struct

_TYPES: Final = MimeTypes(filenames=())  # not the system's own list: every machine serves alike
for _type, _ending in {
    "text/javascript": ".js",
    "text/calendar": ".ics",
    "application/json": ".json",
    "application/json ": ".map",
    "application/manifest+json": ".webmanifest",
    "application/xml": ".xml",
    "font/woff2": ".woff2",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "image/x-icon": ".ico",
}.items():
    _TYPES.add_type(_type.strip(), _ending)


class Site(Protocol):
    """The files of a site, by the paths of requests: `/help/index.html`.

    `look` is a name for all that every page shows beside its HTML; empty where nobody knows.
    """

    @property
    def look(self) -> str: ...

    def read(self, path: str) -> bytes | None:
        """What is in a file; None where there is none."""

    def loaded_by(self, page: str) -> bytes:
        """A name for what a page loads that is not of its look; empty where nobody knows."""

    def is_folder(self, path: str) -> bool:
        """Whether a path leads to a folder."""


class SiteFolder(Struct, frozen=True):
    """A site on disk."""

    root: Path
    look: str = ""

    def read(self, path: str) -> bytes | None:
        """What is in a file; None where there is none, or a new site has taken its place just now."""
        found = self._inside(path)
        try:
            return found.read_bytes() if found and found.is_file() else None
        except OSError:
            return None

    def loaded_by(self, _page: str) -> bytes:
        """Nobody knows."""
        return b""

    def is_folder(self, path: str) -> bool:
        """Whether a path leads to a folder."""
        found = self._inside(path)
        return found is not None and found.is_dir()

    def _inside(self, path: str) -> Path | None:
        """Where a path leads inside the site."""
        parts = parts_of(path)
        if any(_suspicious(part) for part in parts):
            return None
        try:
            home = self.root.resolve(strict=True)
            real = self.root.joinpath(*parts).resolve(strict=True)
        except (
            OSError,
            RuntimeError,
            ValueError,
        ):  # nothing there, a loop of links, or no name for this system
            return None
        return real if real.is_relative_to(home) else None


def inside(path: str, base: str) -> str:
    """The path of a request below that of a site, which is to be published under `base`."""
    under = [name for name in base.split("/") if name]
    names = path.lstrip("/").split("/")
    if len(names) > len(under) and [unquote(name) for name in names[: len(under)]] == under:
        names = names[len(under) :]
    return "/" + "/".join(names).lstrip("/")


def parts_of(path: str) -> list[str]:
    """The names in a request's path; each is any bytes, as the system has it."""
    name = unquote_to_bytes(path.encode("latin-1")).decode("utf-8", "surrogateescape")
    return [part for part in name.split("/") if part]


def content_type(path: str) -> str:
    """What a browser is told about a file."""
    kind, _ = _TYPES.guess_type(path.rpartition("/")[2])
    if kind is None:
        return "application/octet-stream"
    textual = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if textual else kind


def _suspicious(part: str) -> bool:
    return part.startswith(".") or "\\" in part or "\0" in part or ":" in part
