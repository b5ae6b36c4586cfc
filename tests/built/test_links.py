"""Nothing in a built site leads nowhere, and nothing is asked of another host."""

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.built.building import Sites, editions_of
from tests.built.pages import IDS, BuiltSite, HtmlPage, in_styles
from tests.files import lay

BUILT = [
    ("reference", "mkdocs"),
    ("reference", "zensical"),
    ("new", "mkdocs"),
    ("new", "zensical"),
    ("small", "mkdocs"),
    ("small", "zensical"),
]
# One worker reads a site once for all of these tests.
ALL = [
    pytest.param(
        (project, edition, engine),
        id=f"{project}-{edition}-{engine}",
        marks=pytest.mark.xdist_group(f"{project}-{edition}-{engine}"),
    )
    for project, engine in BUILT
    for edition in editions_of(project, engine)
]


@pytest.fixture(scope="module", params=ALL)
def site(request: pytest.FixtureRequest, sites: Sites) -> BuiltSite:
    return BuiltSite(sites.site(*request.param).folder)


def test_every_address_leads_somewhere(site: BuiltSite) -> None:
    assert not address_faults(site)


def address_faults(site: BuiltSite) -> list[str]:
    return [
        f"{page.name}: {address.text}: {fault}"
        for page in site.pages.values()
        for address in page.addresses
        if address.own_host and (fault := site.fault(address.text, page.name))
    ]


def test_every_id_that_is_named_is_there_once(site: BuiltSite) -> None:
    faults = [fault for page in site.pages.values() for fault in id_faults(page)]
    assert not faults


def id_faults(page: HtmlPage) -> Iterator[str]:
    ids = set(page.ids)
    yield from (f"{page.name}: two ids `{one}`" for one in ids if page.ids.count(one) > 1)
    for node, attributes in page.nodes:
        for name in IDS:
            for id_ in (attributes.get(name) or "").split():
                if id_.lstrip("#") not in ids:
                    yield f"{page.name}: <{node.tag} {name}={id_}> names nothing"


def test_nothing_is_loaded_from_another_host(site: BuiltSite) -> None:
    assert not loaded_from_elsewhere(site)


def loaded_from_elsewhere(site: BuiltSite) -> set[str]:
    loaded = {
        address.text
        for page in site.pages.values()
        for address in page.addresses
        if not address.followed and not address.own_host
    }
    return {text for text in loaded if not text.startswith("data:image/")}


def test_style_sheets_load_what_is_there(site: BuiltSite) -> None:
    faults = [
        f"{name}: {text}"
        for name in site.files
        if name.endswith(".css")
        for text in in_styles((site.folder / name).read_text("utf-8"))
        if not text.startswith(("data:image/", "#"))
        and (urlsplit(text).scheme or site.fault(text, name))
    ]
    assert not faults


def test_links_use_no_address_that_runs_something(site: BuiltSite) -> None:
    schemes = {
        urlsplit(re.sub(r"[\x00-\x20]", "", address.text)).scheme.lower()
        for page in site.pages.values()
        for address in page.addresses
    }
    assert schemes <= {"", "https", "http", "mailto", "tel", "data"}


def test_markup_brings_no_style_and_no_script_of_its_own(site: BuiltSite) -> None:
    assert not inline_faults(site)


def inline_faults(site: BuiltSite) -> list[str]:
    return [
        f"{page.name}: <{node.tag} {name}>"
        for page in site.pages.values()
        for node, attributes in page.nodes
        for name in attributes
        if name == "style" or name.startswith("on") or name in ("srcdoc", "http-equiv")
    ]


def test_every_page_can_be_reached_from_home(site: BuiltSite) -> None:
    reached, ahead = {"index.html"}, ["index.html"]
    while ahead:
        page = site.pages[ahead.pop()]
        for address in page.addresses:
            target = site.target(address.text, page.name) if address.own_host else None
            if address.followed and target in site.pages and target not in reached:
                reached.add(target)
                ahead.append(target)
    assert set(site.pages) - reached == {"404.html"}


def test_no_link_of_a_guide_leads_out_of_it_to_what_it_has(site: BuiltSite) -> None:
    guides = [name for name, page in site.pages.items() if page.kind == "guide"]
    assert guides
    assert not [fault for guide in guides for fault in ways_out(site, posixpath.dirname(guide))]


def ways_out(site: BuiltSite, guide: str) -> Iterator[str]:
    """What leads from a page of a guide to a page of the site that the guide has too."""
    own = {
        "help/index.html": "help",
        "metrics/index.html": "metrics",
        "glossary/index.html": "glossary",
        f"{posixpath.dirname(guide)}/index.html": "whole-plan",
    }
    pages = [page for name, page in site.pages.items() if name.startswith(f"{guide}/")]
    for page in pages:
        bar = {link.attributes["href"] for link in page.tree.css(".fw-bar__links a")}
        if f"{guide}/index.html" not in {site.target(href or "", page.name) for href in bar}:
            yield f"{page.name}: its bar is not the guide's"
        for address in page.addresses:
            target = site.target(address.text, page.name) if address.own_host else None
            if address.node.tag != "a" or target is None:
                continue
            entry = re.fullmatch(r"(?:tutorials|quizzes)/(.+)/index\.html", target)
            name = entry[1] if entry else own.get(target)
            if name and f"{guide}/{name}/index.html" in site.pages:
                yield f"{page.name}: {address.text}"


def test_a_guide_has_a_page_of_each_tutorial_and_quiz_it_leads_to(site: BuiltSite) -> None:
    """Its cards lead nowhere else."""
    cards = [
        (page.name, site.target(link.attributes["href"] or "", page.name))
        for page in site.pages.values()
        if page.kind == "phase" and not page.name.startswith("internal/")
        for link in page.tree.css("a.fw-link-card, .fw-link-card a")
    ]
    assert cards
    assert not [
        (name, target)
        for name, target in cards
        if posixpath.dirname(posixpath.dirname(target or ""))
        != posixpath.dirname(posixpath.dirname(name))
    ]


def canonical(page: HtmlPage) -> str | None:
    """The address a page says is its own."""
    link = page.tree.css_first("link[rel=canonical]")
    return link.attributes["href"] if link else None


def test_what_guides_and_the_site_have_alike_is_listed_once(site: BuiltSite) -> None:
    """A page of a guide that says what another says gives that one's address; every other page its own."""
    named = {name: canonical(page) for name, page in site.pages.items()}
    if not any(named.values()):  # the project says no address
        return
    home = named["index.html"] or ""
    listed = {name: (address or "").removeprefix(home) for name, address in named.items()}
    elsewhere = {
        name: f"{address}index.html"
        for name, address in listed.items()
        if name not in ("404.html", f"{address}index.html")
    }
    assert {target for target in elsewhere.values() if target not in site.pages} == set()
    guides = {posixpath.dirname(name) for name, page in site.pages.items() if page.kind == "guide"}
    assert {posixpath.dirname(posixpath.dirname(name)) for name in elsewhere} == guides
    of_the_site = {
        name: target
        for name, target in elsewhere.items()
        if posixpath.dirname(target) not in guides
    }
    assert of_the_site
    assert {
        name
        for name, target in of_the_site.items()
        if site.pages[name].kind != site.pages[target].kind
    } == set()


def test_search_leads_to_places_that_are_there(site: BuiltSite) -> None:
    shelves = [shelf(site.folder / name) for name in site.files if name.startswith("search/")]
    entries = [
        f"{page[0]}{'#' + anchor if anchor else ''}"
        for each in shelves
        for _, _, pages, anchor, *_ in ([*find, ""] for find in each["finds"])
        for page in ((each["pages"][number] or [""]) for number in pages)
    ]
    assert entries
    assert not [entry for entry in entries if site.fault(entry or "./", "index.html")]


def shelf(path: Path) -> dict[str, Any]:
    """The data in a file of search."""
    text = path.read_text("utf-8")
    data: dict[str, Any] = json.loads(text.removeprefix("fwSearch(").removesuffix(");\n"))
    return data


def test_site_map_names_pages_that_are_there(site: BuiltSite) -> None:
    path: Path = site.folder / "sitemap.xml"
    named = re.findall(r"<loc>(.*?)</loc>", path.read_text("utf-8")) if path.exists() else []
    pages = {site.target(urlsplit(address).path, "index.html") for address in named}
    listed = {
        name
        for name, page in site.pages.items()
        if (address := canonical(page))
        and site.target(urlsplit(address).path, "index.html") == name
    }
    assert not named or pages == listed


@pytest.mark.parametrize(
    "html",
    [
        '<a href="gone/">x</a>',
        '<a href="../up/">x</a>',
        '<a href="/elsewhere/">x</a>',
        '<a href="#gone">x</a>',
        '<a href="page/#gone">x</a>',
        '<img src="gone.png">',
        '<img srcset="gone.png 2x">',
        '<video poster="gone.png"></video>',
        '<object data="gone.svg"></object>',
        '<form action="gone/"></form>',
        '<button formaction="gone/">x</button>',
        '<svg><use href="#gone"/></svg>',
        '<svg><rect fill="url(#gone)"/></svg>',
        '<label for="gone">x</label>',
        '<p aria-describedby="here gone">x</p>',
        '<p id="here">twice</p>',
        '<img src="https://cdn.example/x.png">',
        '<link rel="stylesheet" href="//cdn.example/x.css">',
        '<p style="color: red">x</p>',
        '<p onclick="x()">x</p>',
    ],
)
def test_what_is_wrong_is_found(tmp_path: Path, html: str) -> None:
    """These tests can fail."""
    lay(tmp_path, {"index.html": f"<p id=here>{html}", "page/index.html": "<p>"})
    site = BuiltSite(tmp_path)
    ids = [fault for page in site.pages.values() for fault in id_faults(page)]
    assert address_faults(site) + ids + sorted(loaded_from_elsewhere(site)) + inline_faults(site)
