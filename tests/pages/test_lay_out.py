"""The pages of the small project: which there are, what stands around them, and where they lead."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.pages.small import guides_of, page_at, pages_of, steps_in
from tests.resolve.small import SHARED, small_guides

from firstwin.models.config import Home
from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.page import NavItem, Page
from firstwin.pages.plain_words import plain
from firstwin.pages.urls import EVERYTHING, HOME, Place
from firstwin.pages.views import (
    DaysView,
    GuidePlaysView,
    GuideView,
    HelpView,
    HomeView,
    MeasuresView,
    PhaseView,
    PlaysView,
    TierView,
    WholeGuideView,
)
from firstwin.resolve.guide import Guides
from firstwin.text import Prose, Url
from firstwin.words import words_in

CUSTOMER_PAGES = [
    "index.md",
    "team/index.md",
    "team/champion/index.md",
    "team/champion/plan/index.md",
    "team/champion/set-up/index.md",
    "team/champion/use/index.md",
    "team/champion/timeline/index.md",
    "team/champion/checklist/index.md",
    "team/champion/on-one-page/index.md",
    "team/champion/plays/index.md",
    "team/champion/report-quiz/index.md",
    "team/champion/whole-plan/index.md",
    "team/champion/help/index.md",
    "team/champion/metrics/index.md",
    "team/champion/glossary/index.md",
    "team/admin/index.md",
    "team/admin/plan/index.md",
    "team/admin/set-up/index.md",
    "team/admin/use/index.md",
    "team/admin/timeline/index.md",
    "team/admin/checklist/index.md",
    "team/admin/on-one-page/index.md",
    "team/admin/plays/index.md",
    "team/admin/connect-sso/index.md",
    "team/admin/whole-plan/index.md",
    "team/admin/help/index.md",
    "team/admin/metrics/index.md",
    "team/admin/glossary/index.md",
    "tutorials/connect-sso/index.md",
    "quizzes/report-quiz/index.md",
    "metrics/index.md",
    "glossary/index.md",
    "pages/security/index.md",
    "everything/index.md",
    "everything/team/index.md",
    "help/index.md",
]


def test_every_page_has_its_place() -> None:
    assert [page.path for page in pages_of(Audience.CUSTOMER).pages] == CUSTOMER_PAGES


INTERNAL_PAGES = {
    "plays/index.md",
    "internal/index.md",
    "internal/plans/team/index.md",
    "internal/plans/team/plan/index.md",
    "internal/plans/team/set-up/index.md",
    "internal/plans/team/use/index.md",
    "internal/weeks/team/index.md",
    "internal/emails/index.md",
    "internal/coverage/index.md",
}
DELIVERY_PAGES = {"delivery/team/acceptance/index.md", "delivery/team/raci/index.md"}


def test_only_the_internal_edition_has_pages_for_the_team() -> None:
    extra = {page.path for page in pages_of(Audience.INTERNAL).pages} - set(CUSTOMER_PAGES)
    assert extra == INTERNAL_PAGES | DELIVERY_PAGES
    assert {page.path for page in pages_of(Audience.PARTNER).pages} >= DELIVERY_PAGES
    for audience in (Audience.CUSTOMER, Audience.PARTNER):
        assert not INTERNAL_PAGES & {page.path for page in pages_of(audience).pages}
    home = page_at("index.md", Audience.INTERNAL).view
    assert isinstance(home, HomeView)
    assert [link.title for link in home.links] == ["What each role means"]
    listed = [item.title for item in pages_of(Audience.INTERNAL).outline.navigation]
    assert {"Plays", "For the team"} <= set(listed)


def test_the_navigation_is_sparse_and_the_rest_is_reached_by_links() -> None:
    pages = pages_of(Audience.CUSTOMER)
    assert [outline(item) for item in pages.outline.navigation] == [
        "All guides: index.md",
        "Team: [Plan: team/index.md, Champion: team/champion/index.md, Admin: team/admin/index.md]",
        "Tutorials: [Connect single sign-on: tutorials/connect-sso/index.md]",
        "What we measure: metrics/index.md",
        "Glossary: glossary/index.md",
        "Help: help/index.md",
    ]
    assert set(pages.outline.unlisted) == {
        path
        for path in CUSTOMER_PAGES
        if any(part in path for part in ("champion/", "admin/", "quiz", "everything/", "pages/"))
    } - {"team/champion/index.md", "team/admin/index.md"}


def outline(item: NavItem) -> str:
    inside = ", ".join(outline(inner) for inner in item.items)
    return f"{item.title}: {item.path or f'[{inside}]'}"


@pytest.mark.parametrize("audience", list(Audience))
def test_every_link_leads_to_a_page_of_the_edition(audience: Audience) -> None:
    pages = pages_of(audience).pages
    folders = {page.place.folder for page in pages}
    media = set(pages_of(audience).outline.copies)
    for page in pages:
        for url in urls((page.view, page.chrome)):
            if re.match(r"[a-z]+:", url):
                continue
            target = resolved(page.place, url.partition("#")[0])
            assert target in folders | media, f"{page.path}: {url}"


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_is_reached_from_the_home_page_by_links(audience: Audience) -> None:
    all_pages = pages_of(audience)
    pages = {page.place.folder: page for page in all_pages.pages}
    of_the_foot = [resolved(HOME, link.url) for link in all_pages.outline.footer.links]
    reached = {
        "",
        EVERYTHING.folder,  # the head of every page leads there
        *of_the_foot,
    }
    waiting = [pages[folder] for folder in reached]
    while waiting:
        page = waiting.pop()
        for url in urls((page.view, page.chrome)):
            folder = resolved(page.place, url.partition("#")[0])
            if folder in pages and folder not in reached:
                reached.add(folder)
                waiting.append(pages[folder])
    assert reached == set(pages)


def urls(value: object) -> Iterator[Url]:
    if isinstance(value, Url):
        if value:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from urls(part)
    elif isinstance(value, Mapping):
        yield from urls(tuple(value.values()))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from urls(getattr(value, field.name))


def resolved(here: Place, path: str) -> str:
    parts = here.folder.split("/") if here.folder else []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_has_a_title_of_its_own_and_a_description(audience: Audience) -> None:
    pages = pages_of(audience).pages
    titles = [page.title for page in pages]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(page.description) <= 160 for page in pages)


def test_titles_in_a_guide_name_plan_and_role() -> None:
    assert page_at("team/admin/plan/index.md").title == "Plan together: Team, Admin"
    assert page_at("team/admin/index.md").title == "Your guide as Admin: Team"


def test_the_bar_of_a_guide_marks_where_one_is() -> None:
    assert bar(page_at("team/admin/index.md")) == [
        ("Guide", "./", "page"),
        ("Plan", "whole-plan/", ""),
        ("Checklist", "checklist/", ""),
        ("Help", "help/", ""),
    ]
    assert bar(page_at("team/admin/plan/index.md")) == [
        ("Guide", "../", "true"),
        ("Plan", "../whole-plan/", ""),
        ("Checklist", "../checklist/", ""),
        ("Help", "../help/", ""),
    ]
    assert bar(page_at("team/admin/checklist/index.md"))[:3] == [
        ("Guide", "../", ""),
        ("Plan", "../whole-plan/", ""),
        ("Checklist", "./", "page"),
    ]
    for name, index in (("whole-plan", 1), ("help", 3)):
        links = bar(page_at(f"team/admin/{name}/index.md"))
        assert [current for _, _, current in links] == [
            "page" if place == index else "" for place in range(4)
        ]
    for name in ("connect-sso", "metrics", "glossary"):
        links = bar(page_at(f"team/admin/{name}/index.md"))
        assert [current for _, _, current in links] == ["true", "", "", ""]
    assert bar(page_at("team/index.md")) == [
        ("Guides", "#page_guides", ""),
        ("Plan", "./", "page"),
        ("Help", "../help/", ""),
    ]
    assert bar(page_at("help/index.md")) == [("Help", "./", "page")]
    assert bar(page_at("index.md")) == []


def bar(page: Page) -> list[tuple[str, str, str]]:
    return [(item.link.title, item.link.url, item.current) for item in page.chrome.bar]


@pytest.mark.parametrize(
    ("path", "back", "trail"),
    [
        ("index.md", None, []),
        ("team/index.md", ("All guides", "../"), [("All guides", "../"), ("Team", "")]),
        (
            "team/admin/index.md",
            ("All guides", "../../"),
            [("Team", "whole-plan/"), ("Admin", "")],
        ),
        (
            "team/admin/plan/index.md",
            ("Admin guide", "../"),
            [("Team", "../whole-plan/"), ("Admin", "../")],
        ),
        (
            "team/admin/whole-plan/index.md",
            ("Admin guide", "../"),
            [("Team", ""), ("Admin", "../")],
        ),
        (
            "team/admin/help/index.md",
            ("Admin guide", "../"),
            [("Team", "../whole-plan/"), ("Admin", "../")],
        ),
        (
            "team/admin/connect-sso/index.md",
            ("Step 1 of “Set up Acme”", "../set-up/#connect-sso"),
            [("Team", "../whole-plan/"), ("Admin", "../"), ("Set up Acme", "../set-up/")],
        ),
        ("help/index.md", ("All guides", "../"), [("All guides", "../"), ("Help", "")]),
    ],
)
def test_back_link_and_trail(
    path: str, back: tuple[str, str] | None, trail: list[tuple[str, str]]
) -> None:
    chrome = page_at(path).chrome
    assert (chrome.back and (chrome.back.title, chrome.back.url)) == back
    assert [(link.title, link.url) for link in chrome.trail] == trail


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
    assert (view.start.title, view.start.url) == ("Send the welcome email", "plan/#welcome-email")
    assert [(phase.title, phase.meta, phase.note) for phase in view.phases] == [
        ("Plan together", ("Days 1–6", "1 hour 15 minutes"), ""),
        ("Set up Acme", ("Days 6–16",), "Opens when “Plan together” is complete."),
        (
            "Make the first reports",
            ("Days 12–30", "1 hour 35 minutes"),
            "Your first win is in it, by day 20.",
        ),
    ]
    assert [contact.title for contact in view.contacts] == ["Success manager"]


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
    solo = dataclasses.replace(plan, tier="solo", tier_title="Solo", stuck=Prose("Ask *Bo*."))
    own = dataclasses.replace(guides.guides[0], tier="solo")
    two = dataclasses.replace(
        guides, plans={"team": plan, "solo": solo}, guides=(*guides.guides, own)
    )
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
    assert {target.whose for each in team.measures for target in each.targets} >= {"Team"}


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
    assert guide.phases[2].note == (
        "Opens when “Prepare” (Success manager), “Load the data” (Sponsor) and "
        "“Reach the first win” are complete."
    )
    assert "".join(piece.title for piece in phase.needs) == (
        "Comes after: Prepare (Success manager), Load the data (Sponsor) and Reach the first win"
    )
    assert [piece.url for piece in phase.needs if piece.url] == ["../begin/#won"]
    (step,) = steps_in(phase)
    assert [piece.title for piece in step.needs] == ["Comes after: ", "Load the data (Sponsor)"]


def test_an_overview_shows_the_big_days_and_what_each_side_gives() -> None:
    view = page_at("team/index.md").view
    assert isinstance(view, TierView)
    assert [(fact.label, fact.value) for fact in view.facts] == [
        ("Go live", "Day 16"),
        ("First win", "Day 20"),
        ("Onboarding ends", "Day 30"),
        ("Your side spends", "About 6 hours"),
    ]
    assert [
        (side.title, [(person.title, person.share, person.url) for person in side.people])
        for side in view.sides
    ] == [
        (
            "On your side",
            [("Champion", "4 h", "champion/"), ("Admin", "1 h 55 min", "admin/")],
        ),
        ("On Acme Ltd’s side", [("Success manager", "Days 1–30", "")]),
    ]
    assert [cadence.meta for cadence in view.cadences] == [
        ("Every week", "Weeks 1–3", "20 minutes each", "With Success manager and Champion")
    ]
    assert [(guide.title, guide.url) for guide in view.guides] == [
        ("Champion guide", "champion/"),
        ("Admin guide", "admin/"),
    ]
    assert [(link.title, link.url) for link in view.guides[1].links] == [
        ("Day by day", "admin/timeline/"),
        ("Checklist", "admin/checklist/"),
    ]


def test_partners_stand_on_a_side_of_their_own() -> None:
    view = page_at("team/index.md", Audience.PARTNER).view
    assert isinstance(view, TierView)
    assert [side.title for side in view.sides] == [
        "On your side",
        "On Acme Ltd’s side",
        "On the partner’s side",
    ]


def test_the_reader_of_a_guide_is_not_named_among_those_they_talk_with() -> None:
    view = page_at("team/champion/index.md").view
    assert isinstance(view, GuideView)
    assert view.cadences[0].meta[-1] == "With your success manager"


def test_help_names_everybody_once() -> None:
    view = page_at("help/index.md").view
    assert isinstance(view, HelpView)
    assert [[person.title for person in side.people] for side in view.sides] == [
        ["Champion", "Admin"],
        ["Success manager"],
    ]


def test_help_says_plan_by_plan_whom_to_ask_where_there_are_several() -> None:
    (alone,) = view_of_help(guides_of(Audience.CUSTOMER)).ask
    assert (alone.id, alone.title) == ("page_contacts", "Who helps with what")

    guides = guides_of(Audience.CUSTOMER)
    plan = guides.plans["team"]
    solo = dataclasses.replace(plan, tier="solo", tier_title="Solo", stuck=Prose("Ask *Bo*."))
    two = dataclasses.replace(guides, plans={"team": plan, "solo": solo})
    team, other = view_of_help(two).ask
    assert (team.id, team.title) == ("page_contacts--team", "Team")
    assert (other.id, other.title, other.text) == ("page_contacts--solo", "Solo", "Ask *Bo*.")
    assert [each.contacts[0].id for each in (team, other)] == [
        "team--success-manager",
        "solo--success-manager",
    ]
    assert team.guides[0].url == "../team/#page_guides"
    (guide,) = (
        page for page in lay_out(two, words_in("en")).pages if page.path == "team/admin/index.md"
    )
    assert guide.chrome.bar[-1].link.url == "help/"
    (overview,) = (
        page for page in lay_out(two, words_in("en")).pages if page.path == "team/index.md"
    )
    assert overview.chrome.bar[-1].link.url == "../help/#page_contacts--team"


def view_of_help(guides: Guides) -> HelpView:
    (page,) = (
        page for page in lay_out(guides, words_in("en")).pages if page.path == "help/index.md"
    )
    assert isinstance(page.view, HelpView)
    return page.view


def test_plays_keep_their_anchors_apart() -> None:
    view = page_at("plays/index.md", Audience.INTERNAL).view
    assert isinstance(view, PlaysView)
    play, dates = view.plays
    assert (play.tiers, dates.tell) == ("For Team", "Success manager and Champion")
    assert [step.id for step in play.steps] == [
        "champion-leaves--ask-sponsor",
        "champion-leaves--welcome-champion",
    ]
    assert [piece.url for piece in play.steps[1].needs] == ["", "#champion-leaves--ask-sponsor"]


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
    (ask,) = view_of_help(guides).ask
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


def test_an_edition_without_plans_still_has_a_home_and_help() -> None:
    bare = dataclasses.replace(
        guides_of(Audience.CUSTOMER),
        plans={},
        guides=(),
        tutorials=(),
        quizzes=(),
        contacts=(),
        metrics=(),
        glossary=(),
        plays=(),
        own_pages=(),
    )
    pages = lay_out(bare, words_in("en"))
    assert [page.path for page in pages.pages] == [
        "index.md",
        "everything/index.md",
        "help/index.md",
    ]
    assert [item.title for item in pages.outline.navigation] == ["All guides", "Help"]


def test_the_home_page_leads_through_plan_and_role_to_a_guide() -> None:
    view = page_at("index.md").view
    assert isinstance(view, HomeView)
    (plan,) = view.plans
    assert (plan.title, plan.duration, plan.in_plan) == ("Team", "30 days", "in Team")
    assert (plan.overview.title, plan.overview.url) == ("See the whole Team plan", "team/")
    assert [(role.title, role.url, role.summary, role.time) for role in plan.roles] == [
        ("Champion", "team/champion/", "You bring people along.", "About 4 hours in all"),
        ("Admin", "team/admin/", "You set up the account.", "1 hour 55 minutes in all"),
    ]
    assert [(stone.title, stone.label, stone.win) for stone in view.stones] == [
        ("Plan together", "Days 1–6", False),
        ("Set up Acme", "Days 6–16", False),
        ("Make the first reports", "Days 12–30, first win", True),
    ]


def test_a_metric_with_a_worksheet_asks_for_its_numbers(tmp_path: Path) -> None:
    metrics = """
metrics:
  score:
    title: Score
    meaning: Who would recommend it.
    formula: Promoters - detractors
    source: A guide
    worksheet: net-promoter-score
  plain: {title: Plain, meaning: Just counted., formula: One by one, targets: {gold: {value: "3", source: Us}}}
"""
    for audience, source in ((Audience.CUSTOMER, ""), (Audience.INTERNAL, "A guide")):
        guides = small_guides(tmp_path, {"playbooks/metrics.yml": metrics}, audience)
        pages = {page.path: page.view for page in lay_out(guides, words_in("en")).pages}
        for path in ("metrics/index.md", "gold/admin/metrics/index.md"):
            view = pages[path]
            assert isinstance(view, MeasuresView)
            score, plain = view.measures
            assert (score.source, plain.worksheet) == (source, None)
            assert score.worksheet
            assert score.worksheet.kind == "net-promoter-score"
            assert [(each.id, each.key, each.label) for each in score.worksheet.inputs] == [
                ("score--page_promoters", "_metrics/score/promoters", "Answers of 9 or 10"),
                ("score--page_passives", "_metrics/score/passives", "Answers of 7 or 8"),
                ("score--page_detractors", "_metrics/score/detractors", "Answers of 0 to 6"),
            ]
            assert view.log_key == "_metrics/_won"


def test_a_phase_says_what_everybody_has_to_know_first_and_what_there_is_at_its_end(
    tmp_path: Path,
) -> None:
    path = "playbooks/gold/playbook.yml"
    said = """    outcome: You have begun.
    text: Read *this* first.
    deliverables: ["A plan for {{ product.name }}"]
    links: [{title: More, url: "https://cairn.test/more"}]
    notes: {customer: Everybody reads it., internal: The team reads it.}
    tables:
      - {title: Who, columns: {who: Who, when: When}, rows: [{who: You, when: Now}]}
"""
    files = {path: SHARED[path].replace("    outcome: You have begun.\n", said)}
    pages = lay_out(small_guides(tmp_path, files), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(view, PhaseView)
    assert view.about.text == "Read <em>this</em> first."
    assert view.about.links == ('<a href="https://cairn.test/more">More</a>',)
    assert [note.text for note in view.about.notes] == ["Everybody reads it."]
    assert [table.title for table in view.about.tables] == ["Who"]
    assert [(each.title, each.items) for each in view.results] == [
        ("What there is at its end", ("A plan for Cairn",))
    ]


def test_the_home_page_says_what_its_owner_wants() -> None:
    guides = guides_of(Audience.CUSTOMER)
    own = Home.model_validate({"title": "Welcome", "text": "Choose your role.", "picture": "false"})
    config = guides.config.model_copy(update={"home": own})
    view = lay_out(dataclasses.replace(guides, config=config), words_in("en")).pages[0].view
    assert isinstance(view, HomeView)
    assert (view.title, view.lede, view.stones) == (("Welcome",), "Choose your role.", ())
    usual = page_at("index.md").view
    assert isinstance(usual, HomeView)
    assert usual.title == ("Start here.", "Reach your first win.")
    assert usual.stones
