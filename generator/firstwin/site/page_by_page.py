"""A site of MkDocs, built page by page.

In: a tree, and an empty folder. Out: the site in that folder, the same bytes as MkDocs writes there and `tidy` leaves, and
what its files say, read on the way. Nothing where a template shows more in a page than its own: then MkDocs builds all
at once, as the tree is built by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from firstwin.collector import collector_paused
from firstwin.output import DOCS, OVERRIDES
from firstwin.output.emit import LEFT_ALONE
from firstwin.output.sync import open_to_readers
from firstwin.pages.files import ROBOTS
from firstwin.site.contents import Contents, is_read, pages_first, reading_of
from firstwin.site.places import Places
from firstwin.site.reach import standing_alone
from firstwin.site.reading import NOT_FOUND
from firstwin.site.single_pages import MAIN, SinglePages
from firstwin.site.tidy import SITE_MAP, tidied_site_map

_MARKDOWN: Final = ".md"


@dataclass(frozen=True, slots=True)
class PageByPage:
    """What was built: what its files say, and what MkDocs warned about."""

    contents: Contents
    warnings: tuple[str, ...]


def templates_alone(files: Mapping[str, bytes]) -> frozenset[str]:
    """The templates by which the pages of a tree can be made one by one; none where not all pages can."""
    found = standing_alone(
        {
            path.removeprefix(f"{OVERRIDES}/"): content
            for path, content in files.items()
            if path.startswith(f"{OVERRIDES}/") and path.endswith(".html")
        }
    )
    return found if {MAIN, NOT_FOUND} <= found else frozenset()


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
def build_page_by_page(places: Places, into: Path, theme: Path, base: str) -> PageByPage | None:
    """Build the tree of `places` into the folder `into`, for a site that is published at `base`.

    `theme` is the engine's. Raises what `SinglePages` raises, and OSError.
    """
    files = files_of(places.tree)
    alone = templates_alone(files)
    if not alone:
        return None
    markdown = {
        path.removeprefix(f"{DOCS}/"): content.decode("utf-8-sig")
        for path, content in files.items()
        if _is_page(path)
    }
    in_docs = [path.removeprefix(f"{DOCS}/") for path in files if path.startswith(f"{DOCS}/")]
    engine = SinglePages(places, markdown, (path for path in in_docs if path not in markdown))
    beside = _beside(engine, files, places, base)
    readings = {
        name: reading_of(name, content)
        for name, content in beside.items()
        if is_read(name, theme, places.tree / OVERRIDES)
    }
    names, warnings = set(beside), list(engine.warnings)
    for name, path in engine.pages.items():
        page = engine.page(name, markdown[path])
        if page.template not in alone:
            return None
        warnings += page.warnings
        if page.html.strip():  # MkDocs writes no page that a template leaves empty
            _write(into / name, page.html)
            readings[name] = reading_of(name, page.html)
            names.add(name)
    for name, content in beside.items():
        _write(into / name, content)
    open_to_readers(into)
    contents = Contents(frozenset(names), {name: readings[name] for name in pages_first(readings)})
    return PageByPage(contents, tuple(warnings))


def _is_page(path: str) -> bool:
    return path.startswith(f"{DOCS}/") and path.endswith(_MARKDOWN)


def _beside(
    engine: SinglePages, files: Mapping[str, bytes], places: Places, base: str
) -> dict[str, bytes]:
    """The files of a site that are no pages; nothing of what only the engine brings."""
    found = {
        name: files[path]
        for name, source in engine.copies().items()
        for path in (f"{OVERRIDES}/{source}", f"{DOCS}/{source}")
        if path in files
    }
    for name in engine.templates:
        content = engine.template(name)
        if name == SITE_MAP:
            robots = found.get(ROBOTS, b"").decode()
            tidied = tidied_site_map(content.decode(), robots, base, places.listed_elsewhere)
            content = tidied.encode()
        if content:
            found[name] = content
    return found


def _write(path: Path, content: bytes) -> None:
    """Write a file of a site that nobody sees before all of it is finished."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
