"""Dates and calendars, as a reader has them: set once, shown everywhere, and moved only when they say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.browser import Visitor
from tests.built.building import Site

from firstwin.calendars import CalendarRequest, calendar
from firstwin.dates import START
from firstwin.loading import load

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("dates")]

GUIDE = "enterprise/admin/"
PLAN = "enterprise/"
CHECKLIST = "enterprise/admin/checklist/"
PHASE = "enterprise/admin/plan/"
DAYS = "enterprise/admin/timeline/"
WHOLE_PLAN = "enterprise/admin/whole-plan/"
PAGES = (GUIDE, PLAN, WHOLE_PLAN, CHECKLIST, PHASE, DAYS)
OF_DAYS = "[data-fw-days], .fw-next__note, .fw-win__by, .fw-pager__card--next > :nth-child(3)"
"""What says a day of the plan, each by itself."""
ZONE = "Pacific/Kiritimati"
NOW = datetime(2026, 11, 24, 12, 0, 30, tzinfo=UTC)
"""In that zone it is the 25th already, two hours after midnight."""


@pytest.fixture
def page(visitor: Visitor) -> Iterator[Page]:
    """The guide, two hours into the 25th of November."""
    first = visitor.open("", timezone_id=ZONE)
    page = first.context.new_page()
    visitor.watch(page)
    page.clock.set_fixed_time(NOW)
    page.goto(visitor.address + GUIDE)
    yield page
    page.evaluate("localStorage.clear()")
    page.close()


def set_date(page: Page, field: str, day: str) -> None:
    page.get_by_label(field).fill(day)


def day_of(page: Page, step: str) -> str:
    """What is said of the day of a step, the first time."""
    return page.locator(f'[data-fw-of="enterprise/{step}"]').first.inner_text()


def test_a_start_date_gives_every_page_its_dates(visitor: Visitor, page: Page) -> None:
    expect(page.locator("time.fw-when__date")).to_have_count(0)
    set_date(page, "Start date", "2026-11-16")
    expect(page.locator("#page_day-1")).to_have_text("Day 1 is Monday, 16 November 2026.")
    for path in PAGES:
        page.goto(visitor.address + path)
        expect(page.locator("time.fw-when__date").first).to_be_attached()
        assert page.locator(OF_DAYS).filter(has_not=page.locator("time")).count() == 0
    page.goto(visitor.address + "smb/")
    expect(page.locator("time.fw-when__date")).to_have_count(0)


def test_the_picture_shows_today_and_what_is_late_and_the_rest_can_be_planned_later(
    visitor: Visitor, page: Page
) -> None:
    set_date(page, "Start date", "2026-11-16")
    behind = page.locator(".fw-dates__behind")
    expect(behind).to_contain_text("You are 9 days behind.")
    page.clock.set_fixed_time(NOW + timedelta(days=7))
    page.reload()
    expect(page.locator(".fw-nudge")).to_contain_text(
        "“Gather what the setup needs” is 7 days late."
    )
    play = page.locator(".fw-nudge").get_by_role("link", name="Move a date in good time")
    expect(play).to_have_attribute("href", re.compile("/enterprise/admin/plays/#date-slips$"))
    page.clock.set_fixed_time(NOW)
    page.goto(f"{visitor.address}{GUIDE}whole-plan/")
    expect(page.locator(".fw-timeline__today")).to_have_class(re.compile("fw-from-10$"))
    said = page.locator(".fw-timeline__said")
    expect(said).to_have_text("Today is day 10. “Plan together” is 9 days late.")
    page.goto(visitor.address + GUIDE)
    behind.get_by_role("button", name="Plan the rest later").click()
    expect(page.locator(".fw-dates__change")).to_contain_text("Tell the others before you move")
    page.get_by_role("button", name="Move the dates").click()
    expect(page.get_by_label("Start date")).to_have_value("2026-11-25")
    expect(behind).to_be_hidden()
    page.goto(f"{visitor.address}{GUIDE}whole-plan/")
    expect(said).to_have_text("Today is day 1.")


def test_deadlines_are_late_due_or_to_come_in_words(visitor: Visitor, page: Page) -> None:
    set_date(page, "Start date", "2026-11-16")
    page.goto(visitor.address + DAYS)
    assert day_of(page, "welcome-email").split("\n") == ["Mon, 16 Nov", "Day 1", "9 days late"]
    assert day_of(page, "prerequisites").split("\n") == ["Wed, 25 Nov", "Day 10", "today"]
    assert day_of(page, "change-impact") == "Mon, 30 Nov until day 14, Champion"


def test_a_deadline_on_a_holiday_moves_to_the_next_working_day(page: Page) -> None:
    set_date(page, "Start date", "2026-11-17")  # day 10 is Thanksgiving
    held = page.locator('[data-fw-of="enterprise/prerequisites"] time').first
    expect(held).to_have_attribute("datetime", "2026-11-27")
    page.get_by_label("Holidays of").select_option(label="Germany")
    expect(page.locator(".fw-dates__said")).to_contain_text("open deadlines move")
    page.get_by_role("button", name="Move the dates").click()
    expect(held).to_have_attribute("datetime", "2026-11-26")


def test_what_a_change_moves_is_said_before_it_is_made(page: Page) -> None:
    set_date(page, "Start date", "2026-11-16")
    set_date(page, "Go live", "2027-01-04")
    said = page.locator(".fw-dates__said")
    expect(said).to_contain_text("open deadline")
    page.get_by_role("button", name="Move the dates").click()
    live = page.locator('[data-fw-from="go-live"] time').first
    before = live.get_attribute("datetime")
    welcome = page.locator('[data-fw-of="enterprise/welcome-email"] time').first
    set_date(page, "Start date", "2026-11-23")
    expect(said).to_contain_text(
        "the first of them from Monday, 16 November 2026 to Monday, 23 November 2026."
    )
    expect(said).to_contain_text("where")  # those that count from go-live
    expect(page.locator(".fw-dates__change")).to_contain_text("Success manager")
    expect(welcome).to_have_attribute("datetime", "2026-11-16")
    page.get_by_role("button", name="Leave them as they are").click()
    expect(page.get_by_label("Start date")).to_have_value("2026-11-16")
    set_date(page, "Start date", "2026-11-23")
    page.get_by_role("button", name="Move the dates").click()
    expect(welcome).to_have_attribute("datetime", "2026-11-23")
    assert live.get_attribute("datetime") == before


def test_all_that_was_asked_is_moved_at_once(page: Page) -> None:
    set_date(page, "Start date", "2026-11-16")
    set_date(page, "Start date", "2026-11-23")
    page.get_by_label("Holidays of").select_option(label="Germany")
    page.get_by_role("button", name="Move the dates").click()
    expect(page.get_by_label("Start date")).to_have_value("2026-11-23")
    expect(page.get_by_label("Start date")).to_be_focused()
    expect(page.get_by_label("Holidays of")).to_have_value("DE")


@pytest.mark.parametrize("country", ["", "DE"])
def test_the_calendar_of_a_page_is_that_of_the_command(
    reference: Site, page: Page, country: str
) -> None:
    set_date(page, "Start date", "2026-11-16")
    if country:
        page.get_by_label("Holidays of").select_option(country)
        page.get_by_role("button", name="Move the dates").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Add to calendar").first.click()
    assert saved.value.suggested_filename == "enterprise-admin.ics"
    catalog = load(reference.project / "site_config.yml").catalog
    assert catalog
    wanted = CalendarRequest("enterprise", "admin", {START: date(2026, 11, 16)}, country)
    assert saved.value.path().read_bytes() == calendar(catalog, wanted, NOW)


def test_one_step_is_a_calendar_too(visitor: Visitor, page: Page) -> None:
    set_date(page, "Start date", "2026-11-16")
    page.goto(visitor.address + PHASE)
    with page.expect_download() as saved:
        page.locator('[data-fw-calendar="enterprise/prerequisites"]').dispatch_event("click")
    file = saved.value.path().read_text("utf-8")
    assert file.count("BEGIN:VEVENT") == 1
    assert "UID:enterprise/prerequisites@" in file


def test_paper_has_the_dates_and_no_fields(visitor: Visitor, page: Page) -> None:
    set_date(page, "Start date", "2026-11-16")
    page.goto(visitor.address + CHECKLIST)
    page.emulate_media(media="print")
    expect(page.get_by_label("Start date")).to_be_hidden()
    expect(page.locator("#page_day-1")).to_be_visible()
    expect(page.locator("time.fw-when__date").first).to_be_visible()
    expect(page.locator(".fw-when__state").first).to_be_hidden()


def test_paper_asks_for_no_date_that_is_known(visitor: Visitor, page: Page) -> None:
    page.goto(visitor.address + CHECKLIST)
    page.emulate_media(media="print")
    line = page.locator(".fw-sheet__blanks > li", has_text="Day 1 is")
    expect(line).to_be_visible()
    expect(page.locator(".fw-dates")).to_be_hidden()
    page.emulate_media(media="screen")
    set_date(page, "Start date", "2026-11-16")
    page.emulate_media(media="print")
    expect(line).to_be_hidden()
    expect(page.locator("#page_day-1")).to_have_text("Day 1 is Monday, 16 November 2026.")


def test_without_scripts_days_are_days_and_nothing_asks_for_a_date(visitor: Visitor) -> None:
    page = visitor.open(GUIDE, java_script_enabled=False)
    assert not page.locator(".fw-dates").is_visible()
    assert page.locator("[data-fw-days]").first.inner_text() == "Days 1–115"
