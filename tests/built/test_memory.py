"""What a reader ticks and writes down: it stays, wherever the same thing stands, and nobody else hears of it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser import Visitor
from tests.built.building import Site

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("memory")]

GUIDE = "enterprise/admin/"
PLAN = "enterprise/admin/plan/"
WELCOME = f"{PLAN}#welcome-email"
PHASE = "enterprise/admin/setup/"
CHECKLIST = "enterprise/admin/checklist/"
TUTORIAL = "enterprise/admin/connect-sso/"
ON_THE_SITE = "tutorials/connect-sso/"
NOTICE = ".fw-notice"
SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) shifts += entry.value })
  .observe({type: "layout-shift", buffered: true});
"""


def box(page: Page, key: str) -> Locator:
    return page.locator(f'[data-fw-item="{key}"]').first


def first_key(page: Page) -> str:
    """The key of the first box that is in sight."""
    return page.locator("[data-fw-item]:visible").first.get_attribute("data-fw-item") or ""


def with_field(folder: Path) -> str:
    """A checklist that asks its reader to write a line down."""
    return next(
        f"{page.parent.relative_to(folder).as_posix()}/"
        for page in sorted(folder.glob("*/*/checklist/index.html"))
        if 'class="fw-field__input" type="text"' in page.read_text("utf-8")
    )


def test_a_tick_stays_wherever_its_line_stands(visitor: Visitor) -> None:
    page = visitor.open(TUTORIAL)
    key = first_key(page)
    box(page, key).check()
    page.reload()
    expect(box(page, key)).to_be_checked()
    for path in (CHECKLIST, ON_THE_SITE):
        page.goto(visitor.address + path)
        expect(box(page, key)).to_be_checked()
    box(page, key).uncheck()
    page.goto(visitor.address + TUTORIAL)
    expect(box(page, key)).not_to_be_checked()


def test_tabs_follow_each_other(visitor: Visitor) -> None:
    page = visitor.open(CHECKLIST)
    key = first_key(page)
    other = page.context.new_page()
    other.goto(visitor.address + CHECKLIST)
    box(other, key).check()
    expect(box(page, key)).to_be_checked(timeout=1000)


HEAR = """
window.heard = [];
for (const name of ["step-done", "phase-done", "milestone-reached", "step-status", "progress-reset"])
  document.addEventListener(`firstwin:${name}`, () => heard.push(name));
"""


def test_what_another_tab_does_or_an_undo_brings_back_is_shown_and_not_said_again(
    visitor: Visitor,
) -> None:
    page = visitor.open(GUIDE)
    other = page.context.new_page()
    other.goto(visitor.address + WELCOME)
    for tab in (page, other):
        tab.evaluate(HEAR)
    box(other, "enterprise/welcome-email/_done").check()
    counted = page.locator(".fw-meter__text")
    expect(counted).to_contain_text("1 of 38 steps done")
    assert other.evaluate("heard") == ["step-status", "step-done"]
    page.get_by_role("button", name="Begin this guide anew").click()
    page.get_by_role("button", name="Begin anew").click()
    expect(counted).to_contain_text("0 of 38 steps done")
    page.get_by_role("button", name="Undo").click()
    expect(counted).to_contain_text("1 of 38 steps done")
    expect(other.locator(".fw-steps__bar > p")).to_contain_text("1 of 4 steps done")
    assert page.evaluate("heard") == ["progress-reset"]
    assert other.evaluate("heard") == ["step-status", "step-done"]
    expect(page.locator("p[role=status].fw-hidden")).to_be_empty()


def test_a_page_that_comes_back_follows_what_was_done_meanwhile(visitor: Visitor) -> None:
    page = visitor.open(CHECKLIST)
    key = first_key(page)
    page.evaluate(
        """key => {
          localStorage.setItem("firstwin:/:enterprise", JSON.stringify({version: 1, entries: {[key]: ["1", Date.now()]}}));
          dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
        }""",
        key,
    )
    expect(box(page, key)).to_be_checked()


def test_what_is_written_down_stays(visitor: Visitor, reference: Site) -> None:
    path = with_field(reference.folder)
    page = visitor.open(path)
    field = page.locator(".fw-field [type=text]").first  # beside lists to choose from
    field.fill("cairn-<b>7</b>")
    page.reload()
    expect(field).to_have_value("cairn-<b>7</b>")


def test_what_was_written_down_stands_in_later_texts_and_its_label_leads_there(
    visitor: Visitor,
) -> None:
    page = visitor.open("enterprise/champion/value/#value-report")
    value = (
        page.locator("#value-report")
        .locator("xpath=ancestor::details")
        .first.locator("[data-fw-value='reader.outcome']")
    )
    expect(value).to_have_text("(The outcome that matters most)")
    value.get_by_role("link").click()
    field = page.get_by_label("The outcome that matters most")
    expect(field).to_be_visible()
    field.fill("Answers in <b>2</b> days")
    page.go_back()
    expect(value).to_have_text("Answers in <b>2</b> days")


def test_acts_are_events(visitor: Visitor) -> None:
    page = visitor.open(CHECKLIST)
    page.evaluate(
        "window.heard = []; document.addEventListener('firstwin:tick', ({detail}) => heard.push(detail))"
    )
    key = first_key(page)
    box(page, key).check()
    box(page, key).uncheck()
    heard: Any = page.evaluate("heard")
    assert heard == [{"key": key, "ticked": True}, {"key": key, "ticked": False}]


@pytest.mark.parametrize(
    "storage",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})",
        "Object.defineProperty(window, 'localStorage', {value: undefined})",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
    ],
    ids=["denied", "missing", "full"],
)
def test_where_nothing_is_kept_it_lasts_for_the_visit_and_that_is_said(
    visitor: Visitor, storage: str
) -> None:
    page = visitor.open(CHECKLIST)
    other = page.context.new_page()
    visitor.watch(other)
    other.add_init_script(storage)
    other.goto(visitor.address + CHECKLIST)
    key = first_key(other)
    box(other, key).check()
    expect(box(other, key)).to_be_checked()
    expect(other.locator(NOTICE)).to_contain_text("This browser keeps nothing that you do here")
    other.get_by_role("button", name="Close", exact=True).click()
    expect(other.locator(NOTICE)).to_have_count(0)


def test_whatever_lies_in_the_storage_the_page_works_and_leaves_others_alone(
    visitor: Visitor,
) -> None:
    page = visitor.open(CHECKLIST)
    key = first_key(page)
    others = {"fw-scheme": "sepia", "/.__palette": "{", "firstwin:/other/:enterprise": "[1]"}
    for text in ("{", "null", '{"version":1,"entries":{"__proto__":["1",1],"enterprise/x":7}}'):
        items = {**others, "firstwin:/:enterprise": text, "firstwin:/:shared": text}
        page.evaluate(
            "items => { localStorage.clear();"
            " for (const [name, text] of Object.entries(items)) localStorage.setItem(name, text) }",
            items,
        )
        page.reload()
        box(page, key).check()
        page.reload()
        expect(box(page, key)).to_be_checked()
        kept: dict[str, str] = json.loads(page.evaluate("JSON.stringify({...localStorage})"))
        assert {name: kept[name] for name in others} == others


def test_a_guide_says_how_far_its_reader_is(visitor: Visitor) -> None:
    """On the guide, the phase, the checklist and behind the reader's role; at once, and without a jump."""
    page = visitor.open(GUIDE)
    expect(page.locator(".fw-next__label")).to_have_text("Start here")
    expect(page.locator(".fw-meter__text")).to_contain_text("0 of ")
    page.goto(visitor.address + WELCOME)
    box(page, "enterprise/welcome-email/_done").check()
    row = page.locator('[data-fw-step="enterprise/welcome-email"]')
    expect(row.locator(".fw-step__status")).to_have_text("Done")
    expect(page.locator("p[role=status].fw-hidden")).to_contain_text(
        "Read the welcome email: 1 of 1."
    )
    for item in ("invitation", "owner"):
        row = page.locator('[data-fw-step="enterprise/first-sign-in"]')
        row.evaluate("row => { row.open = true }")
        box(page, f"enterprise/first-sign-in/{item}").check()
    expect(row.locator(".fw-step__status")).to_have_text("In progress")
    expect(page.locator(".fw-steps__bar > p")).to_contain_text("1 of 4 steps done")

    page.add_init_script(SHIFTS)
    page.goto(visitor.address + PLAN)
    expect(page.locator(".fw-step[open]")).to_have_attribute(
        "data-fw-step", "enterprise/first-sign-in"
    )
    expect(page.locator('.fw-step[aria-current="step"]')).to_have_count(1)
    expect(page.locator('.fw-rail [aria-current="step"]')).to_have_count(1)
    for path in (GUIDE, CHECKLIST):
        page.goto(visitor.address + path)
        text = page.locator(".fw-meter__text")
        expect(text).to_contain_text("1 of 38 steps done Next: Sign in for the first time")
        assert page.evaluate("shifts") == 0
    page.goto(visitor.address + GUIDE)
    expect(page.locator(".fw-next__title")).to_have_text("Sign in for the first time")
    expect(page.locator(".fw-next .fw-button")).to_contain_text("Carry on")
    expect(page.locator(".fw-task__status")).to_have_text(
        ["In progress", *["Cannot start yet"] * 4]
    )
    page.locator(".fw-next .fw-button").click()
    expect(page).to_have_url(f"{visitor.address}{PLAN}#first-sign-in")


DONE = """
(at) => {
  const keys = fwGuide.phases.flatMap(({steps}) => steps.flatMap(({boxes}) => boxes.flatMap(([key, more]) => more ? [] : [key])));
  for (const scope of ["enterprise", "shared"]) {
    const own = keys.filter(key => key.startsWith("enterprise/") === (scope === "enterprise"));
    const entries = Object.fromEntries(own.map(key => [key, ["1", at]]));
    localStorage.setItem(`firstwin:/:${scope}`, JSON.stringify({version: 1, entries}));
  }
}
"""


def test_what_is_done_is_a_badge_and_all_of_it_a_certificate(visitor: Visitor) -> None:
    page = visitor.open(GUIDE)
    expect(page.locator(".fw-badge")).to_have_count(0)
    page.evaluate(DONE, datetime(2026, 5, 3, 12, tzinfo=UTC).timestamp() * 1000)
    page.add_init_script("window.print = () => { window.printed = true }")
    page.reload()
    expect(page.locator(".fw-badge").first).to_have_text("Plan together 3 May 2026")
    expect(page.locator(".fw-badge")).to_have_count(5)
    expect(page.locator(".fw-task__count").first).to_have_text("4 of 4 steps done, in 1 day")
    page.get_by_role("button", name="Print your certificate").click()
    certificate = page.locator(".fw-certificate")
    expect(certificate).to_have_text(
        re.compile("Certificate.*guide Admin of Enterprise.3 May 2026")
    )
    assert page.evaluate("printed")
    page.emulate_media(media="print")
    expect(certificate).to_be_visible()
    expect(page.locator(".fw-main")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(certificate).to_have_count(0)


def test_home_leads_back_to_where_a_reader_stopped(visitor: Visitor) -> None:
    page = visitor.open(WELCOME, 320)
    box(page, "enterprise/welcome-email/_done").check()
    page.add_init_script(SHIFTS)
    page.goto(visitor.address)
    card = page.locator(".fw-resume")
    expect(card).to_contain_text("Admin, Enterprise: 1 of 38 steps done")
    assert page.evaluate("shifts") == 0
    card.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/enterprise/admin/plan/#"))


def test_answers_take_away_what_does_not_apply_and_bring_it_back(visitor: Visitor) -> None:
    page = visitor.open(GUIDE)
    answer = page.get_by_role("group", name="Does data come over from another tool?")
    answer.get_by_label("No", exact=True).check()
    counted = page.locator(".fw-meter__text")
    expect(counted).not_to_contain_text(" of 38 steps")
    page.goto(visitor.address + CHECKLIST)
    line = box(page, "enterprise/prerequisites/migration-data")
    expect(line).to_be_hidden()
    page.locator(".fw-away button").click()
    expect(line).to_be_visible()
    page.goto(visitor.address + PHASE)
    left_out = page.locator("[data-fw-step][data-fw-away]").first
    expect(left_out).to_be_hidden()
    page.locator(".fw-away button").click()
    expect(left_out).to_be_visible()
    page.goto(visitor.address + GUIDE)
    answer.get_by_label("I do not know yet").check()
    expect(counted).to_contain_text(" of 38 steps")
    expect(page.locator(".fw-away")).to_be_hidden()


def test_a_step_asks_its_question_once_on_screens_and_on_paper(visitor: Visitor) -> None:
    page = visitor.open(PHASE + "#import-from-csv", 320)
    step = page.locator("[data-fw-step='enterprise/import-from-csv']")
    question = step.get_by_text("Does data come over from another tool?")
    expect(step.get_by_text("Only if data comes over.")).to_be_visible()
    expect(question.filter(visible=True)).to_have_count(1)
    page.emulate_media(media="print")
    expect(question.filter(visible=True)).to_have_count(1)


def test_a_guide_tells_what_has_changed_since_the_last_visit(visitor: Visitor) -> None:
    page = visitor.open(GUIDE)
    note = "JSON.parse(localStorage['firstwin:/:enterprise'])"
    version, _, gone, *names = page.evaluate(f"{note}.entries['enterprise/admin/_seen'][0]").split()
    old = f"other 2026-05-03 {' '.join(names)} zzzz yyyy"
    page.evaluate(
        "old => localStorage.setItem('firstwin:/:enterprise', JSON.stringify("
        "{version: 1, entries: {'enterprise/admin/_seen': [old, 1]}}))",
        old,
    )
    assert version != "other"
    assert gone
    page.goto(visitor.address + PLAN)
    expect(page.locator(".fw-step .fw-tag", has_text="New")).to_have_count(1)
    page.goto(visitor.address + GUIDE)
    expect(page.locator(".fw-changes p")).to_have_text(
        ["1 step is new since 3 May 2026.", "2 steps were removed since 3 May 2026."]
    )
    page.reload()
    expect(page.locator(".fw-changes")).to_have_count(0)


def test_a_reader_says_what_they_wait_for_and_may_begin_anew(visitor: Visitor) -> None:
    page = visitor.open(PLAN)
    row = page.locator('[data-fw-step="enterprise/first-sign-in"]')
    row.get_by_text("Something is in the way?").click()
    row.get_by_label("I am waiting for").fill("Ada <b>")
    row.get_by_label("I am waiting for").blur()
    expect(row.locator(".fw-step__status")).to_have_text("Waiting for Ada <b>")
    page.goto(visitor.address + GUIDE)
    expect(page.locator(".fw-task__state", has_text="Waiting for Ada <b>")).to_have_count(1)
    begin = page.get_by_role("button", name="Begin this guide anew")
    begin.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # what a notice asks takes the focus
    expect(page.locator(".fw-task__state", has_text="Waiting")).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".fw-task__state", has_text="Waiting")).to_have_count(1)
    expect(begin).to_be_focused()


def test_a_checklist_shows_what_its_reader_asks_for(visitor: Visitor) -> None:
    page = visitor.open(CHECKLIST)
    steps = page.locator(".fw-sheet__step:visible")
    every = steps.count()
    key = first_key(page)
    box(page, key).check()
    show = page.get_by_role("group", name="Show")
    show.get_by_label("Not done").check()
    expect(steps).to_have_count(every - 1)
    show.get_by_label("Mine").check()
    expect(steps).not_to_have_count(every)
    expect(show.get_by_label("This week")).to_be_hidden()
    page.evaluate(
        "localStorage.setItem('firstwin:/:enterprise', JSON.stringify({version: 1, entries: "
        "{'enterprise/_start': [new Date().toISOString().slice(0, 10), 1]}}))"
    )
    page.reload()
    show.get_by_label("This week").check()
    expect(page.locator(".fw-sheet__by:visible", has_text="day 10")).to_have_count(0)
    assert 0 < steps.count() < every
