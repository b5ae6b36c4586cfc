"""The home page and what stands beside the guides: metrics with worksheets, and what a phase says first."""

from pathlib import Path

from msgspec.structs import replace
from tests.pages.small import guides_of, page_at
from tests.resolve.small import SHARED, small_guides

from firstwin.models.config import Home
from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.views import (
    HomeView,
    MeasuresView,
    PhaseView,
)
from firstwin.words import words_in

AID = """
tier: aid
title: Aid
summary: How it is set up.
duration: 10
phases:
  - id: begin
    title: Begin
    days: 1-10
    owner: helper
    outcome: It is set up.
    steps:
      - {id: do, title: Do it, day: 2, done_when: It is done.}
"""


def test_an_edition_without_plans_still_has_a_home_and_help() -> None:
    bare = replace(
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


def test_partners_choose_among_their_own_plans_first(tmp_path: Path) -> None:
    side = "  helper: {title: Helper, side: partner, summary: Sets it up}\n"
    files = {
        "playbooks/tiers.yml": SHARED["playbooks/tiers.yml"]
        + "  aid: {title: Aid, summary: You set it up., audience: partner}\n",
        "playbooks/roles.yml": SHARED["playbooks/roles.yml"] + side,
        "playbooks/aid/playbook.yml": AID,
        "playbooks/aid/helper.yml": "persona: helper\ngoal: It is set up.\nsummary: You set it up.\n",
    }
    chosen = {}
    for audience in (Audience.CUSTOMER, Audience.PARTNER, Audience.INTERNAL):
        guides = small_guides(tmp_path / audience.value, files, audience)
        pages = lay_out(guides, words_in("en")).pages
        view = next(page.view for page in pages if page.path == "index.md")
        assert isinstance(view, HomeView)
        chosen[audience] = [plan.title for plan in view.plans]
    assert chosen == {
        Audience.CUSTOMER: ["Gold"],
        Audience.PARTNER: ["Aid", "Gold"],
        Audience.INTERNAL: ["Gold", "Aid"],
    }


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
    view = lay_out(replace(guides, config=config), words_in("en")).pages[0].view
    assert isinstance(view, HomeView)
    assert (view.title, view.lede, view.stones) == (("Welcome",), "Choose your role.", ())
    usual = page_at("index.md").view
    assert isinstance(usual, HomeView)
    assert usual.title == ("Start here.", "Reach your first win.")
    assert usual.stones
