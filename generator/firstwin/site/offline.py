"""A site that works from a disk, without a server: `firstwin build --offline`.

In: the folder of a finished site. Out: the same site with every address in its pages as a browser follows it on a disk, where
nobody adds the `index.html` of a folder and none begins at the root; and without what only a server or a search engine reads.
Scripts know by themselves where they run (`theme/scripts/site.ts`).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from firstwin.output import names_below, write_file
from firstwin.pages.files import ROBOTS
from firstwin.site.addresses import as_read
from firstwin.site.build import POLICY
from firstwin.site.contents import PAGE
from firstwin.site.links import target_of
from firstwin.site.reading import NOT_FOUND, SITE_MAP

_OF_SERVERS: Final = (NOT_FOUND, ROBOTS, SITE_MAP, POLICY)
_ELEMENT: Final = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(script|style)\b(?P<opened>[^<>]*+)>.*?(?:</\1\s*+>|\Z)"""
    r"""|<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*+>""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?<![^\s"'<>/=])([^\s"'<>/=]++)(\s*+=\s*+)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_ADDRESSES: Final = frozenset({"href", "src"})


def leave_servers(site: Path, base: str) -> None:
    """Make a site that is published at `base` work from a disk."""
    for name in _OF_SERVERS:
        (site / name).unlink(missing_ok=True)
    names = frozenset(names_below(site))
    for name in names:
        if name.endswith(PAGE):
            page = site / name
            write_file(page, on_a_disk(page.read_bytes().decode(), name, names, base).encode())


def on_a_disk(html: str, name: str, names: Collection[str], base: str) -> str:
    """A page of a site that has files of these `names`, with the addresses that it has on a disk."""

    def element(found: re.Match[str]) -> str:
        if found[0].startswith("<!--"):
            return found[0]
        end = found.end("opened") - found.start() if found["opened"] is not None else None
        head = found[0][:end]
        return _ATTRIBUTE.sub(partial(_rewritten, name, names, base), head) + found[0][len(head) :]

    return _ELEMENT.sub(element, html)


def _rewritten(name: str, names: Collection[str], base: str, found: re.Match[str]) -> str:
    attribute, equals, *values = found.groups(default="")
    if attribute.lower() not in _ADDRESSES:
        return found[0]
    try:
        parts = urlsplit(as_read(unescape("".join(values))))
    except ValueError:  # whoever checks the site says so
        return found[0]
    if parts.scheme or parts.netloc or not parts.path:
        return found[0]
    target = target_of(parts.path, name, names, base)
    if target is None:
        return found[0]
    way = quote(posixpath.relpath(target, posixpath.dirname(name) or "."))
    return f'{attribute}{equals}"{escape(parts._replace(path=way).geturl())}"'
