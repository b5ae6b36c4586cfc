"""The pages for the vendor's team: plans with all steps, weeks, emails, failures, figures, coverage."""

from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from tests.edits import project
from tests.pages.small import block, guides_of, page_at, steps_in
from tests.resolve.small import small_guides, with_steps

from firstwin.loading import load_for_now
from firstwin.models.effort import Effort
from firstwin.models.plan import Days
from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.views import (
    ChecklistView,
    CoverageView,
    EmailsView,
    FailuresView,
    GuidePlaysView,
    GuideView,
    HelpView,
    HomeView,
    PhaseView,
    PlaysView,
    TableView,
    TeamPlanView,
    TeamView,
    TeamWeeksView,
    WholeGuideView,
)
from firstwin.resolve import Guides, resolve
from firstwin.resolve.vocabulary_texts import (
    FailureText,
    FigureLine,
    MethodLine,
    PlanStep,
    PlayName,
)
from firstwin.select import select
from firstwin.text import Prose, inline_html
from firstwin.words import words_in

V = TypeVar("V")


def page(path: str) -> Page:
    return page_at(path, Audience.INTERNAL)


def seen(kind: type[V], view: object) -> V:
    assert isinstance(view, kind)
    return view


def rich() -> Guides:
    """The small project's guides, with what its files do not have."""
    guides = guides_of(Audience.INTERNAL)
    plan = guides.plans["team"]
    figures = (
        FigureLine("contract", "$5K", "a year", "Our books"),
        FigureLine("retention", "90%", "of customers stay", "Our books"),
        FigureLine("cost", "$200", "", "A survey"),
    )
    step = PlanStep(
        "team", "Team", "plan", "Plan together", "kickoff-call", "Hold the kickoff call"
    )
    failure = FailureText(
        id="no-sponsor",
        title="No sponsor",
        signs=(Prose("Nobody asks."),),
        prevention=Prose("Ask."),
        source="Our books",
        steps=(step,),
        plays=(PlayName("champion-leaves", "Find a new champion"),),
    )
    used = MethodLine(
        "videos", "Videos", "high", "low", "medium", "medium", "Many", "Our books", ("team",)
    )
    unused = replace(used, id="calls", title="A call for each", tiers=())
    return replace(
        guides,
        plans={"team": replace(plan, economics=figures)},
        failures=(failure,),
        methods=(used, unused),
    )


def rich_page(path: str) -> Page:
    return next(page for page in lay_out(rich(), words_in("en")).pages if page.path == path)


def test_the_overview_leads_to_what_there_is() -> None:
    view = seen(TeamView, page("internal/index.md").view)
    assert [(group.title, [line.title for line in group.lines]) for group in view.contents] == [
        ("The plans, with our own steps", ["The whole Team plan"]),
        ("Who does what, week by week", ["Team, week by week"]),
        ("When it does not go to plan", ["Plays"]),
        ("How we work", ["All emails", "What is thin"]),
    ]
    view = seen(TeamView, rich_page("internal/index.md").view)
    assert [line.title for group in view.contents[2:] for line in group.lines] == [
        "Plays",
        "Why onboarding fails",
        "All emails",
        "Ways to bring customers on board",
        "What customers bring and cost",
        "What is thin",
    ]


def test_the_home_of_the_teams_edition_is_the_teams() -> None:
    home = seen(HomeView, page("index.md").view)
    overview = seen(TeamView, page("internal/index.md").view)
    assert (home.title, home.lede) == ((overview.title,), overview.lede)
    assert [(group.title, [line.title for line in group.lines]) for group in home.contents] == [
        (group.title, [line.title for line in group.lines]) for group in overview.contents
    ]
    assert home.contents[0].lines[0].url == "internal/plans/team/"
    assert [plan.title for plan in home.plans] == ["Team"]
    for audience in (Audience.CUSTOMER, Audience.PARTNER):
        assert seen(HomeView, page_at("index.md", audience).view).contents == ()


def test_plays_are_found_by_what_happened_and_by_plan() -> None:
    view = seen(PlaysView, page("plays/index.md").view)
    ((title, lines),) = [(group.title, group.lines) for group in view.contents]
    assert title == "What happened?"
    assert [(line.title, line.url, line.note) for line in lines] == [
        (play.title, f"#{play.id}", f"{inline_html(play.trigger).striptags()} · {play.tiers}")
        for play in view.plays
    ]
    alone = lay_out(
        replace(guides_of(Audience.INTERNAL), plays=guides_of(Audience.INTERNAL).plays[:1]),
        words_in("en"),
    ).pages
    only = next(each.view for each in alone if each.path == "plays/index.md")
    assert seen(PlaysView, only).contents == ()


def test_a_plan_of_the_team_has_the_steps_that_no_guide_shows() -> None:
    view = seen(TeamPlanView, page("internal/plans/team/index.md").view)
    steps = [(step.title, step.note) for phase in view.phases for step in phase.steps]
    assert steps[0] == ("Pass on what was promised", "Account executive")
    shown = page("internal/plans/team/plan/index.md")
    phase = seen(PhaseView, shown.view)
    assert shown.title == "Plan together: Team, for the team"
    assert [step.form for step in steps_in(phase)] == ["own"] * 4
    kickoff = next(step for step in steps_in(phase) if step.key == "team/kickoff-call")
    notes = block(kickoff, "notes")["notes"]
    assert [note.audience for note in notes] == ["customer", "partner", "internal"]
    assert block(kickoff, "done")["box"] is None


def test_weeks_tell_who_works_on_what() -> None:
    view = seen(TeamWeeksView, page("internal/weeks/team/index.md").view)
    week = view.weeks[0]
    assert (week.id, week.title, week.label) == ("page_week-1", "Week 1", "Days 1–7")
    duties = {
        role.role: (role.time, [(duty.title, duty.note) for duty in role.duties], role.calls)
        for role in week.roles
    }
    assert duties["Success manager"] == (
        "1 hour 5 minutes",
        [
            ("Pass on what was promised", "due day 1, with Account executive"),
            ("Send the welcome email", "due day 1"),
            ("Hold the kickoff call", "due day 4"),
        ],
        ("Weekly call, 20 minutes",),
    )
    assert duties["Account executive"][1] == [("Pass on what was promised", "due day 1")]
    assert week.roles[0].duties[0].url.startswith("../../plans/team/plan/#")


def test_the_hours_of_each_role_are_summed_up() -> None:
    view = seen(TeamWeeksView, page("internal/weeks/team/index.md").view)
    assert [column.title for column in view.columns] == ["Role", "In all", "In the busiest week"]
    assert view.sums == (("Success manager", "About 3 hours", "1 hour 5 minutes"),)


def test_the_busiest_week_of_a_role_is_a_week_of_the_page() -> None:
    """A role that has twenty minutes in all has none of thirty in its busiest week."""
    view = seen(TeamWeeksView, page("internal/weeks/team/index.md").view)
    for role, in_all, busiest in view.sums:
        times = {duties.time for week in view.weeks for duties in week.roles if duties.role == role}
        assert busiest in times, (role, in_all)


def test_a_role_with_a_guide_spends_what_its_guide_says(tmp_path: Path) -> None:
    """A step takes it the minutes of its own file, and those of a training are its own only where it attends."""
    csm = (
        "schema: 1\npersona: csm\ngoal: You lead the plan.\nsummary: You lead it.\n"
        "adjust:\n  kickoff-call:\n    minutes: 240\n"
    )
    loaded = load_for_now(project(tmp_path, {"file playbooks/team/csm.yml": csm}))
    assert loaded.catalog
    guides = resolve(select(loaded.catalog, Audience.INTERNAL))
    (guide,) = (guide for guide in guides.guides if guide.persona.id == "csm")
    pages = lay_out(guides, words_in("en")).pages
    view = next(each.view for each in pages if each.path == "internal/weeks/team/index.md")
    said = words_in("en").total(guide.minutes.most, alone=True)
    assert seen(TeamWeeksView, view).sums == (("Success manager", said, "About 4 hours"),)
    assert said == "About 6 hours"


def test_weeks_in_which_everybody_does_the_same_are_told_once() -> None:
    guides = guides_of(Audience.INTERNAL)
    plan = guides.plans["team"]
    step = plan.phases[0].steps[1]
    long = replace(step, minutes=Effort(140, 140), moment=replace(step.moment, days=Days(1, 28)))
    alone = replace(plan.phases[0], steps=(long,))
    share = next(share for share in plan.roles if share.role.id == step.owner.id)
    roles = (replace(share, work={step.id: long.minutes}),)
    changed = replace(plan, phases=(alone,), cadences=(), duration=28, roles=roles)
    pages = lay_out(replace(guides, plans={"team": changed}), words_in("en")).pages
    view = next(each.view for each in pages if each.path == "internal/weeks/team/index.md")
    weeks = seen(TeamWeeksView, view).weeks
    assert [(week.id, week.title, week.label) for week in weeks] == [
        ("page_week-1", "Weeks 1–3", "Days 1–21, the same each week"),
        ("page_week-4", "Week 4", "Days 22–28"),
    ]
    assert [(role.time, role.duties[0].note) for week in weeks for role in week.roles] == [
        ("35 minutes", "until day 28"),
        ("35 minutes", "due day 28"),
    ]


def test_emails_stand_in_the_order_in_which_they_are_sent() -> None:
    view = seen(EmailsView, page("internal/emails/index.md").view)
    (group,) = view.groups
    assert (group.title, group.id) == ("Team", "team")
    (mail,) = group.sent
    assert (mail.id, mail.when) == ("team--welcome-email", "Day 1")
    assert [fact.label for fact in mail.letter.head] == ["From", "To", "Subject"]


def test_a_failure_leads_to_the_steps_and_plays_against_it() -> None:
    view = seen(FailuresView, rich_page("internal/failures/index.md").view)
    (failure,) = view.failures
    assert [(link.title, link.url) for link in failure.steps] == [
        ("Team, Hold the kickoff call", "../plans/team/plan/#kickoff-call")
    ]
    assert [(link.title, link.url) for link in failure.plays] == [
        ("Find a new champion", "../../plays/#champion-leaves")
    ]


def test_figures_stand_beside_each_other_and_name_their_sources_once() -> None:
    view = seen(TableView, rich_page("internal/economics/index.md").view)
    assert [column.title for column in view.columns] == ["Figure", "Team"]
    assert view.rows == (
        ("Contract · a year", "$5K"),
        ("Cost of onboarding", "$200"),
        ("Customers who stay · of customers stay", "90%"),
    )
    assert [(each.source, each.what) for each in view.sources] == [
        ("Our books", "Contract and Customers who stay"),
        ("A survey", "Cost of onboarding"),
    ]


def test_a_tier_without_a_figure_has_a_dash() -> None:
    guides = rich()
    plan = guides.plans["team"]
    other = replace(plan, tier="solo", tier_title="Solo", economics=plan.economics[:1])
    pages = lay_out(replace(guides, plans={"team": plan, "solo": other}), words_in("en")).pages
    view = next(each.view for each in pages if each.path == "internal/economics/index.md")
    assert seen(TableView, view).rows[1] == ("Cost of onboarding", "$200", "–")


def test_what_plans_say_of_a_figure_in_different_words_stays_with_it() -> None:
    guides = rich()
    plan = guides.plans["team"]
    other = replace(
        plan,
        tier="solo",
        tier_title="Solo",
        economics=(replace(plan.economics[0], meaning="once"),),
    )
    pages = lay_out(replace(guides, plans={"team": plan, "solo": other}), words_in("en")).pages
    view = next(each.view for each in pages if each.path == "internal/economics/index.md")
    assert seen(TableView, view).rows[0] == ("Contract", "$5K a year", "$5K once")


def test_methods_are_compared() -> None:
    view = seen(TableView, rich_page("internal/methods/index.md").view)
    assert view.rows == (
        ("Videos", "High", "Low", "Medium", "Medium", "Many", "Team"),
        ("A call for each", "High", "Low", "Medium", "Medium", "Many", "Not used"),
    )
    assert view.sources[0].what == "Videos and A call for each"


def test_coverage_says_in_words_what_is_thin() -> None:
    view = seen(CoverageView, page("internal/coverage/index.md").view)
    assert view.tiers == ("Team",)
    assert [(row.role, [cell.word for cell in row.cells]) for row in view.matrix] == [
        ("Champion", ["3 remarks"]),
        ("Admin", ["2 remarks"]),
    ]
    assert [cell.url for cell in view.matrix[0].cells] == ["#team--champion"]
    ((champion, admin),) = [plan.guides for plan in view.plans]
    assert (champion.id, champion.url) == ("team--champion", "../../team/champion/")
    values = zip(view.columns[1:], admin.values, strict=True)
    assert [(column, value.value, value.thin) for column, value in values] == [
        ("Steps owned", "4", False),
        ("Takes part in", "2", False),
        ("Tutorials", "1", False),
        ("Minutes, of those promised", "115 of 400", True),
        ("Own steps that say little", "2", True),
        ("Phases without a step", "1", False),
    ]
    assert view.rules[1] == "no tutorial leads through its work"


def test_minutes_are_held_against_the_promise() -> None:
    guides = guides_of(Audience.INTERNAL)
    champion = guides.guides[0]
    thin, taken = {}, champion.minutes.most
    for promised in (0, taken, taken - 1, 3 * taken):
        promising = (replace(champion, promised=promised), *guides.guides[1:])
        pages = lay_out(replace(guides, guides=promising), words_in("en")).pages
        view = next(each.view for each in pages if each.path == "internal/coverage/index.md")
        value = seen(CoverageView, view).plans[0].guides[0].values[3]
        thin[value.value] = value.thin
    assert thin == {
        "230, nothing promised": False,
        "230 of 230": False,
        "230 of 229": True,
        "230 of 690": True,
    }


def test_a_role_without_a_guide_in_a_plan_is_said_to_have_none() -> None:
    guides = guides_of(Audience.INTERNAL)
    other = replace(guides.plans["team"], tier="solo", tier_title="Solo")
    pages = lay_out(replace(guides, plans={**guides.plans, "solo": other}), words_in("en")).pages
    view = next(each.view for each in pages if each.path == "internal/coverage/index.md")
    cell = seen(CoverageView, view).matrix[0].cells[1]
    assert (cell.status, cell.word, cell.url) == ("none", "No guide", "")


def test_the_vendors_people_have_guides_in_the_teams_edition_alone(tmp_path: Path) -> None:
    files = {
        "playbooks/gold/csm.yml": "persona: csm\ngoal: You lead it.\nsummary: You lead the plan.\n",
        **with_steps(
            "- {id: talk, title: Talk, days: 3-5, owner: csm, with: [admin], minutes: 30}"
        ),
    }
    of_customers = lay_out(small_guides(tmp_path / "customer", files), words_in("en")).pages
    assert not [page.path for page in of_customers if "csm" in page.path]
    team = small_guides(tmp_path / "team", files, Audience.INTERNAL)
    pages = {page.path: page.view for page in lay_out(team, words_in("en")).pages}
    (talk, won) = steps_in(seen(PhaseView, pages["gold/csm/begin/index.md"]))
    assert (talk.form, talk.meta[-1]) == ("own", "you, with Admin")
    assert won.title == "Reach the first win"
    plans = seen(HomeView, pages["index.md"]).plans
    assert [role.title for role in plans[0].roles] == ["Sponsor", "Admin", "Success manager"]


STUCK = """
persona: csm
goal: You lead it.
summary: You lead the plan.
stuck: Ask *the head* or [see the step](step:talk).
"""


def test_whoever_leads_a_plan_of_customers_reads_what_is_said_to_them(tmp_path: Path) -> None:
    files = {
        "playbooks/gold/csm.yml": STUCK,
        **with_steps("- {id: talk, title: Talk, day: 3, owner: csm, with: [admin], minutes: 30}"),
    }
    guides = small_guides(tmp_path, files, Audience.INTERNAL)
    pages = {page.path: page for page in lay_out(guides, words_in("en")).pages}
    phase, of_admin = (pages[f"gold/{role}/begin/index.md"].chrome for role in ("csm", "admin"))
    assert phase.stuck == ('Ask <em>the head</em> or <a href="#talk">see the step</a>.')
    assert phase.aside.endswith("“you” is the customer.")
    assert pages["gold/csm/whole-plan/index.md"].chrome.aside.endswith(
        "“you” is the customer here."
    )
    assert (of_admin.stuck, of_admin.aside) == ("", "")
    of_csm, shared = (
        seen(HelpView, pages[f"{path}/help/index.md"].view) for path in ("gold/csm", "gold/admin")
    )
    assert of_csm.stuck.startswith("Ask <em>the head</em>")
    assert shared.stuck.startswith("Ask <a")
    assert [side.title for side in of_csm.sides] == ["On your side", "On the customer’s side"]
    assert [side.title for side in shared.sides] == ["On your side", "On Tarn’s side"]


def test_nobody_is_told_to_ask_themselves(tmp_path: Path) -> None:
    files = {
        "playbooks/contacts.yml": """
contacts:
  manager: {title: Manager, role: csm, for: Dates, responds: At once, channels: [{title: Write, url: "https://a.test"}]}
  desk: {title: Desk, for: Faults, responds: At once, channels: [{title: Write, url: "https://b.test"}]}
""",
        "playbooks/plays.yml": """
plays:
  late:
    title: Move a date
    audience: customer
    trigger: A date has passed.
    tell: [csm]
    steps:
      - {id: agree, title: Agree on a date, day: 1, owner: csm, with: [admin], done_when: It is agreed.}
""",
        "playbooks/gold/csm.yml": "persona: csm\ngoal: You lead it.\nsummary: You lead the plan.\n",
    }
    guides = small_guides(tmp_path, files, Audience.INTERNAL)
    pages = {page.path: page.view for page in lay_out(guides, words_in("en")).pages}
    for role, asked in {"admin": ["Manager", "Desk"], "csm": ["Desk"]}.items():
        guide, checklist, whole = (
            pages[f"gold/{role}/{name}index.md"] for name in ("", "checklist/", "on-one-page/")
        )
        help_ = seen(HelpView, pages[f"gold/{role}/help/index.md"])
        assert [contact.title for ask in help_.ask for contact in ask.contacts] == asked
        for view in (
            seen(GuideView, guide),
            seen(ChecklistView, checklist),
            seen(WholeGuideView, whole),
        ):
            assert [contact.title for contact in view.contacts] == asked
        (play,) = seen(GuidePlaysView, pages[f"gold/{role}/plays/index.md"]).plays
        assert [contact.title for contact in play.contacts] == asked[:-1]
