"""The overview of a plan and the help page: who gives what, whom to ask, and plays with their anchors."""

from msgspec.structs import replace
from tests.pages.small import guides_of, page_at

from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.views import (
    GuideView,
    HelpView,
    PlaysView,
    TierView,
)
from firstwin.resolve.guide import Guides
from firstwin.text import Prose
from firstwin.words import words_in


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
    solo = replace(plan, tier="solo", tier_title="Solo", stuck=Prose("Ask *Bo*."))
    two = replace(guides, plans={"team": plan, "solo": solo})
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
