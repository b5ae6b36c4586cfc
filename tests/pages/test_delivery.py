"""The pages for whoever conducts an onboarding: what is accepted, and who has which part in each step."""

from pathlib import Path
from typing import TypeVar

from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.pages import Page, lay_out
from firstwin.pages.views import (
    ChecklistView,
    GuideView,
    MatrixView,
    MeasuresView,
    PointsView,
    TeamPlanView,
    TierView,
)
from firstwin.words import words_in

V = TypeVar("V")

ACCEPTANCE, RACI = "delivery/gold/acceptance/index.md", "delivery/gold/raci/index.md"
CALLED = ("Gold: what is accepted, and by whom", "Gold: who does what (RACI)")
ROLES = {
    "playbooks/roles.yml": SHARED["playbooks/roles.yml"]
    + """
  consultant: {title: Consultant, side: partner, summary: Sets it up}
"""
}
GUIDE = {
    "playbooks/gold/consultant.yml": """
persona: consultant
goal: It is set up.
summary: You set it up.
"""
}
STEPS = """
- id: account
  type: procedure
  title: Set up the account
  day: 3
  owner: consultant
  with: [trainer]
  informed: [sponsor, csm]
  instructions:
    - Create the account.
    - Write the *list*.
  raci: {accountable: csm, responsible: [trainer], consulted: [admin]}
  deliverables: [The list of settings]
  acceptance: {by: csm, when: {owners: Two owners can sign in.}}
- id: goal
  title: Agree on the goal
  day: 5
  owner: admin
  with: [sponsor]
  sign_off: [sponsor, csm]
  done_when: The goal is written down.
- id: hidden
  title: Talk about the price
  day: 6
  owner: csm
  audience: internal
  sign_off: [trainer]
  done_when: We know it.
"""


def pages(folder: Path, audience: Audience, steps: str = STEPS) -> dict[str, Page]:
    files = {**ROLES, **GUIDE, **with_steps(steps)}
    laid_out = lay_out(small_guides(folder, files, audience), words_in("en"))
    return {page.path: page for page in laid_out.pages}


def view_of(page: Page, kind: type[V]) -> V:
    assert isinstance(page.view, kind)
    return page.view


def test_customers_have_neither_page_nor_link(tmp_path: Path) -> None:
    found = pages(tmp_path, Audience.CUSTOMER)
    assert not [path for path in found if path.startswith("delivery/")]
    assert view_of(found["gold/index.md"], TierView).delivery == ()


def test_guides_of_partners_the_plan_and_the_team_lead_there(tmp_path: Path) -> None:
    partner = pages(tmp_path / "partner", Audience.PARTNER)
    team = pages(tmp_path / "team", Audience.INTERNAL)

    def titles(page: Page, kind: type[GuideView | TeamPlanView]) -> list[str]:
        return [link.title for link in view_of(page, kind).links]

    assert set(CALLED) <= set(titles(partner["gold/consultant/index.md"], GuideView))
    assert not set(CALLED) & set(titles(partner["gold/admin/index.md"], GuideView))
    links = view_of(partner["gold/index.md"], TierView).delivery
    assert [(link.title, link.url) for link in links] == [
        (CALLED[0], "../delivery/gold/acceptance/"),
        (CALLED[1], "../delivery/gold/raci/"),
    ]
    assert set(CALLED) <= set(titles(team["internal/plans/gold/index.md"], TeamPlanView))


def test_each_point_says_who_decides_when_and_by_what(tmp_path: Path) -> None:
    page = pages(tmp_path, Audience.PARTNER)[ACCEPTANCE]
    view = view_of(page, PointsView)
    assert view.lede == (
        "2 points at which somebody accepts the work, decides or signs. "
        "Each with its day, who decides, and what there is to show."
    )
    (phase,) = view.phases
    assert (phase.title, phase.label) == ("1. Begin", "Days 1–30")
    account, goal = phase.points
    assert account.acceptance
    assert (account.title, account.meta, account.acceptance.title) == (
        "Set up the account",
        "Day 3 · Consultant",
        "Accepted by Success manager when",
    )
    assert (account.acceptance.points, account.evidence) == (
        ("Two owners can sign in.",),
        ("The list of settings",),
    )
    assert (goal.signatures, goal.done_when) == (
        ("Signed by Sponsor", "Signed by Success manager"),
        "The goal is written down.",
    )


def test_what_is_tried_stands_with_what_is_accepted_and_is_counted(tmp_path: Path) -> None:
    tried = """
- id: try-it
  title: Try it
  day: 7
  owner: admin
  tests:
    sign-in: {scenario: You sign in., expected: You see *your* board.}
    export: {scenario: You export., expected: A file.}
  done_when: All have passed.
"""
    view = view_of(pages(tmp_path, Audience.PARTNER, tried)[ACCEPTANCE], PointsView)
    assert view.lede == (
        "1 point at which somebody accepts the work, decides or signs. 2 tests have to pass. "
        "Each with its day, who decides, and what there is to show."
    )
    ((point,),) = (phase.points for phase in view.phases)
    assert [(each.id, each.key, each.label) for each in point.trials] == [
        ("try-it--sign-in", "gold/try-it/sign-in", "What came of “You sign in.”"),
        ("try-it--export", "gold/try-it/export", "What came of “You export.”"),
    ]


def test_a_point_leads_to_the_guide_of_its_owner_and_for_the_team_to_its_plan(
    tmp_path: Path,
) -> None:
    for audience, urls in (
        (
            Audience.PARTNER,
            ["../../../gold/consultant/begin/#account", "../../../gold/admin/begin/#goal"],
        ),
        (
            Audience.INTERNAL,
            [f"../../../internal/plans/gold/begin/#{id_}" for id_ in ("account", "goal", "hidden")],
        ),
    ):
        page = pages(tmp_path / audience.value, audience)[ACCEPTANCE]
        points = view_of(page, PointsView).phases[0].points
        assert [point.url for point in points] == urls


def test_a_plan_in_which_nothing_is_accepted_has_no_page_of_it(tmp_path: Path) -> None:
    found = pages(
        tmp_path, Audience.PARTNER, "- {id: see, title: See, day: 2, owner: admin, done_when: So.}"
    )
    assert ACCEPTANCE not in found
    assert [link.title for link in view_of(found["gold/index.md"], TierView).delivery] == [
        CALLED[1]
    ]


def test_the_matrix_has_a_letter_for_each_part(tmp_path: Path) -> None:
    view = view_of(pages(tmp_path, Audience.PARTNER)[RACI], MatrixView)
    assert [(part.letter, part.title) for part in view.parts] == [
        ("R", "Responsible"),
        ("A", "Accountable"),
        ("C", "Consulted"),
        ("I", "Informed"),
    ]
    (phase,) = view.phases
    told = {
        row.title: {role: cell for role, cell in zip(view.roles, row.cells, strict=True) if cell}
        for row in phase.rows
    }
    assert told == {
        "Set up the account": {
            "Consultant": "R",
            "Success manager": "A",
            "Admin": "C",
            "Trainer": "R",
            "Sponsor": "I",
        },
        "Agree on the goal": {"Admin": "R A", "Sponsor": "C"},
        "Reach the first win": {"Success manager": "R A"},
    }
    assert [row.day for row in phase.rows] == ["Day 3", "Day 5", "Day 20"]


def test_the_checklist_carries_the_procedure_and_who_accepts_it(tmp_path: Path) -> None:
    found = pages(tmp_path, Audience.PARTNER)
    (phase,) = view_of(found["gold/consultant/checklist/index.md"], ChecklistView).phases
    step = phase.steps[0]
    assert step.instructions == ("Create the account.", "Write the <em>list</em>.")
    assert step.acceptance
    assert step.acceptance.title == "Accepted by your success manager when"
    own = view_of(found["gold/admin/checklist/index.md"], ChecklistView).phases[0].steps
    assert not any(each.instructions or each.acceptance for each in own)


def test_partners_read_what_is_said_to_customers_of_each_figure(tmp_path: Path) -> None:
    files = {
        **ROLES,
        **GUIDE,
        "playbooks/gold/admin.yml": "",
        "playbooks/gold/sponsor.yml": "",
        "playbooks/metrics.yml": """
metrics:
  use:
    title: Use
    meaning: How many of your people use it.
    formula: users / people
    targets: {gold: {value: 80%, meaning: use it, source: Us}}
""",
    }
    laid_out = lay_out(small_guides(tmp_path, files, Audience.PARTNER), words_in("en"))
    page = next(page for page in laid_out.pages if page.path == "gold/consultant/metrics/index.md")
    view = view_of(page, MeasuresView)
    assert view.lede == "What we tell customers about each figure. “You” is the customer here."
    assert [target.value for target in view.measures[0].targets] == ["80%"]
