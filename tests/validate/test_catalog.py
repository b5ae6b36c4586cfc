"""What a catalog holds: entries under their uses, what phases give, planned days, origins."""

from pathlib import Path

import pytest
from tests.edits import SMALL, project

from firstwin.models.plan import Days, Plan, Step
from firstwin.models.values import Audience
from firstwin.sources import read
from firstwin.validate import Catalog, validate


def catalog(config: Path) -> Catalog:
    made, _ = validate(read(config)[0])
    assert made is not None
    return made


@pytest.fixture(scope="module")
def small() -> Catalog:
    return catalog(SMALL / "site_config.yml")


@pytest.fixture(scope="module")
def plan(small: Catalog) -> Plan:
    return small.project.plans["team"]


def step(plan: Plan, id_: str) -> Step:
    added = [step for persona in plan.personas.values() for step in persona.steps()]
    return next(step for step in (*plan.steps(), *added) if step.id == id_)


def test_a_clean_project_is_complete(small: Catalog) -> None:
    assert not small.losses
    assert small.left_out == frozenset()
    assert set(small.files) == {
        "tiers",
        "roles",
        "metrics",
        "contacts",
        "conditions",
        "plays",
        "glossary",
    }
    assert "playbooks/library/images/new-app.svg" in small.assets


def test_plans_and_personas_are_in_the_order_of_the_vocabularies(small: Catalog) -> None:
    personas = small.project.plans["team"].personas

    assert list(personas) == ["champion", "admin"]


def test_a_step_takes_owner_and_window_from_its_phase(plan: Plan) -> None:
    quiz = step(plan, "report-quiz")
    handover = step(plan, "back-up-admin")

    assert (quiz.owner, handover.owner) == ("champion", "admin")
    assert str(quiz.origin_of("owner").span).startswith("playbooks/team/playbook.yml:162:")
    assert str(quiz.origin_of("day").span) == "playbooks/team/playbook.yml:181:14"
    assert handover.phase == "set-up"


def test_a_use_wins_over_its_entry_and_each_value_knows_its_file(plan: Plan) -> None:
    sso = step(plan, "connect-sso")

    assert sso.entry == "connect-sso"
    assert sso.content.title == "Connect single sign-on"
    assert sso.content.quick_win is not None
    assert sso.days == Days(8, 10)
    assert str(sso.origin_of("title").span) == "playbooks/library/connect-sso.yml:3:8"
    assert sso.origin_of("quick_win").path == "playbooks/team/playbook.yml"


def test_parameters_are_set_and_defaulted(plan: Plan) -> None:
    assert step(plan, "welcome-email").values == {"sender": "the success team"}


def test_the_narrowest_audience_counts(plan: Plan) -> None:
    assert step(plan, "handoff").audience is Audience.INTERNAL
    assert step(plan, "check-setup").audience is Audience.PARTNER
    assert step(plan, "kickoff-call").audience is Audience.CUSTOMER


@pytest.mark.parametrize(
    ("window", "days"),
    [
        ("day: 13", Days(13, 13)),
        ("days: 13-15", Days(13, 15)),
        ("week: 3", Days(15, 21)),
        ("weeks: 2-3", Days(8, 21)),
        ("month: 1", Days(1, 30)),
        ("days: 1-3 after webinar", Days(13, 15)),
        ("days: 2-3 before go-live", Days(13, 14)),
        ("week: 1 after go-live", Days(17, 23)),
        ("weeks: 1-2 before first-report", Days(6, 19)),
        ("day: 4 after start", Days(5, 5)),
    ],
)
def test_windows_have_planned_days(window: str, days: Days, tmp_path: Path) -> None:
    edit = f"-        days: 1-3 after webinar\n+        {window}"
    config = project(tmp_path, {"edit playbooks/team/playbook.yml": edit})

    assert step(catalog(config).project.plans["team"], "training").days == days


def test_the_anchor_of_a_milestone_is_the_end_of_its_window(plan: Plan) -> None:
    assert step(plan, "first-report").days == Days(17, 20)


def test_a_milestone_takes_its_day_from_its_phase(tmp_path: Path) -> None:
    edit = """\
-        day: 16
-        owner: csm
+        owner: csm
"""
    config = project(tmp_path, {"edit playbooks/team/playbook.yml": edit})

    assert step(catalog(config).project.plans["team"], "first-report").days == Days(17, 20)


def test_touchpoints_without_a_window_take_the_whole_plan(tmp_path: Path) -> None:
    edit = "-    weeks: 1-3\n-    every: week\n+    every: week"
    config = project(tmp_path, {"edit playbooks/team/playbook.yml": edit})
    made = catalog(config).project.plans["team"]

    assert made.touchpoint_days == {"weekly-call": Days(1, 30)}


def test_windows_that_count_from_each_other_have_no_days(tmp_path: Path) -> None:
    edit = "-        day: 16\n+        day: 5 before first-report"
    config = project(tmp_path, {"edit playbooks/team/playbook.yml": edit})
    made = catalog(config).project.plans["team"]

    assert step(made, "go-live").days is None
    assert step(made, "first-report").days is None


@pytest.mark.unmeasured  # others run through all of it
def test_a_long_chain_of_milestones_is_followed_to_its_end(tmp_path: Path) -> None:
    chain = "".join(
        f"+      - id: stop-{number}\n+        type: milestone\n+        title: Stop {number}\n"
        f"+        day: 1 after stop-{number + 1}\n+        done_when: It is reached.\n"
        for number in range(3000)
    )
    last = (
        "+      - id: stop-3000\n+        type: milestone\n+        title: Stop\n"
        "+        day: 1\n+        done_when: It is reached.\n"
    )
    edit = f"{chain}{last}       - id: training"
    config = project(tmp_path, {"edit playbooks/team/playbook.yml": edit})

    assert step(catalog(config).project.plans["team"], "stop-0").days == Days(3001, 3001)


def test_a_faulty_step_is_left_out_and_the_rest_is_there(tmp_path: Path) -> None:
    edit = "-        to: csm\n+        to: [csm]"
    made = catalog(project(tmp_path, {"edit playbooks/team/playbook.yml": edit}))
    steps = [step.id for step in made.project.plans["team"].steps()]

    assert steps[:2] == ["welcome-email", "kickoff-call"]
    assert made.losses
    assert "handoff" in made.left_out


def test_what_stands_behind_a_faulty_step_keeps_its_place(tmp_path: Path) -> None:
    edit = "-        to: csm\n+        to: [csm]"
    made = catalog(project(tmp_path, {"edit playbooks/team/playbook.yml": edit}))
    origin = step(made.project.plans["team"], "welcome-email").origin

    assert str(origin.at("use").span) == "playbooks/team/playbook.yml:46:14"


def test_a_misspelt_key_counts_for_the_one_that_was_meant(tmp_path: Path) -> None:
    edit = "-        owner: account-executive\n+        ownr: account-executive"
    made = catalog(project(tmp_path, {"edit playbooks/team/playbook.yml": edit}))

    assert not made.losses
    assert step(made.project.plans["team"], "handoff").owner == "account-executive"


def test_without_any_file_there_is_no_catalog(tmp_path: Path) -> None:
    (tmp_path / "site_config.yml").write_text("schema: 1\n", encoding="utf-8")

    made, _ = validate(read(tmp_path / "site_config.yml")[0])

    assert made is None
