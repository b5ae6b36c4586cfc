"""What stands around every page, as far as a page shows it.

In: the files of a tree. Out: a `Frame`, which names what a page is made of: the same key, the same page, in whatever site
and edition. The navigation is in it only as far as a page shows it, so that a page outlives changes of others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import yaml
from msgspec import Struct

from firstwin.output import OVERRIDES, SETTINGS
from firstwin.site.reach import standing_alone
from firstwin.site.reading import NOT_FOUND

MAIN: Final = "main.html"
"""The template of a page that names none."""

_MADE_WITH: Final = (
    *("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pyyaml", "babel"),
    *("selectolax", "tinycss2"),
)
_HOME: Final = "index.md"
_PAGES: Final = ("nav", "not_in_nav")
_LOADER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Frame(Struct, frozen=True):
    """What the pages of one tree have in common. `templates` are those that make a page of nothing else."""

    templates: frozenset[str]
    _around: bytes
    _all: bytes
    _places: Mapping[str, object]

    def key_of(self, path: str, markdown: bytes) -> str:
        """A name for all that a page is made of, whose Markdown lies at `path` below the docs folder."""
        place = json.dumps([path, self._places.get(path)]).encode()
        return sha256(b"\0".join((b"page", self._around, place, markdown))).hexdigest()

    @property
    def key(self) -> str:
        """A name for all that a site is made of but the text of its pages."""
        return sha256(b"\0".join((b"site", self._around, self._all))).hexdigest()


def frame_of(files: Mapping[str, bytes]) -> Frame | None:
    """The frame of a tree; none where a page of it may show more than itself and its frame."""
    html = {
        path.removeprefix(f"{OVERRIDES}/"): content
        for path, content in files.items()
        if path.startswith(f"{OVERRIDES}/") and path.endswith(".html")
    }
    alone = standing_alone(html)
    if not {MAIN, NOT_FOUND} <= alone:
        return None
    try:
        settings = yaml.load(files[SETTINGS], _LOADER)  # noqa: S506  # one of the two safe ones
        places = dict(_places(settings.get("nav") or [], 0))
    except (yaml.YAMLError, AttributeError, TypeError):  # MkDocs says so
        return None
    shown = {key: value for key, value in settings.items() if key not in _PAGES}
    around = [_versions(), shown, places.get(_HOME, [""])[-1] == 0, sorted(html)]
    return Frame(
        alone,
        _digest(json.dumps(around, default=str).encode(), *(html[name] for name in sorted(html))),
        _digest(files[SETTINGS], *(path.encode() for path in sorted(files))),
        places,
    )


def _places(items: list[Any], depth: int) -> Iterator[tuple[str, list[Any]]]:
    """What each page of the navigation is called there, and how deep it stands."""
    for item in items:
        for title, inner in item.items():
            if isinstance(inner, list):
                yield from _places(inner, depth + 1)
            else:
                yield inner, [title, depth]


@cache
def _versions() -> str:
    """What changes when pages may be made otherwise, or read otherwise."""
    made = sha256(sys.version.encode())
    for name in _MADE_WITH:
        made.update(f"\0{name} {version(name)}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        made.update(b"\0" + path.read_bytes())
    return made.hexdigest()


def _digest(*parts: bytes) -> bytes:
    made = sha256()
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.digest()


def key_of_reading(name: str, content: bytes) -> str:
    """A name for what a file says, whose name tells of what kind it is."""
    kind = Path(name).suffix.lower().encode()
    return sha256(b"\0".join((b"reading", _versions().encode(), kind, content))).hexdigest()
