"""Problems over the page, in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.files import lay
from tests.serve.running import FAULT, Start

from firstwin.serve import Attempt, Problem, SiteFolder

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

BROKEN = {"playbooks/enterprise/playbook.yml": "broken"}
HTML_IN_A_FILE = Problem("error", "<img src=x onerror=alert(1)>", source="<b>bold</b>", code="FW1")


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


@pytest.fixture
def page(browser_page: Page) -> Page:
    browser_page.goto("about:blank")
    return browser_page


def test_problems_lie_over_the_page_until_they_are_mended(
    start: Start, project: Path, site: Path, page: Page
) -> None:
    lay(site, {"index.html": "<body><h1>Home</h1><input id=name></body>"})
    running = start(Attempt(SiteFolder(site)))
    running.wait()
    page.goto(running.preview.url)
    page.locator("#name").focus()

    lay(project, BROKEN)
    running.attempts.put(Attempt(problems=(FAULT, HTML_IN_A_FILE)))
    panel = page.get_by_label("Problems")
    expect(panel).to_be_visible()

    expect(page.get_by_role("alert")).to_have_text(
        "2 problems. You see the last version without problems."
    )
    expect(panel).to_contain_text(FAULT.place)
    expect(panel).to_contain_text(FAULT.message)
    expect(panel).to_contain_text(FAULT.hint)
    expect(panel.locator("pre").first).to_have_text(FAULT.source)
    expect(panel).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.get_by_role("heading", name="Home")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "name"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    lay(project, {"playbooks/enterprise/playbook.yml": "mended"})
    running.attempts.put(Attempt())
    expect(panel).to_have_count(0)


def test_the_panel_can_be_put_away_with_the_keyboard(
    start: Start, project: Path, site: Path, page: Page
) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()
    page.goto(running.preview.url)
    lay(project, BROKEN)
    running.attempts.put(Attempt(problems=(FAULT,)))
    panel = page.get_by_label("Problems")

    expect(page.get_by_role("button", name="Hide")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    expect(panel).to_have_count(0)


def test_a_page_reloads_itself_when_the_site_changes(
    start: Start, project: Path, site: Path, page: Page
) -> None:
    running = start(Attempt(SiteFolder(site)))
    running.wait()
    page.goto(running.preview.url)

    lay(site, {"index.html": "<body><h1>Renamed</h1></body>"})
    lay(project, BROKEN)
    running.attempts.put(Attempt(SiteFolder(site)))

    expect(page.get_by_role("heading", name="Renamed")).to_be_visible()


def test_a_first_site_replaces_the_waiting_page(
    start: Start, project: Path, site: Path, page: Page
) -> None:
    running = start(Attempt(problems=(FAULT,)))
    running.wait()
    page.goto(running.preview.url)
    expect(page.get_by_role("alert")).to_have_text("1 problem.")

    lay(project, BROKEN)
    running.attempts.put(Attempt(SiteFolder(site)))

    expect(page.get_by_role("heading", name="Home")).to_be_visible()
