"""Worksheets and the value log: reckoned while one types, kept, and there without any script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import served
from tests.theme.gallery import PAGE

pytestmark = pytest.mark.browser

LISTEN = """
window.heard = [];
for (const name of ["worksheet-done", "win-logged"]) {
  document.addEventListener(`firstwin:${name}`, ({ type, detail }) => window.heard.push([type, detail.key]));
}
"""


def run_scripts(page: Page) -> None:
    """Run what every page of a site runs, and what it loads; the example page stands without it."""
    page.add_script_tag(url="../assets/firstwin.js")
    page.locator(".fw-value-log [data-fw-row]").first.wait_for()


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with served(site) as address:
        shown = browser.new_page(locale="de-DE")
        shown.goto(f"{address}{PAGE}/")
        run_scripts(shown)
        yield shown
        shown.close()


def test_a_worksheet_is_reckoned_while_it_is_filled_in(page: Page) -> None:
    page.evaluate(LISTEN)
    sheet = page.locator("[data-fw-worksheet=net-promoter-score]")
    sheet.locator("summary").click()
    output, note = sheet.locator("output"), sheet.get_by_role("status").last
    expect(note).to_have_text("")

    sheet.get_by_label("Answers of 9 or 10").fill("61.5")
    expect(note).to_have_text("Still to fill in: Answers of 7 or 8 and Answers of 0 to 6")
    sheet.get_by_label("Answers of 7 or 8").fill("25")
    sheet.get_by_label("Answers of 0 to 6").fill("-1")
    expect(note).to_have_text("Less than 0: Answers of 0 to 6")
    expect(sheet.get_by_label("Answers of 0 to 6")).to_have_attribute("aria-invalid", "true")
    sheet.get_by_label("Answers of 0 to 6").fill("16.5")

    expect(output).to_have_text("44")
    expect(note).to_have_text("")
    sheet.get_by_label("Answers of 0 to 6").blur()
    assert page.evaluate("heard") == [["firstwin:worksheet-done", "_metrics/promoter-score"]]
    page.reload()
    run_scripts(page)
    expect(output).to_have_text("44")


def test_a_win_is_kept_and_there_is_always_one_more_row(page: Page) -> None:
    page.evaluate(LISTEN)
    log = page.locator(".fw-value-log").first
    rows = log.get_by_role("group")
    expect(rows).to_have_count(5)

    for row, date, what in [(5, "2026-04-02", "Second"), (1, "2026-03-11", "First")]:
        rows.nth(row - 1).get_by_label("Date").fill(date)
        rows.nth(row - 1).get_by_label("What was won").fill(what)
        rows.nth(row - 1).get_by_label("Number").fill("12")
        rows.nth(row - 1).get_by_label("Number").blur()

    expect(rows).to_have_count(6)
    expect(log.get_by_role("group", name="Win 6").get_by_label("What was won")).to_have_value("")
    assert [name for name, _ in page.evaluate("heard")] == ["firstwin:win-logged"] * 2
    page.reload()
    run_scripts(page)
    expect(rows).to_have_count(5)
    expect(rows.nth(0).get_by_label("What was won")).to_have_value("First")
    expect(rows.nth(1).get_by_label("Date")).to_have_value("2026-04-02")
    for label in ("Date", "What was won", "Number"):
        rows.nth(0).get_by_label(label).fill("")
    rows.nth(0).get_by_label("Number").blur()
    page.reload()
    run_scripts(page)
    expect(rows.nth(0).get_by_label("What was won")).to_have_value("Second")
