"""One page of each kind in a browser, as readers have it: in the light and the dark, wide and narrow,
by keyboard, on paper, without JavaScript, and always under the policy that the build writes for the site.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cached_property
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import (
    LOOKS,
    NARROW,
    SCHEMES,
    TABLET,
    WIDE,
    Scheme,
    Visitor,
    overflowing,
    policy_of,
    press_tab,
    served,
    space_out,
    unfold,
    violations,
)
from tests.built.building import EDITIONS, Sites
from tests.built.pages import BuiltSite

pytestmark = pytest.mark.browser

LOST = "404"
FOR_CUSTOMERS = (
    "checklist",
    "days",
    "document",
    "everything",
    "glossary",
    "guide",
    "guide-plays",
    "help",
    "home",
    "metrics",
    "own",
    "phase",
    "quiz",
    "tier",
    "tutorial",
    "whole-guide",
)
FOR_THE_TEAM = (
    "coverage",
    "emails",
    "failures",
    "matrix",
    "plays",
    "points",
    "table",
    "team",
    "team-plan",
    "team-weeks",
)
KINDS = (*FOR_CUSTOMERS, *FOR_THE_TEAM, LOST)
# What customers see is looked at in every way, what the team sees in the two that differ most.
SEEN = [
    *((kind, width, SCHEMES) for kind in (*FOR_CUSTOMERS, LOST) for width in (WIDE, NARROW)),
    *((kind, width, (scheme,)) for kind in FOR_THE_TEAM for scheme, width in (LOOKS[0], LOOKS[-1])),
]

MOST_REQUESTS = 6
FOLLOWS_THE_READER = (
    ".fw-steps__bar, .fw-rail__here, .fw-next, .fw-task__day, .fw-page-head__counted,"
    " .fw-callout__question"
)
"""What scripts say otherwise, by what the reader has done, or ask with the answers to choose from."""
MOST_WEIGHT = 60_000  # bytes


# What Tab has to reach: of radio buttons in a group, the one that is chosen or else the first.
CONTROLS = """() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  const shown = all.filter(element => element.tabIndex >= 0 && !element.disabled
    && element.checkVisibility({visibilityProperty: true}));
  const group = element => shown.filter(other => other.type === 'radio' && other.name === element.name);
  window.controls = shown.filter(element => element.type !== 'radio'
    || element === (group(element).find(each => each.checked) || group(element)[0]));
  return window.controls.map(element => element.outerHTML.slice(0, 99));
}"""
# Where the focus stands when the next key comes: what it moved has come to rest by then.
STOPS = """() => {
  const ring = each => getComputedStyle(each).outlineStyle === 'none' ? 0
    : parseFloat(getComputedStyle(each).outlineWidth);
  const stop = element => {
    if (element === document.body) return null;
    // The outline is on what a reader sees: the card around a link, the frame of a field.
    let shown = element;
    while (!ring(shown) && shown.parentElement) shown = shown.parentElement;
    const box = shown.getClientRects()[0];
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
      index: window.controls.indexOf(element),
      html: element.outerHTML.slice(0, 99),
      seen: !!top && (shown.contains(top) || top.contains(shown)),
      ring: ring(shown),
    };
  };
  window.stops = [];
  addEventListener('keydown', () => window.stops.push(stop(document.activeElement)), true);
}"""


# What a page without scripts shows at an address, in the window of another whose sheets are the same.
SHOW = """([address, html]) => {
  history.replaceState(null, '', address);
  const shown = new DOMParser().parseFromString(html, 'text/html');
  for (const style of document.querySelectorAll('style')) style.remove();
  document.head.append(...shown.querySelectorAll('head style'));
  document.body.replaceWith(document.adoptNode(shown.body));
  const eager = [...document.images].filter(each => each.loading !== 'lazy');
  return Promise.allSettled(eager.map(each => each.decode())).then(() => null);
}"""


class Served:
    """The sites on web servers, each with its policy."""

    def __init__(self, sites: Sites, stack: ExitStack) -> None:
        self._sites, self._stack = sites, stack
        self._addresses: dict[str, str] = {}
        self._read: dict[str, BuiltSite] = {}

    def address(self, edition: str) -> str:
        if edition not in self._addresses:
            site = self._sites.site("reference", edition)
            self._addresses[edition] = self._stack.enter_context(
                served(site.folder, policy_of(site.folder))
            )
        return self._addresses[edition]

    def read(self, edition: str) -> BuiltSite:
        if edition not in self._read:
            self._read[edition] = BuiltSite(self._sites.site("reference", edition).folder)
        return self._read[edition]

    @cached_property
    def pages(self) -> dict[str, tuple[str, str]]:
        """The edition and the path of the fullest page of each kind: of customers', if they have it."""
        found: dict[str, tuple[str, str]] = {}
        for edition in ("customer", "internal"):
            for page in sorted(self.read(edition).pages.values(), key=lambda page: -len(page.html)):
                path = page.name.removesuffix("index.html")
                found.setdefault(page.kind or LOST, (edition, path))
        return found


@pytest.fixture(scope="session")
def on_the_web(sites: Sites) -> Iterator[Served]:
    with ExitStack() as stack:
        yield Served(sites, stack)


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, on_the_web: Served) -> Iterator[Open]:
    """Opens the page of a kind; fails the test if anything is refused, breaks or asks another host."""
    visitors: list[Visitor] = []

    def opened(kind: str, width: int = WIDE, **options: Any) -> Page:
        edition, path = on_the_web.pages[kind]
        visitors.append(Visitor(browser, on_the_web.address(edition)))
        return visitors[-1].open(path, width, **options)

    yield opened
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for visitor in visitors:
        visitor.close()
    assert not complaints


def test_every_kind_of_page_is_looked_at(on_the_web: Served) -> None:
    assert set(on_the_web.pages) == set(KINDS)
    assert {kind for kind, (edition, _) in on_the_web.pages.items() if edition == "customer"} == {
        *FOR_CUSTOMERS,
        LOST,
    }


@pytest.mark.parametrize(("kind", "width", "schemes"), SEEN)
def test_page_is_for_everybody(
    open_page: Open, axe: str, kind: str, width: int, schemes: tuple[Scheme, ...]
) -> None:
    page = open_page(kind, width, color_scheme=schemes[0])
    assert too_wide(page, schemes) == []
    if (schemes[0], width) == LOOKS[0]:  # what is folded is part of what is not
        page.emulate_media(color_scheme=schemes[0])
        assert violations(page, axe) == []
    unfold(page)
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        assert violations(page, axe, scheme) == []
    assert too_wide(page, schemes) == []
    space_out(page)
    assert too_wide(page, schemes) == []


@pytest.mark.parametrize("kind", KINDS)
def test_page_fits_a_tablet(open_page: Open, kind: str) -> None:
    page = open_page(kind, TABLET)
    unfold(page)
    assert overflowing(page) == []


def too_wide(page: Page, schemes: tuple[Scheme, ...]) -> list[str]:
    """What is wider than the page in any of these."""
    found: list[str] = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        found += overflowing(page)
    return found


@pytest.mark.parametrize(
    ("kind", "width"),
    [(kind, NARROW) for kind in KINDS] + [(kind, WIDE) for kind in (*FOR_CUSTOMERS, LOST)],
)
def test_keyboard_reaches_every_control_in_sight(open_page: Open, kind: str, width: int) -> None:
    page = open_page(kind, width)
    if width == NARROW:
        unfold(page)
    controls = page.evaluate(CONTROLS)
    page.evaluate(STOPS)
    dates = page.locator(
        "input[type=date]"
    ).count()  # each has a stop for day, month, year, and more
    press_tab(page, len(controls) + 4 * dates + 10)
    _, *stops = page.evaluate("window.stops")
    # Behind the last control comes the browser, and where it has no bars of its own, the first again.
    ends = [n for n, stop in enumerate(stops) if stop is None or (n and stop == stops[0])]
    assert ends, "Tab never left the page"
    walked = stops[: ends[0]]
    assert [stop for stop in walked if not stop["seen"] or stop["ring"] < 2] == []
    reached = {stop["index"] for stop in walked}
    assert [html for index, html in enumerate(controls) if index not in reached] == []


@pytest.mark.parametrize("kind", FOR_CUSTOMERS)
def test_without_javascript_nothing_is_missing(open_page: Open, kind: str) -> None:
    """What a page says without it is there with it as well, but for what follows the reader; a list stands where search does."""
    with_it, without = (
        open_page(kind, NARROW, java_script_enabled=enabled) for enabled in (True, False)
    )
    for page in (with_it, without):
        unfold(page)
        page.locator(FOLLOWS_THE_READER).evaluate_all(
            "parts => parts.forEach(part => part.remove())"
        )
    for part in (".fw-bar", "article", ".fw-footer"):
        with_lines, lines = (
            Counter(filter(None, map(str.strip, page.locator(part).inner_text().splitlines())))
            if page.locator(part).count()
            else Counter[str]()
            for page in (with_it, without)
        )
        assert lines - with_lines == Counter()
    assert without.locator("article").inner_text().strip()
    assert not without.locator(".fw-search:visible, .fw-scheme:visible").count()
    assert without.locator(".fw-search-all").is_visible()
    assert overflowing(without) == []


@pytest.mark.parametrize("kind", KINDS)
def test_page_can_be_printed(open_page: Open, kind: str) -> None:
    page = open_page(kind, color_scheme="dark")
    printed = page.pdf()
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 1
    page.emulate_media(media="print")
    for part in page.locator(".fw-header, .fw-bar, .fw-footer").all():
        assert part.is_hidden()
    hidden = page.locator(".fw-tick:not(.fw-snag *), .fw-facts, .fw-panel").evaluate_all(
        """parts => parts.filter(part => !part.checkVisibility() || !part.getBoundingClientRect().height)
             .map(part => part.outerHTML.slice(0, 99))"""
    )
    assert hidden == []
    beginnings = page.locator(".fw-sub, .fw-sub + .fw-prose").evaluate_all(
        "parts => parts.map(part => getComputedStyle(part).breakAfter)"
    )
    assert set(beginnings) <= {"avoid"}, "no page ends with what a section begins with"


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_page_in_use_is_for_everybody(
    open_page: Open, axe: str, scheme: Scheme, width: int
) -> None:
    """Search that is open and has found something; colours that were switched."""
    page = open_page("home", width, color_scheme=scheme)
    search = page.locator(".fw-search__input")
    search.focus()
    search.press_sequentially("sign")
    expect(page.locator(".fw-search__results a").first).to_be_visible()
    assert violations(page, axe, scheme) == []
    assert overflowing(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".fw-search__results a").first).to_be_hidden()
    page.locator(".fw-scheme button:visible").click()
    assert violations(page, axe, scheme) == []


@pytest.mark.parametrize(("scheme", "width"), [LOOKS[0], LOOKS[-1]])
@pytest.mark.parametrize("kind", ["phase", "quiz"])
def test_page_with_everything_ticked_is_for_everybody(
    open_page: Open, axe: str, kind: str, scheme: Scheme, width: int
) -> None:
    page = open_page(kind, width, color_scheme=scheme)
    unfold(page)
    boxes = page.locator("article input[type=checkbox], article input[type=radio]")
    boxes.evaluate_all("boxes => boxes.forEach(box => box.click())")
    assert page.locator("article input:checked").count()
    assert violations(page, axe, scheme) == []


def test_every_page_fits_a_phone(browser: Browser, on_the_web: Served) -> None:
    """Whatever words authors use: the pages of each kind above are the fullest, not the widest.

    All share what is around their bodies but the style of their kind, so that these are shown one after the other in the
    window of the first.
    """
    site = on_the_web.read("customer")
    assert len({frame_of(site, name) for name in site.pages}) == 1
    visitor = Visitor(browser, on_the_web.address("customer"))
    page = visitor.open(width=NARROW, java_script_enabled=False)  # as wide, and quicker
    wide = {}
    for name, each in site.pages.items():
        page.evaluate(SHOW, [visitor.address + name, each.html])
        unfold(page)
        if found := overflowing(page):
            wide[name] = found
    visitor.close()
    assert wide == {}
    assert visitor.complaints == []


def frame_of(site: BuiltSite, name: str) -> str:
    """What of a page tells how its body is laid out: what stands at its outermost elements, and its style sheets."""
    tree = site.pages[name].tree
    sheets = [
        site.target(node.attributes["href"] or "", name)
        for node in tree.css("link[rel=stylesheet]")
    ]
    outermost = [dict(node.attributes) for node in tree.css("html, body")]
    return repr((outermost, sheets))


def test_the_switch_of_colours_is_kept(open_page: Open) -> None:
    page = open_page("home")
    paper = "getComputedStyle(document.body).backgroundColor"
    bar = "document.querySelector('meta[name=theme-color]').content"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Use light colours").click()
    assert page.evaluate(paper) == light
    expect(page.get_by_role("button", name="Use dark colours")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(2):
        assert page.evaluate(paper) == "rgb(20, 21, 23)"
        assert page.evaluate(bar) == "#141517"
        page.reload()
    page.get_by_role("button", name="Use the system's colours").click()
    assert page.evaluate(paper) == light
    assert page.evaluate(bar) == "#faf8f4"


def test_search_leads_to_what_it_found_by_keyboard(open_page: Open) -> None:
    page = open_page("guide")
    field, first = page.locator(".fw-search__input"), page.locator(".fw-search__results a").first
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field.focus()
    field.press_sequentially("singel sign-on")
    expect(page.locator(".fw-search").get_by_role("status")).to_contain_text("result")
    expect(first).to_contain_text("Connect single sign-on")
    assert {url.rpartition("/")[2] for url in asked} >= {"search.js", "site.js", "enterprise.js"}
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(first).to_be_visible()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    field.press("Enter")
    expect(page).to_have_url(re.compile("connect-sso"))


def test_search_that_finds_nothing_says_whom_to_ask(open_page: Open, axe: str) -> None:
    page = open_page("guide")
    page.locator(".fw-search__input").press_sequentially("dushbirdz")
    expect(page.locator(".fw-search").get_by_role("status")).to_contain_text("Nothing is called")
    assert violations(page, axe) == []
    expect(page.get_by_role("link", name="Ask a person")).to_have_attribute(
        "href", re.compile("/enterprise/champion/help/$")
    )
    page.locator(".fw-search__word").first.click()
    expect(page.locator(".fw-search__results a").first).to_be_visible()


def test_search_works_from_a_disk(browser: Browser, sites: Sites) -> None:
    page = browser.new_page()
    page.goto((sites.site("reference").folder / "enterprise/admin/index.html").as_uri())
    page.locator(".fw-search__input").press_sequentially("csv")
    page.locator(".fw-search__results a", has_text="Import tasks").click()
    expect(page.locator("h1")).to_contain_text("Import tasks")
    page.close()


def test_search_does_without_files_that_do_not_come_and_tries_again(
    browser: Browser, on_the_web: Served
) -> None:
    """A reader may lose their connection, or leave the page meanwhile."""
    page = browser.new_page()
    faults: list[object] = []
    page.on("pageerror", lambda fault: faults.append(fault))  # noqa: PLW0108  # no builtin will do
    page.route("**/search/*.js", lambda route: route.abort())
    page.route(re.compile(r"/search/plans/(smb|mid-market)\.js$"), lambda route: route.abort())
    page.goto(f"{on_the_web.address('customer')}enterprise/admin/")
    field = page.locator(".fw-search__input")
    field.press_sequentially("c")
    expect(page.locator(".fw-notice")).to_contain_text("This could not be loaded.")
    page.unroute("**/search/*.js")
    field.press_sequentially("sv")
    expect(page.locator(".fw-search__results a").first).to_be_visible()
    assert faults == []
    page.close()


def test_search_costs_nothing_until_it_is_opened(sites: Sites) -> None:
    """Nor does it grow: what a page asks for is named in it, and five files are all; in a guide, its own as well."""
    site = BuiltSite(sites.site("reference").folder)
    guides = {name for name in site.files if name.startswith("assets/guides/")}
    for name, page in site.pages.items():
        loaded = {
            address.text.rpartition("/")[2]
            for address in page.addresses
            if not address.followed and address.node.tag != "img"
        }
        own = "/".join(name.removesuffix("/index.html").split("/")[:2])
        guide = {f"{own}.js".rpartition("/")[2]} if f"assets/guides/{own}.js" in guides else set()
        assert loaded == {"firstwin.css", "brand.css", "firstwin.js", "favicon.svg"} | guide, name


@pytest.mark.parametrize(("edition", "listed"), [("customer", True), ("internal", False)])
def test_only_what_is_for_customers_is_there_to_be_found(
    on_the_web: Served, edition: str, listed: bool
) -> None:
    """The others ask not to be listed, name no address of the customers' site, and have no picture for links to them."""
    site = on_the_web.read(edition)
    heads = {
        (
            bool(page.tree.css_first("meta[name=robots][content=noindex]")),
            bool(page.tree.css_first("link[rel=canonical]")),
            bool(page.tree.css_first("meta[property='og:image']")),
            bool(page.tree.css_first("meta[property^='og:']")),
        )
        for name, page in site.pages.items()
        if name != "404.html"
    }
    assert heads == {(not listed, listed, listed, listed)}
    # Who may not fetch a page never reads that it is `noindex`.
    assert "Disallow" not in (site.folder / "robots.txt").read_text("utf-8")
    assert (site.folder / "sitemap.xml").is_file() is listed


@pytest.mark.parametrize("kind", [*FOR_CUSTOMERS, LOST])
def test_page_is_light_to_load(on_the_web: Served, kind: str) -> None:
    """The fullest page of each kind."""
    edition, path = on_the_web.pages[kind]
    name = path if path.endswith(".html") else f"{path}index.html"
    assert_light(on_the_web.read(edition), name)


@pytest.mark.parametrize("edition", EDITIONS)
def test_fullest_pages_of_an_edition_are_light_to_load(on_the_web: Served, edition: str) -> None:
    """Notes for partners and the team come on top of what customers see."""
    site = on_the_web.read(edition)
    for page in sorted(site.pages.values(), key=lambda page: -len(page.html))[:9]:
        assert_light(site, page.name)


def assert_light(site: BuiltSite, name: str) -> None:
    """A page with all it loads before a reader acts, as a web server sends it."""
    files = {name} | {
        target
        for address in site.pages[name].addresses
        if not address.followed
        and address.node.attributes.get("loading") != "lazy"
        and (target := site.target(address.text, name))
    }
    weights = {file: len(gzip.compress((site.folder / file).read_bytes())) for file in files}
    assert len(weights) <= MOST_REQUESTS
    assert sum(weights.values()) <= MOST_WEIGHT, weights
