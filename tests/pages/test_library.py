"""Pages of the library: one for the whole site, at home in its only guide, neutral between several."""

from pathlib import Path

from tests.pages.small import page_at
from tests.resolve.small import small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.views import QuizView, TutorialView
from firstwin.words import words_in

SSO = {
    "playbooks/library/sso.yml": """
type: tutorial
title: Connect single sign-on
goal: Everyone signs in with one account.
actions:
  create: {do: Create it., image: images/create.png, alt: The page}
  enter: {title: Enter the address, do: Enter it.}
verify: Sign in.
""",
}


def tutorial(folder: Path, steps: str) -> Page:
    """The page of a tutorial that `steps` of a small plan use."""
    pages = lay_out(small_guides(folder, {**SSO, **with_steps(steps)}), words_in("en")).pages
    return next(page for page in pages if page.path == "tutorials/sso/index.md")


def test_a_page_used_in_one_guide_stands_in_it() -> None:
    page = page_at("tutorials/connect-sso/index.md")
    view = page.view
    assert isinstance(view, TutorialView)
    assert page.chrome.back
    assert (page.chrome.back.title, page.chrome.back.url) == (
        "Step 1 of “Set up Acme”",
        "../../team/admin/set-up/#connect-sso",
    )
    assert [link.title for link in page.chrome.trail] == ["Team", "Admin"]
    assert view.pager.previous
    assert view.pager.next
    assert (view.pager.previous.label, view.pager.next.label) == ("Back to step 1", "Next: step 2")
    assert view.pager.next.title == "Import your data"
    assert view.uses == ()


def test_a_page_used_in_several_guides_names_them_all(tmp_path: Path) -> None:
    page = tutorial(tmp_path, "- {use: sso, owner: admin, with: [sponsor], day: 2}")
    view = page.view
    assert isinstance(view, TutorialView)
    assert page.chrome.back
    assert page.chrome.back.title == "All guides"
    assert (view.pager.previous, view.pager.next) == (None, None)
    assert [(use.guide, use.step, use.url) for use in view.uses] == [
        ("Gold, Sponsor", "Step 1 of “Begin”", "../../gold/sponsor/begin/#sso"),
        ("Gold, Admin", "Step 1 of “Begin”", "../../gold/admin/begin/#sso"),
    ]
    assert view.meta == ("2 actions", "For Sponsor and Admin")


def test_a_page_no_guide_leads_to_belongs_to_none(tmp_path: Path) -> None:
    page = tutorial(tmp_path, "- {use: sso, owner: csm, day: 2}")
    view = page.view
    assert isinstance(view, TutorialView)
    assert (view.uses, view.meta) == ((), ("2 actions",))
    assert page.chrome.back


def test_the_last_step_of_a_phase_leads_nowhere_further(tmp_path: Path) -> None:
    files = with_steps("- {id: first, title: First, owner: admin, day: 1, done_when: Done.}")
    path = "playbooks/gold/playbook.yml"
    files[path] += "      - {use: sso, owner: admin, day: 30}\n"
    pages = lay_out(small_guides(tmp_path, {**SSO, **files}), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "tutorials/sso/index.md")
    assert isinstance(view, TutorialView)
    assert view.pager.previous
    assert view.pager.next is None


def test_actions_are_numbered_and_pictures_linked(tmp_path: Path) -> None:
    view = tutorial(tmp_path, "- {use: sso, owner: admin, day: 2}").view
    assert isinstance(view, TutorialView)
    assert [(action.position, action.title, action.image) for action in view.actions] == [
        ("Action 1 of 2", "Action 1 of 2", "../../media/library/images/create.png"),
        ("Action 2 of 2", "Enter the address", ""),
    ]
    assert [(line.number, line.url) for line in view.rail] == [(1, "#create"), (2, "#enter")]


def test_a_quiz_says_which_answer_is_right_and_why() -> None:
    page = page_at("quizzes/report-quiz/index.md", Audience.CUSTOMER)
    view = page.view
    assert isinstance(view, QuizView)
    assert view.meta == ("5 minutes", "1 question", "For Champion")
    (question,) = view.questions
    assert (question.position, question.right) == ("Question 1 of 1", "Only you")
    assert question.because == (
        'A <a class="fw-term" href="../../glossary/#report">report</a> is yours until you share it.'
    )
    assert [answer.id for answer in question.answers] == [
        "who-sees--only-you",
        "who-sees--everyone",
    ]
    assert page.description == "Check what you know about reports: 1 question, with answers"
