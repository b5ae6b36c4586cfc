"""A site made on several machines: each makes a slice of its pages, and one puts the slices together.

In: the project, and which slice of how many. Out: a folder with the pages of that slice, as a store keeps them. Whoever joins
slices builds the site, and takes from them what lies there under the key of what it needs: so it is the site that one
build makes, whatever the slices are of, and a page that is in none is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from firstwin.api import PageProgress, Progress, audience_of, build_folder, with_faults
from firstwin.caching.store import Store
from firstwin.diagnostics import Diagnostic, Report
from firstwin.editions import Rendered, places_of, render_edition, write_tree
from firstwin.errors import WrongUseError
from firstwin.loading import load
from firstwin.models.values import Audience
from firstwin.output import locked, make_folder
from firstwin.site import Means, in_silence
from firstwin.site.page_by_page import make_slice
from firstwin.system.refusals import writing

FOLDER: Final = "slices"
"""Where slices lie, below the folder of the trees."""

_WRITTEN: Final = re.compile(r"([0-9]{1,4})/([0-9]{1,4})", re.ASCII)


class Shard(Struct, frozen=True):
    """Which slice of how many: every so many-th page, beginning with that one."""

    number: int
    of: int


class Sliced(Struct, frozen=True):
    """What making a slice came to: its folder, none where it was stopped, and how many pages of each edition it holds."""

    report: Report
    folder: Path | None = None
    pages: Mapping[Audience, int] = field(default_factory=dict)


def shard_of(text: str) -> Shard:
    """The shard of a text such as `3/8`. Raises WrongUseError where it names none."""
    found = _WRITTEN.fullmatch(text)
    shard = Shard(int(found[1]), int(found[2])) if found else Shard(0, 0)
    if not 1 <= shard.number <= shard.of:
        raise WrongUseError(f"`{text}` is no shard", "write which one of how many: 3/8")
    return shard


def build_slice(  # noqa: PLR0913  # as `build` is called
    config: str | Path,
    shard: Shard,
    *,
    editions: Iterable[Audience | str] = (Audience.CUSTOMER,),
    build_dir: str | Path | None = None,
    strict: bool = True,
    processes: int = 1,
    progress: Progress = in_silence,
    page_progress: PageProgress = in_silence,
) -> Sliced:
    """Make one slice of the pages of some editions, into `slices/3-of-8` below the folder of the trees.

    Raises what `build` raises, and WrongUseError where a site cannot be made page by page.
    """
    audiences = tuple(dict.fromkeys(audience_of(edition) for edition in editions))
    loaded = load(config)
    trees = build_folder(loaded, build_dir)
    if loaded.catalog is None or not loaded.report.ok(strict=strict):
        return Sliced(loaded.report)
    rendered: list[Rendered] = []
    faults: list[Diagnostic] = []
    for audience in audiences:
        edition, found = render_edition(loaded.project, loaded.catalog, audience)
        rendered.append(edition)
        faults += [fault for fault in found if fault not in faults]
    report = with_faults(loaded, faults)
    if not report.ok(strict=strict):
        return Sliced(report)
    folder = trees / FOLDER / f"{shard.number}-of-{shard.of}"
    pages: dict[Audience, int] = {}
    with writing(trees, "--build-dir DIR"):
        make_folder(trees)
        with locked(trees, lambda: progress("Waiting for another build")):
            make_folder(folder)
            store = Store(folder, needed=True)
            store.empty()
            for edition in rendered:
                name = edition.audience.value
                tree = write_tree(loaded.project, trees, edition)
                places = places_of(loaded.project, edition, tree.folder)
                means = Means(store, processes, partial(page_progress, name))
                made, found = make_slice(places, means, shard.number - 1, shard.of)
                pages[edition.audience] = made
                faults += found
    report = with_faults(loaded, faults)
    if not report.ok(strict=strict):
        return Sliced(report)
    return Sliced(report, folder, pages)


def slices_below(folders: Iterable[Path]) -> list[Store]:
    """The slices that lie in some folders, or right below them. Raises WrongUseError for a folder with none."""
    found: list[Store] = []
    for folder in folders:
        inner = (
            sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
        )
        stores = [store for path in (folder, *inner) if (store := Store(path)).holds_something()]
        if not stores:
            raise WrongUseError(
                f"there is no slice in {folder}",
                "name the folder of slices that `firstwin build --shard` wrote",
            )
        found += stores
    return found
