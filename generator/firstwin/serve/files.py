"""From the path of a request to a file of the site.

In: the path a browser asks for. Out: a file inside the site's folder, or nothing. Whatever a request
holds, nothing outside that folder is ever named by it.
"""

from __future__ import annotations

from mimetypes import MimeTypes
from pathlib import Path
from typing import Final
from urllib.parse import unquote

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


def find_file(site: Path, path: str) -> Path | None:
    """The file or folder for a request's path, or None."""
    parts = [part for part in unquote(path).split("/") if part]
    if any(_suspicious(part) for part in parts):
        return None
    found = site.joinpath(*parts)
    try:
        home, real = site.resolve(strict=True), found.resolve(strict=True)
    except OSError:  # nothing there, or a name too long to be there
        return None
    return found if real.is_relative_to(home) else None


def content_type(path: Path) -> str:
    """What a browser is told about a file."""
    kind, _ = _TYPES.guess_type(path.name)
    if kind is None:
        return "application/octet-stream"
    textual = kind.startswith("text/") or kind.endswith(("json", "xml"))
    return f"{kind}; charset=utf-8" if textual else kind


def _suspicious(part: str) -> bool:
    return part.startswith(".") or "\\" in part or "\0" in part or ":" in part
