"""What a page loads does not grow with the site: the same page of a small site and of a large one, side by side."""

from __future__ import annotations

import gzip
from pathlib import Path
from runpy import run_path

from tests.built.building import Site, Sites
from tests.built.pages import BuiltSite

SMALL, LARGE, LARGEST = 80, 120, 5000
PAGES = (
    "tier-1/admin/index.html",
    "tier-1/admin/phase-1/index.html",
    "tier-1/admin/checklist/index.html",
    "tier-1/admin/help/index.html",
)
"""Pages of one guide. Those that list all plans grow with them: the home page, and the page of everything."""

NAMES = 500
"""Bytes that the names of all plans may take: scripts find them in each page, since readers' progress lies below them."""


def test_what_a_page_loads_does_not_grow_with_the_site(
    repository: Path, sites: Sites, *, full: bool
) -> None:
    write_project = run_path(str(repository / "tools/corpus.py"))["write_project"]

    def site(pages: int) -> Site:
        name = f"corpus-{pages}"
        return sites.of(name, lambda at: write_project(at, pages), "customer", built="customer")

    small, large = weights(site(SMALL)), weights(site(LARGEST if full else LARGE))
    for name in PAGES:
        assert small[name].keys() == large[name].keys()
        grown = {file: large[name][file] - weight for file, weight in small[name].items()}
        assert grown.pop(name) <= NAMES
        assert not any(grown.values())


def weights(site: Site) -> dict[str, dict[str, int]]:
    """For each page, what it loads before a reader acts, and how heavy each file is as a web server sends it."""
    built = BuiltSite(site.folder)
    return {
        name: {
            file: len(gzip.compress((site.folder / file).read_bytes(), mtime=0))
            for file in (name, *loaded(built, name))
        }
        for name in PAGES
    }


def loaded(site: BuiltSite, name: str) -> list[str]:
    page = site.pages[name]
    found = (site.target(each.text, name) for each in page.addresses if not each.followed)
    return sorted({file for file in found if file})
