"""What readers do with a guide from one day to the next, two of them on one machine, and one whose guide is published anew."""

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import Visitor, served, unfold
from tests.built.building import Sites, copy_small

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
    win = page.locator(".fw-win")
    expect(win).to_contain_text("Your first quick win")
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
    expect(win).to_be_hidden()
    page.close()


def test_what_has_opened_no_longer_says_when_and_paper_says_nothing_of_what_waits(
    visitor: Visitor,
) -> None:
    page = new_window(visitor)
    page.goto(f"{visitor.address}smb/owner/")
    opens = page.locator(".fw-task__opens")
    expect(opens.first).to_have_text("Opens when “Start your first project” is complete.")
    expect(opens.first).to_be_visible()
    page.goto(f"{visitor.address}smb/owner/checklist/")
    for key in page.evaluate(REQUIRED, 0):
        tick(page, key)
    page.goto(f"{visitor.address}smb/owner/")
    expect(opens.first).to_be_hidden()
    expect(opens.nth(1)).to_be_visible()
    waiting = page.get_by_text("Cannot start yet").filter(visible=True)
    expect(waiting).not_to_have_count(0)
    page.emulate_media(media="print")
    expect(waiting).to_have_count(0)
    expect(page.get_by_text("Not started").filter(visible=True)).to_have_count(0)
    expect(page.locator(".fw-task__status .fw-is-done")).to_be_visible()
    page.emulate_media(media="screen")
    # What others complete, this guide cannot tell.
    page.goto(f"{visitor.address}enterprise/executive-sponsor/")
    others = page.locator(".fw-task.fw-is-open .fw-task__opens")
    expect(others).to_have_text([re.compile("Admin"), re.compile("Go live")])
    for each in others.all():
        expect(each).to_be_visible()
    page.close()


def test_escape_closes_a_notice_and_leaves_its_reader_where_they_are(visitor: Visitor) -> None:
    page = visitor.open("smb/owner/checklist/")
    keys = page.evaluate(REQUIRED, 0)
    for key in keys:
        tick(page, key)
    notice = page.locator(".fw-notice")
    expect(notice).to_contain_text("Milestone reached")
    page.keyboard.press("Escape")
    expect(notice).to_have_count(0)
    last = page.locator(f'[data-fw-item="{keys[-1]}"]').first
    expect(last).to_be_focused()
    last.uncheck()
    last.check()
    notice.get_by_role("button", name="Close").focus()
    page.keyboard.press("Escape")
    expect(notice).to_have_count(0)
    expect(last).to_be_focused()


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


def test_a_reader_who_does_not_begin_or_stays_away_is_led_to_what_helps(visitor: Visitor) -> None:
    page = new_window(visitor)
    page.clock.set_fixed_time(datetime(2026, 11, 16, 9, tzinfo=UTC))
    page.goto(f"{visitor.address}smb/owner/")
    page.get_by_label("Start date").fill("2026-11-16")
    nudge = page.locator(".fw-nudge")
    expect(nudge).to_have_count(0)
    page.clock.set_fixed_time(datetime(2026, 11, 18, 9, tzinfo=UTC))
    page.reload()
    expect(nudge).to_contain_text("Day 3 has come, and “Invite one colleague” is still open.")
    page.goto(f"{visitor.address}smb/owner/checklist/")
    tick(page, "smb/invite-one/invite")
    page.clock.set_fixed_time(datetime(2026, 11, 19, 9, tzinfo=UTC))
    page.goto(f"{visitor.address}smb/owner/")
    expect(nudge).to_have_count(0)
    page.goto(f"{visitor.address}smb/owner/checklist/")
    tick(page, page.evaluate(REQUIRED, 1)[0])
    page.clock.set_fixed_time(datetime(2026, 12, 3, 9, tzinfo=UTC))
    page.goto(f"{visitor.address}smb/owner/")
    expect(nudge).to_contain_text("You were here last on 19 November 2026.")
    nudge.get_by_role("link", name="Catch up after a break").click()
    expect(page).to_have_url(re.compile("/smb/owner/plays/#fall-behind$"))
    page.close()


def rebuilt(folder: Path) -> None:
    """The small project later: one step has another id and title, one has moved, one is gone, one is new, and a point has another id."""
    copy_small(folder)
    playbook = folder / "playbooks/team/playbook.yml"
    text = playbook.read_text("utf-8")
    begin, end = text.index("      - use: welcome-email"), text.index("      - id: kickoff-call")
    moved = text[begin:end]
    text = text[:begin] + text[end:]
    begin, end = text.index("      - id: import-data"), text.index("      - id: check-setup")
    text = text[:begin] + moved.replace("day: 1", "day: 7") + text[end:]
    for old, new in (
        ("- id: prerequisites\n", "- id: gather\n        was: prerequisites\n"),
        ("Gather what the setup needs", "Gather everything"),
        (
            "              api-key: Create",
            "              key: {text: Make it, was: api-key}\n              new-key: Create",
        ),
        (
            "test-report: The test report shows",
            "numbers: {was: test-report, text: The report shows",
        ),
        ("yesterday's numbers.", "yesterday's numbers.}"),
        ("      - id: go-live\n", NEW_STEP),
        ("needs:\n          - prerequisites", "needs:\n          - gather"),
    ):
        text = text.replace(old, new)
    admin = folder / "playbooks/team/admin.yml"
    admin.write_text(admin.read_text("utf-8").replace("  prerequisites:\n", "  gather:\n"), "utf-8")
    playbook.write_text(text + "  - import-data\n", "utf-8")


NEW_STEP = """\
      - id: invite
        title: Invite your people
        day: 15
        owner: admin
        done_when: All are invited.
      - id: go-live
"""


def test_what_was_ticked_is_carried_over_to_a_guide_that_is_published_anew(
    sites: Sites, browser: Browser, tmp_path: Path
) -> None:
    """As docs/operating.md tells hosts to serve it: browsers ask again each time."""
    folder = Path(shutil.copytree(sites.site("small").folder, tmp_path / "site"))
    for file in folder.rglob("*"):
        os.utime(file, (0, 0))  # a browser keeps what is that old, unless it is told otherwise
    with served(folder, {"Cache-Control": "no-cache"}) as address:
        visitor = Visitor(browser, address)
        page = new_window(visitor)
        page.clock.set_fixed_time(datetime(2026, 5, 3, 9, tzinfo=UTC))
        page.goto(f"{address}team/admin/checklist/")
        for key in ("team/prerequisites/api-key", "team/welcome-email/_done"):
            tick(page, key)
        page.get_by_label("The address of your workspace").fill("acme.example")
        page.goto(f"{address}team/admin/set-up/")
        unfold(page)
        for key in ("team/import-data/_done", "team/set-up/test-report"):
            tick(page, key)
        page.goto(f"{address}team/admin/")
        anew = sites.of("small-rebuilt", rebuilt, "customer", built="customer")
        shutil.rmtree(folder)
        shutil.copytree(anew.folder, folder)
        page.clock.set_fixed_time(datetime(2026, 6, 1, 9, tzinfo=UTC))
        page.reload()
        expect(page.locator(".fw-changes")).to_have_text(
            re.compile("1 step is new since 3 May 2026.*1 step was removed since 3 May 2026")
        )
        page.goto(f"{address}team/admin/plan/")
        expect(page.locator('[data-fw-item="team/gather/key"]')).to_be_checked()
        expect(page.locator('[data-fw-item="team/gather/new-key"]')).not_to_be_checked()
        expect(page.get_by_label("The address of your workspace")).to_have_value("acme.example")
        page.goto(f"{address}team/admin/set-up/")
        expect(page.locator('[data-fw-item="team/set-up/numbers"]')).to_be_checked()
        moved = page.locator('[data-fw-step="team/welcome-email"]')
        expect(moved.locator(".fw-step__status")).to_have_text("Done")
        expect(page.locator("[data-fw-item^='team/import-data']")).to_have_count(0)
        page.close()
        visitor.close()
    assert visitor.complaints == []


def test_answers_hide_what_does_not_apply_on_every_page_and_say_so_on_paper(
    visitor: Visitor,
) -> None:
    page = visitor.open("enterprise/technical-lead/")
    counted = page.locator(".fw-meter__text")
    before = counted.inner_text()
    page.get_by_role("group", name="Does data come over from another tool?").get_by_label(
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
    asked = page.get_by_role("group", name="Does data come over from another tool?")
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
    # What is only read out would take a sheet of its own where the last one is full.
    expect(page.locator("body > [role=status]")).to_be_hidden()
    page.close()
