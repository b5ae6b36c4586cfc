"""From the path of a request to a file of the site.

In: the path a browser asks for. Out: what is in a file inside the site's folder, or nothing. Whatever a request
holds, nothing outside that folder is ever named by it.
"""

from __future__ import annotations

from mimetypes import MimeTypes
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes

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


def read_file(site: Path, path: str) -> bytes | None:
    """What is in the file of a request's path; None where there is none, or a new site has taken its place just now."""
    found = _inside(site, path)
    try:
        return found.read_bytes() if found and found.is_file() else None
    except OSError:
        return None


def is_folder(site: Path, path: str) -> bool:
    """Whether a request's path leads to a folder."""
    found = _inside(site, path)
    return found is not None and found.is_dir()


def _inside(site: Path, path: str) -> Path | None:
    """Where a request's path leads inside the site; a name is any bytes, as the system has it."""
    name = unquote_to_bytes(path.encode("latin-1")).decode("utf-8", "surrogateescape")
    parts = [part for part in name.split("/") if part]
    if any(_suspicious(part) for part in parts):
        return None
    try:
        home, real = site.resolve(strict=True), site.joinpath(*parts).resolve(strict=True)
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # nothing there, a loop of links, or no name for this system
        return None
    return real if real.is_relative_to(home) else None


def content_type(path: str) -> str:
    """What a browser is told about a file."""
    kind, _ = _TYPES.guess_type(path.rpartition("/")[2])
    if kind is None:
        return "application/octet-stream"
    textual = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if textual else kind


def _suspicious(part: str) -> bool:
    return part.startswith(".") or "\\" in part or "\0" in part or ":" in part
