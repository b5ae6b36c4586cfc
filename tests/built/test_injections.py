"""Whatever stands in a text is shown as a text: it runs nothing, loads nothing, and keeps its place."""

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import Visitor, policy_of, served
from tests.built.building import Site, Sites, Write
from tests.built.injected import INJECTIONS, PARTS, rejected_in, write_harmless, write_injected
from tests.built.pages import BuiltSite
from tests.built.rewriting import texts_in
from tests.files import lay

from firstwin.models.values import Markdown
from firstwin.site import POLICY

pytestmark = pytest.mark.xdist_group("injections")

# Markdown means something by these: it shows something else than was typed.
OF_MARKDOWN = re.compile(r"[*_`\[\]\\&]")
BROKEN_OUT = "[onerror], [onload], [src*='//evil.'], [href*='//evil.'], [href^=javascript]"
QUERIES = ("alert", "onerror", "iframe")
UNSHOWN = {
    *("language", "paths", "placeholders", "reason", "rule", "title_openings"),
    *("address", "directory_url", "entity_id", "help", "reply_url", "status_page"),
}
"""What no page shows: how the rules are set; and values of the reference's own product, one of which stands for all."""
PROJECTS = [
    *((part, "mkdocs") for part in range(PARTS)),
    *((part, "zensical") for part in range(0, PARTS, 2)),
]
"""Both engines get the same pages: with one of them, each injection stands in half as many texts."""


@pytest.fixture(scope="module")
def injected(sites: Sites) -> list[Site]:
    return [injected_site(sites, part, engine) for part, engine in PROJECTS]


def injected_site(sites: Sites, part: int, engine: str) -> Site:
    return site_of(sites, f"injected-{part}", partial(write_injected, part=part), engine)


def site_of(sites: Sites, name: str, write: Write, engine: str) -> Site:
    options = ("--engine", engine, "--no-strict")
    return sites.of(f"{name}-{engine}", write, "internal", *options, built="internal")


def published(sites: list[Site], *, markdown: bool) -> set[str]:
    """The injections in the texts of projects, of one kind."""
    return {
        str(text)
        for site in sites
        for _, text in texts_in(site.project)
        if isinstance(text, Markdown) == markdown and text in INJECTIONS
    }


def test_every_injection_was_tried(injected: list[Site]) -> None:
    rejected = {text for site in injected for text in rejected_in(site.project)}
    assert published(injected, markdown=False) == set(INJECTIONS)
    assert published(injected, markdown=True) | rejected == set(INJECTIONS)
    assert len(rejected) > 100


def test_every_kind_of_text_was_tried(injected: list[Site], repository: Path) -> None:
    """Each field in which the reference playbooks say something."""
    written, tried = (
        texts_in(repository),
        [each for site in injected for each in texts_in(site.project)],
    )
    missing = {name for (_, name), _ in written} - {
        name for (_, name), text in tried if text in INJECTIONS
    }
    assert missing - UNSHOWN == set()


def test_every_injection_is_shown_as_it_was_typed(injected: list[Site]) -> None:
    shown = "\n".join(
        " ".join(page.tree.root.text().split())
        for site in injected
        for page in BuiltSite(site.folder).pages.values()
        if page.tree.root
    )
    expected = published(injected, markdown=False)
    expected |= {
        text for text in published(injected, markdown=True) if not OF_MARKDOWN.search(text)
    }
    assert not {text for text in expected if " ".join(text.split()) not in shown}


def test_no_injection_becomes_an_element(injected: list[Site], sites: Sites) -> None:
    """The pages have the elements and attributes of a harmless project, and emphasis."""
    harmless = {("em", "")} | {
        (node.tag, name)
        for engine in ("mkdocs", "zensical")
        for page in BuiltSite(
            site_of(sites, "harmless", write_harmless, engine).folder
        ).pages.values()
        for node, attributes in page.nodes
        for name in ("", *attributes)
    }
    found = {
        (node.tag, name)
        for site in injected
        for page in BuiltSite(site.folder).pages.values()
        for node, attributes in page.nodes
        for name in ("", *attributes)
    }
    assert found - harmless == set()


@pytest.mark.browser
@pytest.mark.parametrize(("part", "engine"), PROJECTS)
def test_no_injection_runs_or_loads_anything(
    sites: Sites, browser: Browser, part: int, engine: str
) -> None:
    """No dialog, no request to another host, no error; nor where search shows what it found.

    Nor is there anything that the policy has to stop. With one engine it stops nothing and only tells, so that what gets by
    is seen to run; with the other it is what readers have.
    """
    site = injected_site(sites, part, engine)
    policy = policy_of(site.folder, reported=engine == "mkdocs")
    with served(site.folder, policy) as address:
        visitor = Visitor(browser, address)
        page = visitor.open()
        for name in BuiltSite(site.folder).pages:
            page.goto(address + name)
            page.mouse.move(100, 300)
        for query in searchable(site):
            page.goto(address)
            search(page, query)
            assert page.locator(BROKEN_OUT).count() == 0
        visitor.close()
    assert visitor.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("reported", [True, False])
def test_what_a_policy_forbids_is_heard(
    tmp_path: Path, browser: Browser, *, reported: bool
) -> None:
    policy = "Content-Security-Policy: default-src 'none'; img-src data:"
    page = "<link rel=icon href='data:,'><style>p { color: red }</style><p>x</p>"
    site = lay(tmp_path, {POLICY: policy, "index.html": page})
    with served(site, policy_of(site, reported=reported)) as address:
        visitor = Visitor(browser, address)
        visitor.open()
        visitor.close()
    assert len(visitor.complaints) == 1


def searchable(site: Site) -> list[str]:
    """The queries that stand in what search knows of a site."""
    text = "\n".join(path.read_text("utf-8") for path in site.folder.glob("search/**/*.js"))
    found = [query for query in QUERIES if query in text]
    assert found
    return found


def search(page: Page, query: str) -> None:
    """Type into the search and wait for what it finds."""
    page.locator(".fw-search__input").press_sequentially(query)
    expect(page.locator(".fw-search__results a").first).to_be_visible()
