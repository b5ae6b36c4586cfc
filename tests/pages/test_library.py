"""Pages of the library: one in each guide that leads to it, and one on the site that belongs to none."""

from collections.abc import Mapping
from pathlib import Path

from tests.pages.small import block, page_at, steps_in
from tests.pages.test_lay_out import urls
from tests.resolve.small import small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.finds import finds_of_plan, finds_of_site
from firstwin.pages.sitemap import site_map
from firstwin.pages.views import LinkView, PhaseView, QuizView, TutorialView
from firstwin.text import Url
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

GO_ON = """
  - id: go-on
    title: Go on
    days: 30
    outcome: You go on.
    steps:
      - {id: on, title: Go on, owner: admin, day: 30, done_when: You do.}
"""


def laid_out(folder: Path, files: Mapping[str, str]) -> dict[str, Page]:
    """The pages of a small plan with these files."""
    pages = lay_out(small_guides(folder, {**SSO, **files}), words_in("en")).pages
    return {page.path: page for page in pages}


def tutorial(folder: Path, steps: str, path: str = "tutorials/sso/index.md") -> Page:
    """A page of a tutorial that `steps` of a small plan use."""
    return laid_out(folder, with_steps(steps))[path]


def test_a_guide_has_a_page_of_its_own_of_what_it_leads_to() -> None:
    page = page_at("team/admin/connect-sso/index.md")
    view = page.view
    assert isinstance(view, TutorialView)
    assert view.eyebrow == "Tutorial · Step 1 of 4"
    assert page.title == "Connect single sign-on: Team, Admin"
    assert page.chrome.stuck == page_at("team/admin/index.md").chrome.stuck
    assert page.chrome.back
    assert (page.chrome.back.title, page.chrome.back.url) == (
        "Step 1 of “Set up Acme”",
        "../set-up/#connect-sso",
    )
    assert [(crumb.title, crumb.url) for crumb in page.chrome.trail] == [
        ("Team", "../whole-plan/"),
        ("Admin", "../"),
        ("Set up Acme", "../set-up/"),
    ]
    assert view.pager.previous
    assert view.pager.next
    assert (view.pager.previous.label, view.pager.next.label) == ("Back to step 1", "Next: step 2")
    assert (view.pager.previous.url, view.pager.next.url) == (
        "../set-up/#connect-sso",
        "../set-up/#import-data",
    )
    assert view.pager.next.title == "Import your data"
    assert view.uses == ()
    assert view.meta == ("25 minutes", "2 actions")


def test_the_page_of_the_site_is_the_one_that_is_listed() -> None:
    own, shared = (page_at(f"{path}/connect-sso/index.md") for path in ("team/admin", "tutorials"))
    assert own.listed_as == shared.place
    assert shared.listed_as is None


def test_what_is_ticked_on_one_page_is_ticked_on_the_other() -> None:
    own, shared = (
        page_at(f"{path}/connect-sso/index.md").view for path in ("team/admin", "tutorials")
    )
    assert isinstance(own, TutorialView)
    assert isinstance(shared, TutorialView)
    assert [(action.id, action.key) for action in own.actions] == [
        (action.id, action.key) for action in shared.actions
    ]
    assert own.verify_key == shared.verify_key == "connect-sso/_verify"


def test_the_page_of_the_site_names_all_guides_that_lead_to_it(tmp_path: Path) -> None:
    page = tutorial(tmp_path, "- {use: sso, owner: admin, with: [sponsor], day: 2}")
    view = page.view
    assert isinstance(view, TutorialView)
    assert page.chrome.back
    assert (page.chrome.back.title, view.eyebrow) == ("All guides", "Tutorial")
    assert (view.pager.previous, view.pager.next) == (None, None)
    assert [(use.guide, use.url, use.step, use.step_url) for use in view.uses] == [
        (
            "Gold, Sponsor",
            "../../gold/sponsor/sso/",
            "Step 1 of “Begin”",
            "../../gold/sponsor/begin/#sso",
        ),
        (
            "Gold, Admin",
            "../../gold/admin/sso/",
            "Step 1 of “Begin”",
            "../../gold/admin/begin/#sso",
        ),
    ]
    assert view.meta == ("2 actions", "For Sponsor and Admin")


def test_a_page_no_guide_leads_to_belongs_to_none(tmp_path: Path) -> None:
    view = tutorial(tmp_path, "- {use: sso, owner: csm, day: 2}").view
    assert isinstance(view, TutorialView)
    assert (view.uses, view.meta) == ((), ("2 actions",))


def test_a_tutorial_that_others_work_through_says_whose_it_is(tmp_path: Path) -> None:
    """Who decides takes part for a moment: what it takes is said of whoever does it."""
    timed = {path: f"{text}minutes: 45\n" for path, text in SSO.items()}
    steps = with_steps("- {use: sso, owner: admin, with: [sponsor], day: 2}")
    pages = laid_out(tmp_path, timed | steps)
    cards, metas = [], []
    for role in ("admin", "sponsor"):
        phase, page = (pages[f"gold/{role}/{path}/index.md"].view for path in ("begin", "sso"))
        assert isinstance(phase, PhaseView)
        assert isinstance(page, TutorialView)
        cards.append(block(steps_in(phase)[0], "link-card")["card"].label)
        metas.append(page.meta)
    assert cards == [
        "Tutorial · 2 actions",
        "What Admin does · Tutorial · 2 actions · 45 minutes",
    ]
    assert metas == [("45 minutes", "2 actions"), ("45 minutes", "2 actions", "Led by Admin")]


def test_whoever_is_only_told_of_a_step_has_no_page_of_its_tutorial(tmp_path: Path) -> None:
    pages = laid_out(
        tmp_path, with_steps("- {use: sso, owner: admin, informed: [sponsor], day: 2}")
    )
    assert "gold/admin/sso/index.md" in pages
    assert "gold/sponsor/sso/index.md" not in pages
    view = pages["tutorials/sso/index.md"].view
    assert isinstance(view, TutorialView)
    assert [use.guide for use in view.uses] == ["Gold, Admin"]


def test_a_tutorial_that_a_guide_leads_to_twice_has_one_page_that_names_both_steps(
    tmp_path: Path,
) -> None:
    view = tutorial(
        tmp_path,
        """
- {use: sso, owner: admin, day: 2}
- {use: sso, id: sso-again, title: Connect it again, owner: admin, day: 4}
""",
        "gold/admin/sso/index.md",
    ).view
    assert isinstance(view, TutorialView)
    assert view.eyebrow == "Tutorial · Step 1 of 3"
    assert [(use.guide, use.url, use.step, use.step_url) for use in view.uses] == [
        ("Connect it again", "../begin/#sso-again", "Step 2 of “Begin”", "")
    ]


def test_behind_the_last_step_of_a_phase_comes_the_next_phase(tmp_path: Path) -> None:
    files = with_steps("- {id: first, title: First, owner: admin, day: 1, done_when: Done.}")
    path = "playbooks/gold/playbook.yml"
    files[path] += "      - {use: sso, owner: admin, day: 30}\n"
    view = laid_out(tmp_path / "last", files)["gold/admin/sso/index.md"].view
    assert isinstance(view, TutorialView)
    assert view.pager.previous
    assert view.pager.next is None

    files[path] += GO_ON
    view = laid_out(tmp_path / "on", files)["gold/admin/sso/index.md"].view
    assert isinstance(view, TutorialView)
    assert view.pager.next
    assert (view.pager.next.label, view.pager.next.title, view.pager.next.url) == (
        "What comes next: phase 2",
        "Go on",
        "../go-on/",
    )


PLAY = """
plays:
  locked-out:
    title: Nobody can sign in
    trigger: It does not work.
    audience: customer
    steps:
      - {use: sso, owner: admin, day: 1}
      - {id: say, title: Say so, owner: admin, day: 1, done_when: You said it.}
"""


def test_a_tutorial_that_a_play_leads_to_is_a_page_of_the_guide_too(tmp_path: Path) -> None:
    pages = laid_out(tmp_path / "play", {"playbooks/plays.yml": PLAY})
    page = pages["gold/admin/sso/index.md"]
    view = page.view
    assert isinstance(view, TutorialView)
    assert view.eyebrow == "Tutorial · Step 1 of 2"
    assert page.chrome.back
    assert (page.chrome.back.title, page.chrome.back.url) == (
        "Step 1 of “Nobody can sign in”",
        "../plays/#locked-out--sso",
    )
    assert page.chrome.trail[-1] == LinkView("Nobody can sign in", Url("../plays/#locked-out"))
    assert view.pager.previous
    assert view.pager.next
    assert (view.pager.previous.url, view.pager.next.url) == (
        "../plays/#locked-out--sso",
        "../plays/#locked-out--say",
    )
    links = [url for url in urls(pages["gold/admin/plays/index.md"].view) if "sso" in url]
    assert "../sso/" in links
    shared = pages["tutorials/sso/index.md"].view
    assert isinstance(shared, TutorialView)
    assert [(use.url, use.step_url) for use in shared.uses] == [
        ("../../gold/admin/sso/", "../../gold/admin/plays/#locked-out--sso")
    ]


def test_search_finds_what_only_a_play_leads_to_at_the_readers_own_page(tmp_path: Path) -> None:
    files = {**SSO, "playbooks/plays.yml": PLAY}
    site = site_map(small_guides(tmp_path, files), words_in("en"))
    (plan,) = site.guides.plans.values()
    (found,) = [find for find in finds_of_plan(plan, site) if find.kind == "tutorial"]
    assert [(spot.guide, spot.place.path) for spot in found.spots] == [
        ("", "tutorials/sso/index.md"),
        ("admin", "gold/admin/sso/index.md"),
    ]
    assert not [find for find in finds_of_site(site) if find.kind == "tutorial"]


def test_what_phase_and_play_lead_to_is_done_in_the_phase(tmp_path: Path) -> None:
    files = {**with_steps("- {use: sso, owner: admin, day: 2}"), "playbooks/plays.yml": PLAY}
    page = laid_out(tmp_path, files)["gold/admin/sso/index.md"]
    view = page.view
    assert isinstance(view, TutorialView)
    assert page.chrome.back
    assert page.chrome.back.url == "../begin/#sso"
    assert [(use.step, use.url) for use in view.uses] == [
        ("Step 1 of “Nobody can sign in”", "../plays/#locked-out--sso")
    ]


def test_actions_are_numbered_and_pictures_linked(tmp_path: Path) -> None:
    view = tutorial(tmp_path, "- {use: sso, owner: admin, day: 2}").view
    assert isinstance(view, TutorialView)
    assert [
        (action.position, action.title, action.picture and action.picture.src)
        for action in view.actions
    ] == [
        ("Action 1 of 2", "Action 1 of 2", "../../media/library/images/create.png"),
        ("Action 2 of 2", "Enter the address", None),
    ]
    assert [(line.number, line.url) for line in view.rail] == [(1, "#create"), (2, "#enter")]


def test_a_tutorials_own_pictures_stand_in_its_step_and_on_its_page(tmp_path: Path) -> None:
    entry = SSO["playbooks/library/sso.yml"] + (
        "pictures: [{image: images/all.png, alt: All of it, caption: 'In {{ product.name }}'}]\n"
    )
    files = {
        "playbooks/library/sso.yml": entry,
        "playbooks/library/images/all.png": "no more than a name",
    }
    pages = laid_out(tmp_path, {**with_steps("- {use: sso, owner: admin, day: 2}"), **files})
    view, phase = pages["gold/admin/sso/index.md"].view, pages["gold/admin/begin/index.md"].view
    assert isinstance(view, TutorialView)
    assert isinstance(phase, PhaseView)
    (picture,) = view.pictures
    assert (picture.src, picture.alt, picture.caption) == (
        "../../../media/library/images/all.png",
        "All of it",
        "In Cairn",
    )
    assert block(steps_in(phase)[0], "pictures") == {"pictures": (picture,)}


def test_a_quiz_says_which_answer_is_right_and_why() -> None:
    page = page_at("quizzes/report-quiz/index.md", Audience.CUSTOMER)
    view = page.view
    assert isinstance(view, QuizView)
    assert view.meta == ("5 minutes", "1 question", "For Champion")
    (question,) = view.questions
    right, wrong = question.answers
    assert question.position == "Question 1 of 1"
    assert [(answer.text, answer.right) for answer in question.answers] == [
        ("Only you", True),
        ("Everyone", False),
    ]
    assert wrong.because == "You have not shared it yet."
    assert right.because == (
        'A <button class="fw-term" type="button" popovertarget="page_term--report">report</button> is '
        "yours until you share it."
    )
    assert [answer.id for answer in question.answers] == [
        "who-sees--only-you",
        "who-sees--everyone",
    ]
    assert page.description == "Check what you know about reports: 1 question, with answers"
