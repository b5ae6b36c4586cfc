"""A quiz answers at once, keeps what was answered, and lets one try again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser import served
from tests.theme.gallery import PAGE

pytestmark = pytest.mark.browser

LISTEN = """
window.heard = [];
document.addEventListener("firstwin:quiz-answered", ({ detail }) => window.heard.push(detail));
"""


def run_scripts(page: Page) -> None:
    """Run what every page of a site runs; the example page stands without it."""
    page.add_script_tag(url="../assets/firstwin.js")


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    with served(site) as address:
        shown = browser.new_page()
        shown.goto(f"{address}{PAGE}/")
        run_scripts(shown)
        yield shown
        shown.close()


def test_an_answer_is_told_whether_it_is_right_and_why(page: Page) -> None:
    page.evaluate(LISTEN)
    quiz = page.locator(".fw-quiz").first
    question = quiz.locator("fieldset").first
    verdict, again = (
        question.get_by_role("status"),
        question.get_by_role("button", name="Try again"),
    )
    expect(verdict).to_have_text("", use_inner_text=True)
    expect(again).to_be_hidden()

    question.get_by_label("Everyone").check()

    expect(verdict).to_have_text(
        "That is not right. Then nobody knows who is in.", use_inner_text=True
    )
    expect(quiz.locator(".fw-quiz__count")).to_have_text("0 of 2 right")
    again.click()
    expect(question.get_by_label("Everyone")).to_be_focused()
    expect(quiz.locator(":checked")).to_have_count(0)
    expect(quiz.locator(".fw-quiz__sum")).to_be_hidden()

    question.get_by_label("Owners").check()

    expect(verdict).to_have_text(
        "That is right. Fewer hands, fewer surprises.", use_inner_text=True
    )
    expect(again).to_be_hidden()
    key = "admin-basics/who-invites"
    assert page.evaluate("heard") == [
        {"key": key, "option": "everyone", "right": False},
        {"key": key, "option": "owners", "right": True},
    ]


def test_answers_are_kept_until_they_are_taken_back(page: Page) -> None:
    quiz = page.locator(".fw-quiz").first
    quiz.get_by_label("Owners").check()
    quiz.get_by_label("Thirty").check()

    page.reload()
    run_scripts(page)

    expect(quiz.get_by_label("Owners")).to_be_checked()
    expect(quiz.locator(".fw-quiz__said:visible")).to_have_text(
        ["That is right.", "That is not right."]
    )
    expect(quiz.locator(".fw-quiz__count")).to_have_text("1 of 2 right")
    quiz.get_by_role("button", name="Begin again").click()
    page.reload()
    run_scripts(page)
    expect(quiz.locator(":checked")).to_have_count(0)
