"""The steps of a phase as rows that open: how high a page of many is, and what opens them."""

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import Visitor
from tests.built.building import Sites
from tests.built.pages import BuiltSite

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("rows")]

PHASE = "enterprise/admin/setup/"
STEP = "migrate-data"
HEIGHTS = {1280: (3600, 4100), 390: (5000, 5600)}
"""By the width of the window: the most pixels that the longest phase is high with all rows closed, and as it is opened.
On a narrow one the status of a step is a line of its row."""


def height(page: Page) -> int:
    found: int = page.evaluate("document.documentElement.scrollHeight")
    return found


def test_a_phase_of_many_steps_can_be_taken_in(visitor: Visitor) -> None:
    for width, (closed, published) in HEIGHTS.items():
        page = visitor.open(PHASE, width)
        steps = page.locator(".fw-step")
        assert steps.count() > 15
        assert page.locator(".fw-step[open]").count() == 1
        assert height(page) <= published
        steps.evaluate_all("steps => steps.forEach(step => { step.open = false })")
        assert height(page) <= closed


@pytest.mark.parametrize("enabled", [True, False], ids=["with", "without"])
def test_the_address_of_a_step_opens_it(visitor: Visitor, *, enabled: bool) -> None:
    """With JavaScript and without it."""
    page = visitor.open(f"{PHASE}#{STEP}", java_script_enabled=enabled)
    parts = page.locator(f"#{STEP}")
    row = page.locator(".fw-step", has=parts).locator(".fw-step__row")
    parts.wait_for()
    assert parts.is_visible()
    box = row.bounding_box()
    assert box
    assert 0 <= box["y"] < 400, "its row is in sight above it"


def test_a_button_opens_all_steps_and_closes_them(visitor: Visitor) -> None:
    page = visitor.open(PHASE)
    steps, open_ = page.locator(".fw-step"), page.locator(".fw-step[open]")
    button = page.get_by_role("button", name="Show all steps")
    button.click()
    assert open_.count() == steps.count()
    page.get_by_role("button", name="Close all steps").click()
    assert open_.count() == 0
    page.locator(".fw-step__row").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert open_.count() == 0


def test_without_javascript_there_is_no_button(visitor: Visitor) -> None:
    page = visitor.open(PHASE, java_script_enabled=False)
    assert page.locator(".fw-steps__all").is_hidden()


def test_paper_has_every_step_open(visitor: Visitor) -> None:
    page = visitor.open(PHASE, java_script_enabled=False)
    page.emulate_media(media="print")
    closed = page.locator(".fw-step__parts").evaluate_all(
        "all => all.filter(parts => !parts.checkVisibility() || !parts.getBoundingClientRect().height).length"
    )
    assert closed == 0


def test_paper_has_every_step_open_where_style_sheets_cannot_say_so(
    browser: Browser, visitor: Visitor
) -> None:
    """In browsers that know no `::details-content` a script opens what is closed, and closes it behind the printer."""
    page = browser.new_page()
    page.add_init_script("CSS.supports = () => false")
    page.goto(visitor.address + PHASE)
    closed = page.locator("details:not([open])")
    before = closed.count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert before > closed.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert closed.count() == before
    page.close()


def test_a_screen_reader_finds_the_titles_of_closed_steps(visitor: Visitor) -> None:
    page = visitor.open(PHASE)
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    headings = [
        next(prop["value"]["value"] for prop in node["properties"] if prop["name"] == "level")
        for node in nodes
        if not node["ignored"] and node["role"]["value"] == "heading"
    ]
    rows = [node for node in nodes if node["role"]["value"].startswith("DisclosureTriangle")]
    steps = page.locator(".fw-step").count()
    assert headings.count(3) >= steps
    pressed = page.locator("summary:visible").count()
    assert len(rows) == pressed >= steps, (
        "what is folded where there is no room is no button where there is"
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_the_contents_say_where_one_is(visitor: Visitor, width: int) -> None:
    page = visitor.open(PHASE, width)
    marked, line = page.locator(".fw-rail [aria-current=location]"), page.locator(".fw-rail__here")
    titles = page.locator(".fw-step__title").all_text_contents()
    assert marked.count() == 1
    assert line.text_content() == titles[0]
    page.locator(f".fw-rail a[href='#{STEP}']").evaluate("link => link.click()")
    page.wait_for_function(
        "document.querySelector('.fw-rail__here').textContent === 'Move your data'"
    )
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = titles[-1]
    page.wait_for_function(
        "title => document.querySelector('.fw-rail__here').textContent === title", arg=last
    )
    assert marked.count() == 1
    if width == 390:
        page.locator(".fw-rail__line").click()
        assert marked.is_visible()
        page.keyboard.press("Escape")
        assert not marked.is_visible()


def test_a_term_explains_itself_in_place(visitor: Visitor) -> None:
    """Without JavaScript, too; and never in the name of something to press."""
    page = visitor.open(f"{PHASE}#account-setup", java_script_enabled=False)
    term = page.locator("button.fw-term:visible").first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    assert meaning.is_hidden()
    term.click()
    assert meaning.is_visible()
    boxes = term.bounding_box(), meaning.bounding_box()
    assert boxes[0]
    assert boxes[1]
    gap = max(
        boxes[1]["y"] - boxes[0]["y"] - boxes[0]["height"],
        boxes[0]["y"] - boxes[1]["y"] - boxes[1]["height"],
    )
    assert -2 <= gap < 20, "above it or below it"
    page.keyboard.press("Escape")
    assert meaning.is_hidden()


def test_no_term_stands_in_a_name(sites: Sites) -> None:
    names = "a, button, summary, label, legend, h1, h2, h3, h4, strong"
    for name, page in BuiltSite(sites.site("reference").folder).pages.items():
        inside = page.tree.css(", ".join(f"{each.strip()} .fw-term" for each in names.split(",")))
        assert [node.html for node in inside] == [], name
