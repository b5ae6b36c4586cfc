"""A site of MkDocs, built page by page.

In: a tree, and an empty folder. Out: the site in that folder, the same bytes as MkDocs writes there and `tidy` leaves, and
what its files say, read on the way. Nothing where a template shows more in a page than its own: then MkDocs builds all
at once, as the tree is built by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from firstwin.collector import collector_paused
from firstwin.output import DOCS, OVERRIDES
from firstwin.output.emit import LEFT_ALONE
from firstwin.output.sync import open_to_readers
from firstwin.pages.files import ROBOTS
from firstwin.site.contents import Contents, is_read, pages_first, reading_of
from firstwin.site.frame import Frame, frame_of, key_of_reading
from firstwin.site.making import Made, PageMaker, ShowsMoreError
from firstwin.site.outline import Outline, outline_of, unpacked_outline
from firstwin.site.places import Places
from firstwin.site.reading import Reading, packed, unpacked
from firstwin.site.tidy import SITE_MAP, tidied_site_map
from firstwin.store import Store

if TYPE_CHECKING:
    from firstwin.site.single_pages import SinglePages

_MARKDOWN: Final = ".md"
_IN_DOCS: Final = f"{DOCS}/"


@dataclass(frozen=True, slots=True)
class PageByPage:
    """What was built: what its files say, and what MkDocs warned about."""

    contents: Contents
    warnings: tuple[str, ...]


def files_of(tree: Path) -> dict[str, bytes]:
    """The files of a tree by their paths in it."""
    return {
        path.relative_to(tree).as_posix(): path.read_bytes()
        for top in sorted(tree.iterdir())
        if top.name not in LEFT_ALONE
        for path in ([top] if top.is_file() else sorted(top.rglob("*")))
        if path.is_file()
    }


@collector_paused()
def build_page_by_page(
    places: Places, into: Path, theme: Path, base: str, store: Store | None
) -> PageByPage | None:
    """Build the tree of `places` into the folder `into`, for a site that is published at `base`.

    `theme` is the engine's. Raises what `SinglePages` raises, and OSError.
    """
    files = files_of(places.tree)
    frame = frame_of(files)
    if frame is None:
        return None
    site = _Site(places, files, frame, store)
    maker = PageMaker(frame, into, store, lambda: site.engine)
    try:
        pages = dict(_pages(site, maker))
    except ShowsMoreError:
        return None
    beside = _beside(site, base)
    for name, content in beside.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(content)
    open_to_readers(into)
    overrides = places.tree / OVERRIDES
    readings = {
        name: _reading(name, content, store)
        for name, content in beside.items()
        if is_read(name, theme, overrides)
    }
    readings |= {name: page.reading for name, page in pages.items() if page.reading}
    names = frozenset((*beside, *(name for name, page in pages.items() if page.reading)))
    warnings = [
        *site.outline.warnings,
        *(said for page in pages.values() for said in page.warnings),
    ]
    contents = Contents(names, {name: readings[name] for name in pages_first(readings)})
    return PageByPage(contents, tuple(warnings))


@dataclass(frozen=True)
class _Site:
    """What a site is made of, and its outline: MkDocs is set up only where something has to be made."""

    places: Places
    files: Mapping[str, bytes]
    frame: Frame
    store: Store | None

    @cached_property
    def engine(self) -> SinglePages:
        """MkDocs with everything in place. It takes a third of a second to import."""
        from firstwin.site.single_pages import SinglePages  # noqa: PLC0415  # see above

        docs = [path.removeprefix(_IN_DOCS) for path in self.files if path.startswith(_IN_DOCS)]
        return SinglePages(
            self.places,
            [path for path in docs if path.endswith(_MARKDOWN)],
            [path for path in docs if not path.endswith(_MARKDOWN)],
        )

    @cached_property
    def outline(self) -> Outline:
        """The outline as it was kept, or as MkDocs makes it."""
        kept = self.store.read(self.frame.key) if self.store else None
        if kept is not None:
            return unpacked_outline(kept)
        outline = outline_of(self.engine)
        if self.store:
            self.store.write(self.frame.key, outline.packed())
        return outline


def _pages(site: _Site, maker: PageMaker) -> Iterator[tuple[str, Made]]:
    for name, path in site.outline.pages.items():
        markdown = site.files[_IN_DOCS + path]
        yield name, maker.kept(name, path, markdown) or maker.made(name, path, markdown)


def _beside(site: _Site, base: str) -> dict[str, bytes]:
    """The files of a site that are no pages; nothing of what only the engine brings."""
    outline, files = site.outline, site.files
    found = {
        name: files[path]
        for name, source in outline.copies.items()
        for path in (f"{OVERRIDES}/{source}", _IN_DOCS + source)
        if path in files
    }
    for name, made in outline.templates.items():
        content = made
        if name == SITE_MAP:
            robots = found.get(ROBOTS, b"").decode()
            content = tidied_site_map(content, robots, base, site.places.listed_elsewhere)
        if content:
            found[name] = content.encode()
    return found


def _reading(name: str, content: bytes, store: Store | None) -> Reading:
    """What a file beside the pages says."""
    key = key_of_reading(name, content)
    kept = store.read(key) if store else None
    if kept is not None:
        return unpacked(json.loads(kept))
    reading = reading_of(name, content)
    if store:
        store.write(key, json.dumps(packed(reading)).encode())
    return reading
