"""The example page in a browser: what a reader sees and reaches, at every width, in every mode."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.browser import (
    NARROW,
    SCHEMES,
    WIDE,
    Scheme,
    Visitor,
    overflowing,
    press_tab,
    served,
    space_out,
    unfold,
    violations,
)
from tests.theme.gallery import PAGE, SCENES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

WIDTHS = (320, 390, 768, 1280, 2560, 3840)
# What stands in a line with something else, and its `unicode-bidi`.
BESIDE_OTHERS = """
[...document.querySelectorAll(':is(.fw-page, .fw-footer, .fw-bar) *:not(svg, svg *, br, input)')]
  .filter(element => getComputedStyle(element).display == 'inline' && element.innerText?.trim())
  .filter(element => element.innerText.trim() != element.parentElement.innerText.trim())
  .map(element => [element.className || element.tagName, getComputedStyle(element).unicodeBidi])
"""
FOCUSED = """() => {
  const element = document.activeElement;
  const shown = element.matches('.fw-search__input') ? element.parentElement
    : element.closest('.fw-link-card, .fw-pager__card') || element;
  const box = shown.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return {
    where: element.className || element.tagName,
    onScreen: x > 0 && y > 0 && x < innerWidth && y < innerHeight,
    outline: getComputedStyle(shown).outlineStyle === 'none' ? 0
      : parseFloat(getComputedStyle(shown).outlineWidth),
  };
}"""
AT_ONCE = 40
"""How often Tab is pressed before anybody asks where the focus went."""
# Where the focus stands when the next key comes: what it moved has come to rest by then.
STOPS = f"""() => {{
  const focused = {FOCUSED};
  window.stops = [];
  addEventListener('keydown', () => window.stops.push(focused()), true);
}}"""
# Browsers leave the colours of drawings alone in forced colours: each has to name a colour of the system.
OUR_COLOURS = """() => {
  const probe = document.body.appendChild(document.createElement('i'));
  const system = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'Highlight', 'HighlightText', 'ButtonText']
    .map(name => { probe.style.color = name; return getComputedStyle(probe).color; });
  const shapes = [...document.querySelectorAll('svg *')].filter(shape => shape.checkVisibility());
  const ours = shapes.filter(shape => ['fill', 'stroke'].some(kind => {
    const colour = getComputedStyle(shape)[kind];
    return colour !== 'none' && !system.includes(colour);
  }));
  return ours.map(shape => shape.closest('[class*=fw-]:not(svg)').outerHTML.slice(0, 99));
}"""

# Pairs of labels of one timeline that cover each other; two of one mark may share a line.
COVERED = """() => [...document.querySelectorAll('.fw-timeline__picture')].flatMap(picture => {
  const labels = [...picture.querySelectorAll('.fw-timeline__mark')]
    .flatMap(mark => [...mark.querySelectorAll('span')].map(label => [mark, label, label.getBoundingClientRect()]));
  return labels.flatMap(([mark, label, box], index) => labels.slice(index + 1)
    .filter(([other, , its]) => other !== mark && box.left < its.right - 1 && its.left < box.right - 1
      && box.top < its.bottom - 1 && its.top < box.bottom - 1)
    .map(([, another]) => [label.textContent, another.textContent]));
})"""

# The state in which each shape is, and its HTML; a shape that is not to be seen has no state.
SHOWN_SHAPES = """shapes => shapes.map(shape => [
  shape.checkVisibility({visibilityProperty: true}) && shape.getBoundingClientRect().width
    ? shape.closest('[class*=fw-is-]')?.className ?? '' : '',
  shape.outerHTML,
])"""

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as root:
        yield root


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the example site; fails the test if it reports an error or asks another host."""
    visitor = Visitor(browser, address)

    def opened(path: str = f"{PAGE}/", width: int = WIDE, **options: Any) -> Page:
        return visitor.open(path, width, **options)

    yield opened
    visitor.close()
    assert not visitor.complaints


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing(open_page: Open, axe: str, width: int) -> None:
    page = open_page(width=width)
    unfold(page)
    assert not in_all_colours(page, axe)
    page.locator(".fw-tick__box, .fw-choice__box").evaluate_all(
        "boxes => boxes.forEach(box => box.click())"
    )
    assert not in_all_colours(page, axe)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_under_way(open_page: Open, axe: str, scene: str, width: int) -> None:
    assert not in_all_colours(open_page(f"{scene}/", width), axe)


def in_all_colours(page: Page, axe: str) -> list[str]:
    """What axe finds on a page in the light and in the dark."""
    found: list[str] = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += violations(page, axe, scheme)
    return found


def test_axe_finds_nothing_where_nothing_is(open_page: Open, axe: str) -> None:
    assert not violations(open_page("404.html"), axe)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_page_and_no_label_covers_another(
    open_page: Open, width: int
) -> None:
    page = open_page(width=width)
    assert page.evaluate(COVERED) == []
    unfold(page)
    assert overflowing(page) == []
    space_out(page)
    assert overflowing(page) == []


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("width", [NARROW, 768, WIDE, 3840])
def test_nothing_is_wider_than_the_page_under_way(open_page: Open, scene: str, width: int) -> None:
    page = open_page(f"{scene}/", width)
    unfold(page)
    assert overflowing(page) == []
    page.evaluate("document.body.dir = 'rtl'")
    assert overflowing(page) == []
    space_out(page)
    assert overflowing(page) == []


def black_and_white(picture: bytes) -> bytes:
    """The pixels of a picture without its colours, and nine times its contrast."""
    grey = Image.open(io.BytesIO(picture)).convert("L")
    strong = grey.point([min(255, max(0, 9 * (value - 128) + 128)) for value in range(256)])
    return repr(strong.size).encode() + strong.tobytes()


@pytest.mark.parametrize("options", [{}, {"forced_colors": "active"}])
@pytest.mark.parametrize(
    "shapes", [".fw-status > svg", ".fw-trail__pills > span", ".fw-step__mark", ".fw-action__mark"]
)
def test_each_state_has_a_shape_of_its_own(
    open_page: Open, shapes: str, options: dict[str, Any]
) -> None:
    """In black and white: colour never says it alone."""
    page = open_page(width=NARROW, **options)
    page.evaluate(
        "document.querySelectorAll('[class$=__mark]:not(:has(svg))').forEach(mark => { mark.textContent = 1 })"
    )
    all_shapes = page.locator(shapes)
    # The same again looks the same.
    first: dict[tuple[str, str], int] = {}
    for number, (state, html) in enumerate(all_shapes.evaluate_all(SHOWN_SHAPES)):
        if state:
            first.setdefault((state, html), number)
    pictures: dict[str, set[bytes]] = {}
    for (state, _), number in first.items():
        name = next(each for each in state.split() if each.startswith("fw-is-"))
        picture = all_shapes.nth(number).screenshot()
        pictures.setdefault(name, set()).add(black_and_white(picture))
    assert len(pictures) >= 3
    assert sum(map(len, pictures.values())) == len(set().union(*pictures.values()))


@pytest.mark.parametrize("path", [PAGE, *SCENES])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_none_of_ours(open_page: Open, path: str, scheme: Scheme) -> None:
    page = open_page(f"{path}/", forced_colors="active", color_scheme=scheme)
    unfold(page)
    assert page.evaluate(OUR_COLOURS) == []


def test_progress_is_told_in_words(open_page: Open) -> None:
    page = open_page("guide/")
    meter = page.get_by_role("progressbar", name="Things done")
    assert meter.get_attribute("aria-valuetext") == "9 of 34"
    assert "9 of 34 things done. You are on time." in page.locator(".fw-meter").inner_text()
    assert all(page.locator(".fw-status").all_text_contents())


@pytest.mark.parametrize("scene", ["guide", "phase", "tutorial"])
def test_one_step_of_each_list_is_the_current_one(open_page: Open, scene: str) -> None:
    page = open_page(f"{scene}/")
    for each in (".fw-rail", ".fw-tasks", ".fw-columns__main"):
        assert page.locator(each).locator("[aria-current=step]").count() <= 1
    assert page.locator("[aria-current=step]").count() >= 1


@pytest.mark.parametrize("scene", ["phase", "tutorial"])
def test_the_contents_fold_behind_a_line_on_a_phone(open_page: Open, scene: str) -> None:
    page = open_page(f"{scene}/", NARROW)
    line, links = page.locator(".fw-rail__line"), page.locator(".fw-rail a")
    assert line.is_visible()
    assert not links.first.is_visible()
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 600")
    box = line.bounding_box()
    assert box
    assert (round(box["y"]), round(box["height"])) == (1, 45)
    line.click()
    assert links.first.is_visible()
    page.keyboard.press("Escape")
    assert not links.first.is_visible()
    wide = open_page(f"{scene}/", WIDE)
    assert wide.locator(".fw-rail a").last.is_visible()
    assert not wide.locator(".fw-rail__line").is_visible()


def test_what_is_done_prints_unfolded(open_page: Open) -> None:
    page = open_page("phase/")
    done = page.locator(".fw-step.fw-is-done .fw-tick").first
    assert not done.is_visible()
    page.emulate_media(media="print")
    assert done.is_visible()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_right_to_left_mirrors_the_page(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    before = page.locator(".fw-brand").bounding_box()
    page.evaluate("document.body.dir = 'rtl'")
    after = page.locator(".fw-brand").bounding_box()
    assert before
    assert after
    assert round(before["x"]) == round(width - after["x"] - after["width"])
    assert overflowing(page) == []


def test_right_to_left_no_value_moves_its_neighbour(open_page: Open) -> None:
    page = open_page()
    unfold(page)
    page.evaluate("document.body.dir = 'rtl'")
    beside_others = page.evaluate(BESIDE_OTHERS)

    assert len(beside_others) > 20
    assert {name for name, bidi in beside_others if bidi not in {"isolate", "plaintext"}} == set()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_keyboard_reaches_everything_in_sight(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    unfold(page)
    page.evaluate(STOPS)
    ends: list[int] = []
    stops: list[dict[str, Any]] = []
    while not ends:
        press_tab(page, AT_ONCE)
        _, *stops = page.evaluate("window.stops")
        # Behind the last comes the page itself, or the first again.
        ends = [
            number
            for number, stop in enumerate(stops)
            if stop["where"] == "BODY" or (number and stop["where"] == stops[0]["where"])
        ]
    walked = stops[: ends[0]]
    assert [stop for stop in walked if not stop["onScreen"] or stop["outline"] < 2] == []
    seen = {stop["where"] for stop in walked}
    assert any("fw-search__input" in name for name in seen)
    assert any("fw-scheme__button" in name for name in seen)
    assert any("fw-tick__box" in name for name in seen)


def test_skip_link_leads_past_the_chrome(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


def test_whole_row_ticks_and_is_high_enough(open_page: Open) -> None:
    page = open_page(width=NARROW)
    row = page.locator(".fw-tick:has([data-fw-item]:not([checked]))").first
    box = row.bounding_box()
    assert box
    assert box["height"] >= 46
    row.click(position={"x": box["width"] - 5, "y": box["height"] / 2})
    assert row.locator("input").is_checked()
    tick = row.locator("input").bounding_box()
    assert tick
    assert (tick["width"], tick["height"]) == (26, 26)


@pytest.mark.parametrize("options", [{}, {"forced_colors": "active"}])
def test_tick_changes_the_picture(open_page: Open, options: dict[str, Any]) -> None:
    page = open_page(**options)
    box = page.locator(".fw-tick__box:not([checked])").first
    page.mouse.move(0, 0)
    before = box.screenshot()
    box.evaluate("box => { box.checked = true }")
    assert box.screenshot() != before


def test_plan_shows_its_roles_without_script(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator(".fw-role:visible").count() == 2
    page.locator("label.fw-plan", has_text="Small business").click()
    assert page.locator(".fw-role:visible").all_inner_texts() == [
        page.locator(".fw-role", has_text="You do it yourself.").inner_text()
    ]


def test_without_script_nothing_is_missing(open_page: Open) -> None:
    page = open_page(java_script_enabled=False, width=NARROW)
    assert page.locator(".fw-header .fw-search").is_hidden()
    assert page.locator(".fw-header .fw-scheme").is_hidden()
    assert page.locator(".fw-bar").is_visible()
    assert page.locator(".fw-step").first.is_visible()


def test_colours_are_the_systems_without_script(open_page: Open) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    seen = [
        open_page(color_scheme=scheme, java_script_enabled=False).evaluate(paper)
        for scheme in ("light", "dark")
    ]
    assert seen == ["rgb(250, 248, 244)", "rgb(20, 21, 23)"]


def test_print_is_light_and_leaves_the_chrome_out(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    page.emulate_media(media="print")
    for part in (".fw-header", ".fw-bar", ".fw-back", ".fw-footer", ".fw-rail", ".fw-pager"):
        assert page.locator(part).first.is_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(28, 27, 25)"
