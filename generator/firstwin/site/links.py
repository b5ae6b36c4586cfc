"""Follow every link of a built site, as a browser would.

In: the folder of a site, and the path it is published under. Out: diagnostics: one for each page, anchor
or file that is named and missing, and for what would be fetched from another host. Engines check their
Markdown; this looks at the HTML, at what templates wrote as well, and is the same for both engines.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from firstwin.diagnostics import Code, Diagnostic
from firstwin.site.codes import ANCHOR_MISSING, FILE_MISSING, LINK_LEADS_NOWHERE, OTHER_HOST
from firstwin.site.markup import Markup, Reference, read_markup
from firstwin.site.places import Places

_WITHOUT_REQUEST: Final = frozenset({"data", "blob"})


ON_MANY_PAGES: Final = (
    "what stands on many pages comes from a template: look in theme/ and templates/"
)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong, apart from where it is said: one fault may stand on every page."""

    code: Code
    message: str
    hint: str = ""


@dataclass
class _Seen:
    """Where a fault was met first, and on how many pages."""

    page: str
    address: str
    pages: set[str] = field(default_factory=set)


def check_links(site: Path, base: str, places: Places) -> list[Diagnostic]:
    """Whether every link of `site` leads somewhere. `base` is the path it is published under."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {
        name: read_markup((site / name).read_text("utf-8"))
        for name in sorted(files, key=lambda name: (name == "404.html", name))
        if name.endswith(".html")
    }
    seen: dict[_Fault, _Seen] = {}
    for page, markup in pages.items():
        for reference in markup.references:
            for fault in _follow(reference, page, _Site(base, files, pages)):
                first = seen.setdefault(fault, _Seen(page, reference.address))
                first.pages.add(page)
    return [_diagnostic(fault, found, places) for fault, found in seen.items()]


@dataclass(frozen=True, slots=True)
class _Site:
    base: str
    files: set[str]
    pages: dict[str, Markup]


def _follow(reference: Reference, page: str, site: _Site) -> Iterator[_Fault]:
    try:
        parts = urlsplit(reference.address)
    except ValueError:
        yield _Fault(LINK_LEADS_NOWHERE, f"`{reference.address}` is not an address")
        return
    if parts.scheme or parts.netloc:
        if reference.loaded and parts.scheme not in _WITHOUT_REQUEST:
            yield _Fault(
                OTHER_HOST,
                f"the page loads {reference.address}",
                "put a copy into theme/ and name that",
            )
        return
    target = _target(parts.path, page, site) if parts.path else page
    if target is None:
        code = FILE_MISSING if reference.loaded else LINK_LEADS_NOWHERE
        missing = "there is no such file" if reference.loaded else "there is no such page"
        yield _Fault(code, f"`{_shown(parts.path, page, site)}` leads nowhere: {missing}")
    elif parts.fragment and target in site.pages:
        anchor = unquote(parts.fragment)
        if anchor not in site.pages[target].ids:
            shown = _shown(parts.path, page, site) if parts.path else "the page"
            yield _Fault(ANCHOR_MISSING, f"{shown} has no place with the id `{anchor}`")


def _shown(path: str, page: str, site: _Site) -> str:
    return _inside(path, page, site) or path


def _target(path: str, page: str, site: _Site) -> str | None:
    """The file a browser is given for `path`, or None."""
    inside = _inside(path, page, site)
    if inside is None:
        return None
    if path.endswith("/") or inside == "" or inside not in site.files:
        inside = posixpath.join(inside, "index.html")
    return inside if inside in site.files else None


def _inside(path: str, page: str, site: _Site) -> str | None:
    """`path` as it stands on `page`, relative to the site's root; None where it leads out of it."""
    path = unquote(path)
    if path.startswith("/"):
        if not path.startswith(site.base):
            return None
        joined = posixpath.normpath("/" + path.removeprefix(site.base)).lstrip("/")
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if joined.startswith(".."):
        return None
    return "" if joined == "." else joined


def _diagnostic(fault: _Fault, seen: _Seen, places: Places) -> Diagnostic:
    others = len(seen.pages) - 1
    more = f" (and on {others} more page{'s' if others > 1 else ''})" if others else ""
    hint = fault.hint or (ON_MANY_PAGES if others else "")
    return Diagnostic(fault.code, fault.message + more, places.page(seen.page, seen.address), hint)
