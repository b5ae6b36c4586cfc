"""What readers do with a guide from one day to the next, and two of them on one machine."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect
from tests.browser import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("memory")]

REQUIRED = """number => fwGuide.phases[number].steps.flatMap(({optional, boxes}) =>
  optional ? [] : boxes.flatMap(([key, more]) => more ? [] : [key]))"""


def new_window(visitor: Visitor) -> Page:
    """A window with a clock of its own."""
    page = visitor.open("", locale="en-IE").context.new_page()
    visitor.watch(page)
    return page


def tick(page: Page, key: str) -> None:
    page.locator(f'[data-fw-item="{key}"]').first.check()


def test_an_owner_of_a_small_firm_comes_to_first_value_over_three_days(visitor: Visitor) -> None:
    page = new_window(visitor)
    page.clock.set_fixed_time(datetime(2026, 11, 16, 9, tzinfo=UTC))
    page.goto(f"{visitor.address}smb/owner/")
    expect(page.locator(".fw-next__label")).to_have_text("Start here")
    page.get_by_label("Start date").fill("2026-11-16")
    begins = ("sign-up", "five-tasks", "make-a-template")
    for number, (day, done) in enumerate([(16, "4 of"), (18, "6 of"), (20, "10 of")]):
        page.clock.set_fixed_time(datetime(2026, 11, day, 9, tzinfo=UTC))
        if number:
            page.goto(visitor.address)
            page.locator(".fw-resume a").first.click()
            expect(page).to_have_url(re.compile(f"#{begins[number]}$"))
        page.goto(f"{visitor.address}smb/owner/checklist/")
        for key in page.evaluate(REQUIRED, number):
            tick(page, key)
        expect(page.locator(".fw-notice")).to_contain_text("Milestone reached")
        expect(page.locator(".fw-meter__text")).to_contain_text(done)
    expect(page.locator('[data-fw-of="smb/work-together"]').first).not_to_contain_text("late")
    page.goto(f"{visitor.address}smb/owner/")
    expect(page.locator(".fw-badges li")).to_have_count(3)
    page.close()


def test_an_admin_and_a_sponsor_share_a_machine_and_each_has_a_guide(visitor: Visitor) -> None:
    """One plan, one start date, one tick for a line of both; and each has a count of their own."""
    admin, sponsor = (
        f"{visitor.address}enterprise/{who}/" for who in ("admin", "executive-sponsor")
    )
    page = visitor.open("enterprise/admin/")
    page.get_by_label("Start date").fill("2026-11-16")
    page.goto(f"{admin}checklist/")
    both = "enterprise/welcome-email/_done"
    for key in {both, *page.evaluate(REQUIRED, 0)}:
        tick(page, key)
    said = page.locator(".fw-meter__text").inner_text()
    page.goto(f"{sponsor}checklist/")
    expect(page.locator(".fw-meter__text")).to_contain_text("1 of 11")
    expect(page.get_by_label("Start date")).to_have_value("2026-11-16")
    for key in page.evaluate(REQUIRED, 0):
        tick(page, key)
    expect(page.locator(".fw-meter__text")).not_to_contain_text("1 of 11")
    page.goto(f"{admin}checklist/")
    expect(page.locator(".fw-meter__text")).to_have_text(said.replace("\n", " "))
    page.goto(visitor.address)
    expect(page.locator(".fw-resume")).to_have_count(2)


def test_answers_hide_what_does_not_apply_on_every_page_and_say_so_on_paper(
    visitor: Visitor,
) -> None:
    page = visitor.open("enterprise/technical-lead/")
    counted = page.locator(".fw-meter__text")
    before = counted.inner_text()
    page.get_by_role("group", name="Do you bring data from another tool?").get_by_label(
        "No", exact=True
    ).check()
    expect(counted).not_to_have_text(before)
    after = counted.inner_text()
    hidden = page.evaluate(
        "fwGuide.phases.flatMap(({steps}) => steps).filter(({only}) => only?.includes('data-migration')).map(({key}) => key)"
    )
    assert hidden
    page.goto(f"{visitor.address}enterprise/technical-lead/checklist/")
    expect(counted).to_have_text(after.replace("\n", " "))
    page.emulate_media(media="print")
    for key in hidden:
        for line in page.locator(f'[data-fw-item^="{key}/"]').all():
            expect(line).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto(f"{visitor.address}enterprise/admin/")
    asked = page.get_by_role("group", name="Do you bring data from another tool?")
    expect(asked.get_by_label("No", exact=True)).to_be_checked()


def test_a_checklist_on_paper_has_ticks_and_dates_and_nothing_to_click(visitor: Visitor) -> None:
    page = new_window(visitor)
    page.clock.set_fixed_time(datetime(2026, 11, 18, 9, tzinfo=UTC))
    page.goto(f"{visitor.address}smb/owner/checklist/")
    page.get_by_label("Start date").fill("2026-11-16")
    for key in page.evaluate(REQUIRED, 0):
        tick(page, key)
    page.emulate_media(media="print")
    paper = page.locator("main").inner_text()
    assert "16 Nov" in paper
    expect(page.locator("[data-fw-item]:checked:visible")).to_have_count(
        len(page.evaluate(REQUIRED, 0))
    )
    for kind in ("nav", "button", "input[type=date]", "input[type=search]", "select"):
        assert page.locator(f"{kind}:visible").count() == 0, kind
    page.close()
