"""The pages of one guide: what it takes, phases of others, gates, plays, and the guide on one page."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.pages.small import guides_of, page_at, pages_of, steps_in
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.page import Page
from firstwin.pages.plain_words import plain
from firstwin.pages.views import (
    DaysView,
    GuidePlaysView,
    GuideView,
    HelpView,
    MeasuresView,
    PhaseView,
    TierView,
    WholeGuideView,
)
from firstwin.resolve.guide import Guides
from firstwin.text import Prose
from firstwin.words import words_in

READ = "{id: read, title: Read it, owner: admin, day: 5, done_when: Read.}"
HELP = "{id: help, title: Help, with: [admin], day: 4, done_when: Done.}"


def test_a_guide_says_what_it_takes_and_where_to_begin() -> None:
    view = page_at("team/champion/index.md").view
    assert isinstance(view, GuideView)
    assert [(fact.label, fact.value) for fact in view.time] == [
        ("In all", "About 4 hours"),
        ("In a busy week", "Up to 2 hours"),
        ("Of it in regular calls", "1 hour"),
    ]
    assert [(link.title, link.url) for link in view.links] == [
        ("See it day by day", "timeline/"),
        ("Print the checklist", "checklist/"),
        ("The whole guide on one page", "on-one-page/"),
        ("When something goes wrong", "plays/"),
        ("See the whole plan", "whole-plan/"),
    ]
    assert view.start
    assert (view.start.title, view.start.url) == ("Hold the kickoff call", "plan/#kickoff-call")
    assert [(phase.title, phase.meta, phase.opens, phase.win) for phase in view.phases] == [
        ("Plan together", ("Days 1–6", "1 hour 15 minutes"), "", ""),
        ("Set up Acme", ("Days 6–16",), "Opens when “Plan together” is complete.", ""),
        (
            "Make the first reports",
            ("Days 12–30", "1 hour 35 minutes"),
            "",
            "Your first win is in it, by day 20.",
        ),
    ]
    assert [contact.title for contact in view.contacts] == ["Success manager"]


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        (READ, "Read it"),
        ("{id: meet, type: meeting, title: Meet, with: [admin], day: 4, done_when: Met.}", "Meet"),
        (HELP, "Help"),
        (f"{HELP}\n- {READ}", "Help"),
        ("{id: say, title: Say it, informed: admin, day: 4, done_when: Said.}", None),
    ],
)
def test_a_guide_begins_with_something_its_reader_does(
    steps: str, title: str | None, tmp_path: Path
) -> None:
    mail = "{id: mail, type: email, title: Welcome them, day: 2, to: admin, subject: Hello, body: Hello., done_when: Sent.}"
    guides = small_guides(tmp_path, with_steps(f"- {mail}\n- {steps}"))
    pages = {page.path: page.view for page in lay_out(guides, words_in("en")).pages}
    view, begin = pages["gold/admin/index.md"], pages["gold/admin/begin/index.md"]
    assert isinstance(view, GuideView)
    assert isinstance(begin, PhaseView)
    assert (view.start.title if view.start else None) == title
    assert "Welcome them" not in [moment.title for moment in view.moments]
    (opened,) = (step.title for group in begin.groups for step in group.steps if step.open)
    assert opened == (title or "Welcome them")


def test_a_guide_leads_to_its_first_quick_win() -> None:
    view = page_at("team/admin/index.md").view
    assert isinstance(view, GuideView)
    assert view.win
    assert (view.win.title, view.win.by, view.win.url) == (
        "Sign in without a password",
        "By day 10",
        "set-up/#connect-sso",
    )
    champion = page_at("team/champion/index.md").view
    assert isinstance(champion, GuideView)
    assert champion.win is None


def test_the_list_of_a_guide_shows_conditions_and_milestones() -> None:
    view = page_at("team/admin/index.md").view
    assert isinstance(view, GuideView)
    steps = [(step.title, step.note, step.day, step.milestone) for step in view.phases[1].steps]
    assert steps == [
        ("Connect single sign-on", "", "Day 10", False),
        ("Import your data", "if you bring data", "Day 12", False),
        ("Go live", "", "Day 16", True),
        ("Name a second admin", "", "Day 15", False),
    ]


@pytest.mark.parametrize("name", ["whole-plan", "help", "metrics", "glossary"])
def test_what_the_guides_of_a_plan_say_alike_is_one_view(name: str) -> None:
    admin, champion = (page_at(f"team/{role}/{name}/index.md") for role in ("admin", "champion"))
    assert admin.view is champion.view
    assert admin.chrome != champion.chrome


def test_the_plan_in_a_guide_leads_to_no_other_guide() -> None:
    view = page_at("team/admin/whole-plan/index.md").view
    assert isinstance(view, TierView)
    assert view.guides == ()
    assert [person.url for side in view.sides for person in side.people if person.url] == []


def test_help_and_metrics_in_a_guide_are_those_of_its_plan() -> None:
    guides = guides_of(Audience.CUSTOMER)
    plan = guides.plans["team"]
    solo = replace(plan, tier="solo", tier_title="Solo", stuck=Prose("Ask *Bo*."))
    own = replace(guides.guides[0], tier="solo")
    two = replace(guides, plans={"team": plan, "solo": solo}, guides=(*guides.guides, own))
    pages = {page.path: page.view for page in lay_out(two, words_in("en")).pages}
    help_, metrics = pages["solo/champion/help/index.md"], pages["solo/champion/metrics/index.md"]
    assert isinstance(help_, HelpView)
    assert isinstance(metrics, MeasuresView)
    assert help_.stuck == "Ask *Bo*."
    assert [(ask.id, ask.title) for ask in help_.ask] == [("page_contacts", "Who helps with what")]
    assert {target.whose for each in metrics.measures for target in each.targets} <= {
        "What others reach"
    }
    team = pages["team/champion/metrics/index.md"]
    assert isinstance(team, MeasuresView)
    assert {target.whose for each in team.measures for target in each.targets} >= {"Target: Team"}


OTHERS_PHASE = """
  - id: prepare
    title: Prepare
    days: 1-10
    owner: csm
    outcome: It is prepared.
    steps:
      - {id: load, title: Load the data, owner: sponsor, day: 5, done_when: It is there.}
  - id: go-on
    title: Go on
    days: 21-30
    needs: [prepare, load, won]
    outcome: You go on.
    steps:
      - {id: on, title: Go on, owner: admin, day: 25, needs: [load], done_when: You do.}
"""


def pages_with_a_phase_of_others(folder: Path) -> dict[str, Page]:
    files = {"playbooks/gold/playbook.yml": SHARED["playbooks/gold/playbook.yml"] + OTHERS_PHASE}
    return {page.path: page for page in lay_out(small_guides(folder, files), words_in("en")).pages}


def test_a_phase_in_which_the_reader_has_nothing_is_a_line_of_the_guide(tmp_path: Path) -> None:
    pages = pages_with_a_phase_of_others(tmp_path)
    assert "gold/sponsor/prepare/index.md" in pages
    assert "gold/admin/prepare/index.md" not in pages
    view = pages["gold/admin/index.md"].view
    assert isinstance(view, GuideView)
    assert view.phases_title == "Your 2 phases"
    (line,) = (phase for phase in view.phases if phase.title == "Prepare")
    assert (line.number, line.url, line.meta, line.note, line.steps) == (
        2,
        "",
        ("Days 1–10",),
        "Nothing in this phase is yours to do. Others see to it.",
        (),
    )
    days = pages["gold/admin/timeline/index.md"].view
    assert isinstance(days, DaysView)
    told = [line.title for week in days.weeks for line in week.lines if line.kind == "phase"]
    assert told == ["1. Begin", "3. Go on"]


def test_pages_lead_past_a_phase_of_others(tmp_path: Path) -> None:
    pages = pages_with_a_phase_of_others(tmp_path)
    first, last = (pages[f"gold/admin/{phase}/index.md"].view for phase in ("begin", "go-on"))
    assert isinstance(first, PhaseView)
    assert isinstance(last, PhaseView)
    assert first.pager.next
    assert (first.pager.next.label, first.pager.next.url) == (
        "What comes next: phase 3",
        "../go-on/",
    )
    assert last.pager.previous
    assert (last.pager.previous.label, last.pager.previous.url) == ("Phase 1", "../begin/")


def test_a_gate_names_what_the_reader_has_or_says_whose_it_is(tmp_path: Path) -> None:
    pages = pages_with_a_phase_of_others(tmp_path)
    guide, phase = (pages[f"gold/admin/{path}index.md"].view for path in ("", "go-on/"))
    assert isinstance(guide, GuideView)
    assert isinstance(phase, PhaseView)
    assert [phase.own for phase in guide.phases] == [True, True, False]
    assert guide.phases[2].opens == (
        "Opens when “Prepare” (Success manager), “Load the data” (Sponsor) and "
        "“Reach the first win” are complete."
    )
    assert "".join(piece.title for piece in phase.needs) == (
        "Comes after: Prepare (Success manager), Load the data (Sponsor) and Reach the first win"
    )
    assert [piece.url for piece in phase.needs if piece.url] == ["../begin/#won"]
    (step,) = steps_in(phase)
    assert [piece.title for piece in step.needs] == ["Comes after: ", "Load the data (Sponsor)"]


CALENDAR_DAYS = "Days are calendar days, weekends included: day 8 is a week after day 1."


def test_a_guide_says_which_day_is_day_1(tmp_path: Path) -> None:
    path = "playbooks/gold/playbook.yml"
    plan = SHARED[path]
    silent = guide_of(small_guides(tmp_path / "silent", {}))
    assert (silent.first_day, silent.days) == (
        "",
        f"Day 1 is the day on which your onboarding starts. {CALENDAR_DAYS}",
    )
    said = plan.replace("duration: 30", "duration: 30\nfirst_day: Day 1 is your *first* Monday.")
    told = guide_of(small_guides(tmp_path / "told", {path: said}))
    assert (told.first_day, told.days) == (
        "Day 1 is your <em>first</em> Monday.",
        CALENDAR_DAYS,
    )


def test_a_page_to_read_stands_on_the_help_page_alone(tmp_path: Path) -> None:
    contacts = """
contacts:
  desk: {title: Desk, for: Dates, responds: At once, channels: [{title: Write, url: "https://a.test"}]}
  prices: {title: Prices, for: Seats, channels: [{title: Look, url: "https://b.test"}]}
"""
    guides = small_guides(tmp_path, {"playbooks/contacts.yml": contacts})
    assert [contact.title for contact in guide_of(guides).contacts] == ["Desk"]
    pages = lay_out(guides, words_in("en")).pages
    help_ = next(page.view for page in pages if page.path == "gold/admin/help/index.md")
    assert isinstance(help_, HelpView)
    (ask,) = help_.ask
    assert [contact.title for contact in ask.contacts] == ["Desk", "Prices"]


def guide_of(guides: Guides) -> GuideView:
    view = next(
        page.view
        for page in lay_out(guides, words_in("en")).pages
        if page.path == "gold/admin/index.md"
    )
    assert isinstance(view, GuideView)
    return view


def test_a_guide_stands_whole_on_one_page() -> None:
    page = page_at("team/admin/on-one-page/index.md")
    view = page.view
    assert isinstance(view, WholeGuideView)
    assert [(phase.title, phase.label) for phase in view.phases] == [
        ("1. Plan together", "Days 1–6"),
        ("2. Set up Acme", "Days 6–16"),
        ("3. Make the first reports", "Days 12–30"),
    ]
    steps = [step for phase in view.phases for step in phase.steps]
    assert all(step.open for step in steps)
    assert not any(step.edit for step in steps)
    (needs,) = (step.needs for step in steps if step.id == "import-data")
    assert [piece.url for piece in needs] == ["", "#prerequisites"]


def test_a_guide_has_the_plays_its_reader_has_a_part_in() -> None:
    view = page_at("team/admin/plays/index.md").view
    assert isinstance(view, GuidePlaysView)
    assert (view.title, view.context) == ("When something goes wrong", "Team, Admin")
    (play,) = view.plays
    assert (play.id, play.tell) == ("date-slips", "Champion")
    assert [(contact.id, contact.title) for contact in play.contacts] == [
        ("date-slips--success-manager", "Success manager")
    ]
    assert [(each.title, each.items) for each in play.after] == [
        ("What moves, and what stays", ("Go-live waits, the training does not.",))
    ]
    (step,) = play.steps
    assert (step.form, step.number) == ("shared", 1)
    assert "Tell your champion which date it is." in plain(step.summary)
    champions = page_at("team/champion/plays/index.md").view
    assert isinstance(champions, GuidePlaysView)
    (play,) = champions.plays
    assert (play.tell, [step.form for step in play.steps]) == ("", ["own", "shared"])
    assert [piece.url for piece in play.steps[1].needs] == ["", "#date-slips--say-so"]


def test_only_pictures_that_pages_show_are_published() -> None:
    assert pages_of(Audience.CUSTOMER).outline.copies == {
        "media/library/images/new-app.svg": "playbooks/library/images/new-app.svg"
    }
