"""Ids of pages come from ids of authors and from us, and are nothing that scripts look up.

A title makes one on an author's own pages alone, in the form of an id: nothing else leads to a heading of theirs.

An element with an id is a value of `window` under that name, and is what `getElementById` finds: a heading called like
what a script asks for would stand for it.
"""

import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect
from tests.browser import Visitor, policy_of, served
from tests.built.building import EDITIONS, Site, Sites
from tests.built.hostile import write_hostile
from tests.built.pages import BuiltSite

from firstwin.models.values import ID_PATTERN

pytestmark = pytest.mark.xdist_group("anchors")

PROJECTS = [(project, edition) for project in ("reference", "hostile") for edition in EDITIONS]
ZENSICAL = [("hostile", "internal", "zensical")]

OURS = re.compile(r"page_[a-z]+(-[a-z0-9]+)*")
LATER = re.compile(r"-([2-9]|[1-5][0-9]|60)$")
"""What the id of a later time of a step ends with, behind the id of the first."""
OF_EVERY_PAGE = frozenset({"__skip"})
NAMES = frozenset({"plan", "fw-renamed", "page_filter"})
"""The names that templates give; a quiz names the answers to a question by its key, which has a slash."""
ON_DOCUMENT = ("embed", "form", "iframe", "img", "object")
"""The elements whose names are values of `document`."""

OF_EVERY_WINDOW = frozenset({"console", "document", "history", "location", "navigator", "window"})
"""What is a window's own, which no element hides: `test_no_id_hides_what_scripts_look_up` asks for it."""


def site_of(sites: Sites, project: str, edition: str, engine: str = "mkdocs") -> Site:
    if project == "hostile":
        options = ("--engine", engine, "--no-strict")
        built = "all" if engine == "mkdocs" else edition
        return sites.of(f"hostile-{engine}", write_hostile, edition, *options, built=built)
    return sites.site(project, edition, engine)


def ids_of_authors(project: Path) -> set[str]:
    """Everything in the files of a project that has the form of an id: keys, values and names of files."""
    found: set[str] = set()

    def collect(data: Any) -> None:
        if isinstance(data, dict):
            found.update(data)
        if isinstance(data, dict | list):
            for value in data.values() if isinstance(data, dict) else data:
                collect(value)
        else:
            found.add(data)

    for path in (project / "playbooks").rglob("*.yml"):
        found.add(path.stem)
        collect(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
    for path in (project / "pages").glob("*.*"):
        heading = r"(?m)^ *(?:##+|(?:- )?(?:title|ask):) (.+)$"
        titles = re.findall(heading, path.read_text("utf-8"))
        found.update(re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") for title in titles)
    return {word for word in found if re.fullmatch(ID_PATTERN, word)}


@pytest.fixture(scope="module", params=[*PROJECTS, *ZENSICAL], ids="-".join)
def read_site(request: pytest.FixtureRequest, sites: Sites) -> tuple[Site, BuiltSite]:
    """A site, read once for all tests of its pages."""
    site = site_of(sites, *request.param)
    return site, BuiltSite(site.folder)


def test_an_id_is_of_an_author_or_ours(read_site: tuple[Site, BuiltSite]) -> None:
    site, built = read_site
    known = ids_of_authors(site.project)

    def is_known(part: str) -> bool:
        return part in known or LATER.sub("", part) in known

    strange = {
        id_
        for page in built.pages.values()
        for id_ in set(page.ids) - OF_EVERY_PAGE
        for part in id_.split("--")
        if not is_known(part) and not OURS.fullmatch(part)
    }
    assert strange == set()


def test_no_id_stands_twice_on_a_page(read_site: tuple[Site, BuiltSite]) -> None:
    _, built = read_site
    for name, page in built.pages.items():
        assert [id_ for id_, times in Counter(page.ids).items() if times > 1] == [], name


def test_a_name_is_ours(read_site: tuple[Site, BuiltSite]) -> None:
    _, built = read_site
    for page in built.pages.values():
        for node, attributes in page.nodes:
            name = attributes.get("name")
            if name is not None and node.tag != "meta":
                assert name in NAMES or (node.tag == "input" and "/" in name)
            if node.tag in ON_DOCUMENT:
                assert "id" not in attributes
                assert name is None


def scripts_of(site: Site, into: Path) -> list[Path]:
    """The scripts that run in the pages of a site: those they load and those that stand in them."""
    pages = BuiltSite(site.folder)
    found: dict[str, None] = {}
    for name, page in pages.pages.items():
        for node in page.tree.css("script"):
            source = node.attributes.get("src")
            if source:
                target = pages.target(source, name)
                assert target
                found[(site.folder / target).read_text("utf-8")] = None
            elif node.attributes.get("type") != "application/json":
                found[node.text()] = None
    found[(site.folder / "assets/search.js").read_text("utf-8")] = None  # when search opens
    paths = [into / f"{number}.js" for number in range(len(found))]
    for path, source in zip(paths, found, strict=True):
        path.write_text(source, "utf-8")
    return paths


def looked_up(node: Path, scripts: list[Path]) -> dict[str, set[str]]:
    tool = Path(__file__).with_name("looked-up.mjs")
    done = subprocess.run([node, tool, *scripts], check=True, stdout=subprocess.PIPE)
    return {kind: set(names) for kind, names in json.loads(done.stdout).items()}


def can_be_an_id(name: str) -> bool:
    """Whether an anchor can be called so: of an author's ids, or of ours."""
    return all(re.fullmatch(ID_PATTERN, part) or OURS.fullmatch(part) for part in name.split("--"))


@pytest.mark.parametrize("project", ["reference", "hostile"])
def test_no_script_looks_up_what_an_id_can_be(
    sites: Sites, node: Path, tmp_path: Path, project: str
) -> None:
    scripts = scripts_of(site_of(sites, project, "internal"), tmp_path)
    assert len(scripts) > 2
    found = looked_up(node, scripts)
    assert {name for name in found["names"] if can_be_an_id(name)} <= OF_EVERY_WINDOW
    assert all(re.fullmatch(OURS, id_) for id_ in found["ids"]), "no author's id looks like one"
    assert found["computed"] == set()


@pytest.mark.parametrize(
    ("script", "kind", "name"),
    [
        ("search()", "names", "search"),
        ("if (window.forms) {}", "names", "forms"),
        ("self['top-bar']", "names", "top-bar"),
        ("(e => { let search = e; return search.main || main })()", "names", "main"),
        ("document.header", "members", "header"),
        ("document.getElementById('main').x", "ids", "main"),
        ("find(`a.b > #side-bar`)", "ids", "side-bar"),
        ("document.getElementById(name)", "computed", "name"),
    ],
)
def test_what_a_script_looks_up_is_found(
    node: Path, tmp_path: Path, script: str, kind: str, name: str
) -> None:
    path = tmp_path / "script.js"
    path.write_text(script, "utf-8")
    assert name in looked_up(node, [path])[kind]


def test_what_a_script_declares_is_not_looked_up(node: Path, tmp_path: Path) -> None:
    path = tmp_path / "script.js"
    path.write_text("var top1 = 1; function main(a) { return a + top1 } main(2)", "utf-8")
    assert looked_up(node, [path])["names"] == set()


@pytest.mark.browser
def test_no_id_hides_what_scripts_look_up(
    sites: Sites, browser: Browser, node: Path, tmp_path: Path
) -> None:
    site = site_of(sites, "hostile", "customer")
    names = sorted(looked_up(node, scripts_of(site, tmp_path))["names"])
    with served(site.folder) as address:
        visitor = Visitor(browser, address)
        page = visitor.open()
        page.evaluate(
            """names => names.forEach(name => {
              document.body.append(Object.assign(document.createElement("p"), {id: name}))
            })""",
            [*OF_EVERY_WINDOW],
        )
        hidden = page.evaluate(
            "names => names.filter(name => window[name] instanceof Element)", names
        )
        visitor.close()
    assert hidden == []
    assert visitor.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["tutorials/search/", "page/document/use/", "glossary/", "help/"])
def test_search_and_the_theme_switch_work_among_hostile_ids(
    sites: Sites, browser: Browser, path: str
) -> None:
    site = site_of(sites, "hostile", "customer")
    with served(site.folder, policy_of(site.folder)) as address:
        visitor = Visitor(browser, address)
        page = visitor.open(path)
        page.locator(".fw-scheme button:visible").click()
        page.locator(".fw-scheme button:visible").click()
        expect(page.locator("html")).to_have_attribute("data-fw-scheme", "dark")
        page.locator(".fw-search__input").press_sequentially("identity provider")
        expect(page.locator(".fw-search__results a").first).to_be_visible()
        page.locator(".fw-search__results a").first.click()
        expect(page.locator("h1")).to_have_text("toString")
        visitor.close()
    assert visitor.complaints == []
