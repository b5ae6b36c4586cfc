"""A reader does not feel how large a site is: what a page loads, and how soon search answers, small and large."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from runpy import run_path

import pytest
from playwright.sync_api import Browser
from tests.browser import served
from tests.built.building import Site, Sites
from tests.built.pages import BuiltSite

SMALL, LARGE, LARGEST = 140, 210, 5000
PAGES = (
    "tier-1/admin/index.html",
    "tier-1/admin/phase-1/index.html",
    "tier-1/admin/checklist/index.html",
    "tier-1/admin/help/index.html",
)
"""Pages of one guide. Those that list all plans grow with them: the home page, and the page of everything."""

NAMES = 500
"""Bytes that the names of all plans may take: scripts find them in each page, since readers' progress lies below them."""

FIRST_RESULT = 300
"""Milliseconds from the file of the reader's plan to the first result on the screen."""

VISITS = 5
"""Other work on the machine only ever makes a search slower: the quickest of so many counts."""

SEARCH = """query => new Promise(found => {
  const field = document.querySelector('.fw-search__input');
  const output = document.querySelector('.fw-search__output');
  const arrival = () => performance.getEntriesByType('resource')
    .find(({name}) => name.endsWith('/search/plans/tier-1.js')).responseEnd;
  const look = () => {
    if (output.querySelector('.fw-search__results a'))
      requestAnimationFrame(() => setTimeout(() => found(performance.now() - arrival())));
  };
  new MutationObserver(look).observe(output, {childList: true, subtree: true});
  field.focus();
  field.value = query;
  field.dispatchEvent(new Event('input'));
})"""


@pytest.fixture
def corpus(repository: Path, sites: Sites) -> Callable[[int], Site]:
    """A site of so many pages."""
    write_project = run_path(str(repository / "tools/corpus.py"))["write_project"]

    def site(pages: int) -> Site:
        name = f"corpus-{pages}"
        return sites.of(name, lambda at: write_project(at, pages), "customer", built="customer")

    return site


def test_what_a_page_loads_does_not_grow_with_the_site(
    corpus: Callable[[int], Site], *, full: bool
) -> None:
    small, large = weights(corpus(SMALL)), weights(corpus(LARGEST if full else LARGE))
    for name in PAGES:
        assert small[name].keys() == large[name].keys()
        grown = {file: large[name][file] - weight for file, weight in small[name].items()}
        assert grown.pop(name) <= NAMES
        assert not any(grown.values())


@pytest.mark.browser
def test_search_answers_soon_after_the_plan_is_there(
    corpus: Callable[[int], Site], browser: Browser, *, full: bool
) -> None:
    """What is typed already is looked for as soon as it can be, while the files of all other plans come in."""
    with served(corpus(LARGEST if full else LARGE).folder) as address:
        assert min(waited(browser, f"{address}tier-1/admin/") for _ in range(VISITS)) < FIRST_RESULT


def waited(browser: Browser, address: str) -> float:
    """The milliseconds until a first result, for a reader who has never been here before."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        milliseconds: float = page.evaluate(SEARCH, "settings")
    return milliseconds


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
