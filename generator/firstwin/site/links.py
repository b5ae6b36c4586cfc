"""Follow the addresses of a built site, as a browser would.

In: what the files of a site say, and the path it is published under. Out: faults: for each page, anchor or file that is
named and missing, and for what would be fetched from another host. Engines check their Markdown; this looks at what they
made of it, at what templates and style sheets say as well, and is the same for both engines.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec import Struct

from firstwin.models.allowance import Allowance
from firstwin.site.addresses import as_read, is_picture, runs
from firstwin.site.attributes import SCRIPT_HINT
from firstwin.site.codes import (
    ANCHOR_MISSING,
    FILE_MISSING,
    FORBIDDEN,
    LINK_LEADS_NOWHERE,
    OTHER_HOST,
)
from firstwin.site.contents import PAGE, Contents
from firstwin.site.fault import SiteFault
from firstwin.site.reading import Reference

_COPY_HINT: Final = "put a copy into theme/ and name that"
_LONGEST_SHOWN: Final = 80
_STEP_UP: Final = "../"
_PLAIN: Final = re.compile(
    r"((?:\.\./)*)((?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?)(?:#([\w-]+))?", re.ASCII
)
"""Up some folders, down into others, and to a place there: nothing that has to be decoded or resolved."""
_KINDS: Final = {
    ".css": "style sheet",
    ".js": "script",
    ".mjs": "script",
    ".svg": "drawing",
    ".webmanifest": "manifest",
}


class Links(Struct, frozen=True):
    """Follows the addresses of a site. `base` is the path it is published under, `allowed` are other hosts to load from."""

    contents: Contents
    base: str
    allowed: Sequence[Allowance] = ()

    def faults(self, reference: Reference, file: str) -> Iterator[SiteFault]:
        """What is wrong with an address in a file of the site."""
        if self._is_there(reference.address, file):
            return
        address = as_read(reference.address)
        try:
            parts = urlsplit(address)
        except ValueError:
            yield SiteFault(LINK_LEADS_NOWHERE, f"`{_short(address)}` is not an address")
            return
        if runs(address):
            if not (reference.loaded and is_picture(address)):
                message = f"`{_short(address)}` leads nowhere: it is itself shown or run"
                yield SiteFault(FORBIDDEN, message, SCRIPT_HINT)
        elif parts.scheme or parts.netloc:
            if reference.loaded and not self._may_load(parts, reference, file):
                message = f"the {_kind(file)} loads {_short(address)}"
                yield SiteFault(OTHER_HOST, message, _COPY_HINT)
        else:
            yield from self._faults_inside(parts, file, loaded=reference.loaded)

    def _is_there(self, address: str, file: str) -> bool:
        """Whether an address is a plain one of what the site has, as most are. It is known without the parsers of addresses."""
        found = _PLAIN.fullmatch(address)
        if not (found and address):
            return False
        up, down, anchor = found.groups()
        *folders, _ = file.split("/")
        left = len(folders) - len(up) // len(_STEP_UP)
        if left < 0:
            return False
        if up or down:
            target = "/".join((*folders[:left], down))
            if not down or down.endswith("/"):
                target += "index.html"
        else:
            target = file
        if target not in self.contents.names:
            return False
        return (
            not anchor or not target.endswith(PAGE) or anchor in self.contents.readings[target].ids
        )

    def _may_load(self, parts: SplitResult, reference: Reference, file: str) -> bool:
        """Whether the project's policy lets pages load this. What scripts and style sheets load a browser judges."""
        host = f"{parts.scheme or 'https'}://{parts.netloc}".lower()
        return any(
            each.host == host and (reference.what in each.for_ or not file.endswith(PAGE))
            for each in self.allowed
        )

    def _faults_inside(self, parts: SplitResult, file: str, *, loaded: bool) -> Iterator[SiteFault]:
        target = target_of(parts.path, file, self.contents.names, self.base) if parts.path else file
        if target is None:
            code = FILE_MISSING if loaded else LINK_LEADS_NOWHERE
            missing = "there is no such file" if loaded else "there is no such page"
            yield SiteFault(code, f"`{self._shown(parts.path, file)}` leads nowhere: {missing}")
        elif parts.fragment and target.endswith(PAGE):
            anchor = unquote(parts.fragment)
            if anchor not in self.contents.readings[target].ids:
                shown = self._shown(parts.path, file) if parts.path else "the page"
                yield SiteFault(ANCHOR_MISSING, f"{shown} has no place with the id `{anchor}`")

    def _shown(self, path: str, file: str) -> str:
        return _inside(path, file, self.base) or path


def target_of(path: str, file: str, names: Collection[str], base: str) -> str | None:
    """The one of a site's files that a browser is given for a `path` that stands in `file`, or None."""
    inside = _inside(path, file, base)
    if inside is None:
        return None
    if path.endswith("/") or inside == "" or inside not in names:
        inside = posixpath.join(inside, "index.html")
    return inside if inside in names else None


def _inside(path: str, file: str, base: str) -> str | None:
    """`path` as it stands in `file`, relative to the site's root; None where it leads out of it."""
    path = unquote(path)
    if path.startswith("/"):
        if not path.startswith(base):
            return None
        joined = posixpath.normpath("/" + path.removeprefix(base)).lstrip("/")
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if joined.startswith(".."):
        return None
    return "" if joined == "." else joined


def _kind(file: str) -> str:
    return _KINDS.get(PurePosixPath(file).suffix.lower(), "page")


def _short(address: str) -> str:
    return address if len(address) <= _LONGEST_SHOWN else f"{address[:_LONGEST_SHOWN]}…"
