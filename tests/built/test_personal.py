"""A personal link: its reader is greeted, their contacts are named, and whatever else stands behind `#` harms nobody."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Page, expect
from tests.browser import Visitor, violations
from tests.link.fragments import packed

from firstwin.link import fragment_of, pack, read_progress, unpack

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("memory")]

GUIDE = "enterprise/admin/"
SAID = {
    "to": "Ana <b>Ruiz</b>",
    "customer": "Harbour & <i>Sons</i>",
    "tier": "enterprise",
    "persona": "admin",
    "start": "2026-11-02",
    "contacts": {
        "success-manager": {"name": "Maria <u>Lo</u>", "url": "mailto:maria@cairn.example"},
        "no-such-contact": {"name": "Nobody"},
    },
    "answers": {"data-migration": "yes"},
    "targets": ["<img src=x onerror=alert(1)>", "Two"],
    "notes": ["javascript:alert(1)"],
}


def link(**changes: object) -> str:
    return f"{GUIDE}#{pack({'personal': {**SAID, **changes}})}"


def stored(page: Page) -> dict[str, str]:
    """Everything that is kept of what the reader did and was told, but for what the page was when they saw it."""
    found = page.evaluate("Object.values({...localStorage})")
    entries = [json.loads(text)["entries"] for text in found if text.startswith('{"version"')]
    return {
        key: entry[0]
        for each in entries
        for key, entry in each.items()
        if entry[0] and not key.endswith("/_seen")
    }


def test_a_phone_with_a_personal_link(visitor: Visitor, axe: str) -> None:
    page = visitor.open(link(), width=320)
    personal = page.locator(".fw-personal")
    expect(personal.get_by_role("heading", level=2)).to_have_text("Hello, Ana <b>Ruiz</b>")
    assert page.url == visitor.address + GUIDE
    assert personal.locator("li").all_inner_texts() == [
        *("<img src=x onerror=alert(1)>", "Two", "javascript:alert(1)"),
    ]
    name = page.locator(".fw-contacts__name a")
    assert [(each.inner_text(), each.get_attribute("href")) for each in name.all()] == [
        ("Maria <u>Lo</u>", "mailto:maria@cairn.example")
    ]
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.go_back()
    page.go_forward()
    assert page.url == visitor.address + GUIDE

    page.reload()
    expect(personal).to_contain_text("Harbour & <i>Sons</i>")
    kept = stored(page)
    assert (kept["enterprise/_start"], kept["answers/data-migration"]) == ("2026-11-02", "yes")

    with page.expect_download() as saving:
        page.get_by_role("button", name="Add to calendar").first.click()
    ids = re.findall(r"^UID:[a-z0-9/-]+/([0-9a-f]{16})?@", _text(saving.value), re.MULTILINE)
    assert len(set(ids)) == 1

    _undo(page)
    expect(page.locator(".fw-contacts__name")).to_have_count(0)
    assert stored(page) == {}


def _text(saved: Download) -> str:
    """A file that was saved, its long lines in one."""
    return saved.path().read_text("utf-8").replace("\n ", "")


def test_what_its_reader_has_set_stays_until_they_say_otherwise(visitor: Visitor) -> None:
    page = visitor.open(link(start="2026-12-01"))
    page.locator(".fw-personal").wait_for()
    page.evaluate("location.hash = ''")
    _set_start(page, "2026-12-24")
    page.goto(visitor.address + link())
    notice = page.locator(".fw-notice")
    expect(notice).to_contain_text("day 1 is 2 November 2026. You had set 24 December 2026.")
    assert stored(page)["enterprise/_start"] == "2026-12-24"
    notice.get_by_role("button", name="Take what the link says").click()
    assert stored(page)["enterprise/_start"] == "2026-11-02"
    _undo(page)
    assert stored(page) == {"enterprise/_start": "2026-12-24"}


def _undo(page: Page) -> None:
    """Take back what a link has added. The script that does it is loaded first."""
    page.get_by_role("button", name="Undo it").click()
    expect(page.locator(".fw-personal")).to_have_count(0)


def _set_start(page: Page, day: str) -> None:
    """Set the start date as another page of the site would."""
    page.evaluate(
        """day => {
          const item = Object.keys(localStorage).find(name => name.endsWith(':enterprise'));
          const kept = JSON.parse(localStorage.getItem(item));
          kept.entries['enterprise/_start'] = [day, Date.now() + 1];
          localStorage.setItem(item, JSON.stringify(kept));
        }""",
        day,
    )


HOSTILE = {
    "cut": "fw=LY8xT8NQ",
    "newer": "fw=e30.2z",
    "a megabyte": f"fw={'A' * 1_000_000}.1z",
    "a bomb": packed(b"0" * 50_000_000, "z"),
    "bad encoding": "fw=%E0%A4%A.1z",
    "no JSON": packed(b"{", "z"),
    "prototypes": packed(
        b'{"__proto__": {"personal": {"to": "A"}}, "personal": {"__proto__": {}}}', "z"
    ),
    "wrong types": packed(json.dumps({"personal": {**SAID, "notes": {"length": 9}}}).encode(), "z"),
    "another scheme": packed(
        json.dumps(
            {"personal": {**SAID, "contacts": {"a": {"name": "A", "url": "javascript:alert(1)"}}}}
        ).encode(),
        "z",
    ),
    "another plan": packed(json.dumps({"personal": {**SAID, "tier": "nowhere"}}).encode(), "z"),
}


@pytest.mark.parametrize("way", HOSTILE)
def test_what_is_no_link_of_ours_is_said_and_does_nothing(visitor: Visitor, way: str) -> None:
    page = visitor.open(f"{GUIDE}#{HOSTILE[way]}")
    expect(page.locator(".fw-notice")).to_contain_text(
        "Your link cannot be read" if way != "cut" else "missing"
    )
    expect(page.locator(".fw-personal")).to_have_count(0)
    assert page.url == visitor.address + GUIDE
    assert stored(page) == {}


def test_paper_has_the_name_that_a_link_has_said(visitor: Visitor) -> None:
    page = visitor.open(link())
    page.locator(".fw-personal").wait_for()
    page.goto(f"{visitor.address}{GUIDE}checklist/")
    page.emulate_media(media="print")
    blank = page.locator(".fw-sheet__blanks > li").first
    shown = blank.evaluate("blank => getComputedStyle(blank, '::after').content")
    assert "Ana <b>Ruiz</b>" in shown.replace("\\", "")
    page.emulate_media(media="screen")
    page.goto(f"{visitor.address}{GUIDE}")
    _undo(page)
    page.goto(f"{visitor.address}{GUIDE}checklist/")
    assert not blank.get_attribute("data-fw-name")


SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""


def test_nothing_jumps_when_a_link_is_opened_or_when_one_comes_back(visitor: Visitor) -> None:
    page = visitor.open(link())
    page.locator(".fw-personal").wait_for()
    assert page.evaluate(SHIFTS) == 0
    page.reload()
    assert page.evaluate(SHIFTS) == 0


def test_an_ordinary_anchor_leads_where_it_did(visitor: Visitor) -> None:
    page = visitor.open(f"{GUIDE}#page_phases")
    expect(page.locator("#page_phases")).to_be_in_viewport()
    assert page.url.endswith("#page_phases")
    assert not page.evaluate("'fwOpenLink' in window")


def test_no_server_learns_what_a_link_says(visitor: Visitor) -> None:
    page = visitor.open()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers}"))
    page.goto(visitor.address + link())
    page.locator(".fw-personal").wait_for()
    page.get_by_role("link", name=re.compile("Checklist")).first.click()
    page.wait_for_url("**/checklist/")
    assert [each for each in asked if "fw=" in each or "Ruiz" in each] == []
    assert len(asked) > 3
    assert any("referer" in each for each in asked)
    (kept,) = page.evaluate(
        "() => Object.keys(localStorage).filter(key => localStorage[key].includes('Ruiz'))"
    )
    assert kept.endswith("enterprise"), "what one plan is told, no other one is"


def test_progress_is_carried_to_a_second_browser_and_merged(
    browser: Browser, visitor: Visitor, axe: str, tmp_path: Path
) -> None:
    page = visitor.open(f"{GUIDE}checklist/")
    keys = page.locator("[data-fw-item]").evaluate_all(
        "boxes => boxes.slice(0, 2).map(box => box.dataset.fwItem)"
    )
    for key in keys:
        page.locator(f'[data-fw-item="{key}"]').first.check()
    page.goto(visitor.address + GUIDE)
    carry = page.locator(".fw-carry")
    with page.expect_download() as saving:
        carry.get_by_role("button", name="Save a copy").click()
    saving.value.save_as(tmp_path / "copy.json")
    copy = json.loads((tmp_path / "copy.json").read_text("utf-8"))
    assert sorted(copy["progress"]["entries"]) == sorted(keys)
    with page.expect_download() as saving:
        carry.get_by_role("button", name="Save as a document").click()
    saving.value.save_as(tmp_path / "guide.md")
    text = (tmp_path / "guide.md").read_text("utf-8")
    assert text.startswith("# Enterprise: Admin\n\n")
    assert "\n- [x] Read the welcome email (" in text

    other = browser.new_context().new_page()
    visitor.watch(other)
    other.goto(f"{visitor.address}{GUIDE}#{pack(copy)}")
    shown = other.locator(".fw-copy")
    expect(shown.get_by_role("heading")).to_be_focused()
    expect(shown.locator("tbody tr")).not_to_have_count(0)
    step = shown.locator(".fw-copy__step").filter(has_text="Read the welcome email")
    expect(step.locator("th, td")).to_have_text(["Read the welcome email", "Done", "Not started"])
    assert other.url == visitor.address + GUIDE
    assert stored(other) == {}
    assert violations(other, axe) == []
    shown.get_by_role("button", name="Merge it into mine").click()
    expect(other.locator(".fw-notice")).to_contain_text("2 entries of the copy were newer")
    assert stored(other) == stored(page)

    with other.expect_file_chooser() as choosing:
        other.get_by_role("button", name="Open a copy").click()
    choosing.value.set_files(tmp_path / "copy.json")
    expect(shown).to_contain_text("Nothing in it is newer than what you have.")
    (tmp_path / "other.json").write_text("[]", "utf-8")
    with other.expect_file_chooser() as choosing:
        other.get_by_role("button", name="Open a copy").click()
    choosing.value.set_files(tmp_path / "other.json")
    expect(other.locator(".fw-notice")).to_contain_text("This file holds no copy")
    other.context.close()


def test_a_copy_says_whom_a_step_waits_for(visitor: Visitor) -> None:
    waits = {"enterprise/first-sign-in/_status": ["waiting: Ada", 1]}
    page = visitor.open(f"{GUIDE}#{pack({'progress': {'version': 1, 'entries': waits}})}")
    step = page.locator(".fw-copy__step")
    expect(step.locator("th, td")).to_have_text(
        ["Sign in for the first time", "Waiting for Ada", "Not started"]
    )
    page.get_by_role("button", name="Close the copy").click()


def test_a_link_to_oneself_is_copied(visitor: Visitor) -> None:
    page = visitor.open(f"{GUIDE}checklist/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-fw-item]:visible").first.check()
    page.goto(visitor.address + GUIDE)
    page.get_by_role("button", name="Copy a link to it").click()
    expect(page.locator(".fw-notice")).to_contain_text("The link is copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{visitor.address}{GUIDE}#fw=")
    assert read_progress(unpack(fragment_of(link))).entries.keys() == stored(page).keys()
