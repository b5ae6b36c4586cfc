"""A site of MkDocs, built page by page.

In: a tree, and an empty folder. Out: the site in that folder, the same bytes as MkDocs writes there and `tidy` leaves, and
what its files say, read on the way. Nothing where a template shows more in a page than its own: then MkDocs builds all
at once, as the tree is built by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct

from firstwin.caching.store import Store
from firstwin.diagnostics import Diagnostic
from firstwin.errors import WrongUseError
from firstwin.output import OVERRIDES
from firstwin.output.sync import open_to_readers
from firstwin.site.contents import Contents, is_read, pages_first, reading_of
from firstwin.site.engine_warnings import TemplateFailedError
from firstwin.site.frame import key_of_reading
from firstwin.site.means import Means
from firstwin.site.places import Places
from firstwin.site.reading import SITE_MAP, Reading, packed, unpacked
from firstwin.site.tidy import tidied_site_map
from firstwin.site.workshop import IN_DOCS, Made, ShowsMoreError, Workshop, workshop_of
from firstwin.system.collector import collector_paused
from firstwin.system.meanwhile import made_meanwhile
from firstwin.system.shares import Portions, made_in_shares, start_method

PORTIONS: Final = Portions(8, {"fork": 16, "spawn": 200})
"""How pages are shared out among processes."""


class PageByPage(Struct, frozen=True):
    """What was built: what its files say, and what MkDocs warned about."""

    contents: Contents
    warnings: tuple[str, ...]


@collector_paused()
def build_page_by_page(
    places: Places, into: Path, theme: Path, base: str, means: Means
) -> PageByPage | None:
    """Build the tree of `places` into the folder `into`, for a site that is published at `base`.

    `theme` is the engine's. Raises what `SinglePages` raises, and OSError.
    """
    workshop = workshop_of(places, into, means)
    if workshop is None:
        return None
    beside = _beside(workshop, base)
    overrides = places.tree / OVERRIDES
    read = {name: beside[name] for name in beside if is_read(name, theme, overrides)}
    with _read_meanwhile(read, means) as reading:
        try:
            pages = _pages(workshop, means)
        except ShowsMoreError:
            return None
        for name, content in beside.items():
            workshop.write(name, content)
        open_to_readers(into)
        readings = reading()
    of_pages = {name: says for name, page in pages.items() if (says := page.reading)}
    readings |= of_pages
    names = frozenset((*beside, *of_pages))
    contents = Contents(names, {name: readings[name] for name in pages_first(readings)})
    warnings = (warning for page in pages.values() for warning in page.warnings)
    return PageByPage(contents, (*workshop.outline.warnings, *warnings))


@collector_paused()
def make_slice(places: Places, means: Means, first: int, step: int) -> tuple[int, list[Diagnostic]]:
    """Make every so many-th page of the tree of `places`, for the store alone: how many, and what is wrong with them.

    Raises WrongUseError for a site that is not made page by page, and what `SinglePages` raises.
    """
    workshop = workshop_of(places, None, means)
    if workshop is None:
        raise _in_no_slices()
    names = list(workshop.outline.pages)[first::step]
    try:
        _made_by_all(workshop, names, means)
    except ShowsMoreError:
        raise _in_no_slices() from None
    except TemplateFailedError as failed:
        return 0, [failed.diagnostic]
    return len(names), []


def _in_no_slices() -> WrongUseError:
    return WrongUseError(
        "this site cannot be made in slices: a template in theme/ shows more than its own page",
        "build it with `firstwin build`, without --shard or --cluster",
    )


def _pages(workshop: Workshop, means: Means) -> dict[str, Made]:
    """The pages, in the order of the site. What is left to make is begun with: it takes longer than what was kept."""
    names = list(workshop.outline.pages)
    left = [name for name in names if name in workshop.not_stored]
    kept = [name for name in names if name not in workshop.not_stored]
    # A process that is no copy of this one takes longer to begin than this one to take what was kept.
    shared = [*left, *kept] if start_method() == "fork" else left
    found = _made_by_all(workshop, shared, means)
    found |= {name: workshop.made(name) for name in kept if name not in found}
    return {name: found[name] for name in names}


def _made_by_all(workshop: Workshop, names: Sequence[str], means: Means) -> dict[str, Made]:
    def progress(made: int) -> None:
        means.page_progress(made, len(names))

    return made_in_shares(workshop, names, means.processes, PORTIONS, progress=progress)


def _beside(workshop: Workshop, base: str) -> dict[str, bytes]:
    """The files of a site that are no pages; nothing of what only the engine brings."""
    outline, files = workshop.outline, workshop.files
    found = {
        name: files[path]
        for name, source in outline.copies.items()
        for path in (f"{OVERRIDES}/{source}", IN_DOCS + source)
        if path in files
    }
    for name, made in outline.templates.items():
        content = made
        if name == SITE_MAP:
            content = tidied_site_map(content, base, workshop.places)
        if content:
            found[name] = content.encode()
    return found


@contextmanager
def _read_meanwhile(
    files: Mapping[str, bytes], means: Means
) -> Iterator[Callable[[], dict[str, Reading]]]:
    """What files beside the pages say: as it was kept, or read while pages are made, and there once it is asked for."""
    known = {
        name: reading
        for name, content in files.items()
        if (reading := _reading_from_store(name, content, means.store))
    }
    left = {name: content for name, content in files.items() if name not in known}
    with made_meanwhile(partial(_read, left, means.store), means.processes if left else 1) as read:
        yield lambda: known | read.result


def _reading_from_store(name: str, content: bytes, store: Store | None) -> Reading | None:
    kept = store.read(key_of_reading(name, content)) if store else None
    return unpacked(kept) if kept is not None else None


def _read(files: Mapping[str, bytes], store: Store | None) -> dict[str, Reading]:
    readings = {name: reading_of(name, content) for name, content in files.items()}
    if store:
        for name, reading in readings.items():
            store.write(key_of_reading(name, files[name]), packed(reading))
    return readings
