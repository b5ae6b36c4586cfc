"""A plan that extends another has what that one has, changed by its own file."""

from pathlib import Path

import pytest
from tests.edits import SMALL, project
from tests.files import lay

from firstwin.loading import load_for_now
from firstwin.models.effort import Effort
from firstwin.models.plan import Plan, Step
from firstwin.models.values import Audience
from firstwin.resolve import Guides, resolve
from firstwin.select import select
from firstwin.validate import Catalog

TIER = {
    "edit playbooks/tiers.yml": """\
 tiers:
+  regulated:
+    title: Regulated
+    summary: Teams with an auditor.
+    first_value:
+      day: 30
+      source: Plans of the last year
"""
}
HEAD = """\
tier: regulated
title: Regulated onboarding
summary: As for every team, with an auditor who looks on.
duration: 60
extends: team
"""
CHANGES = """\
hide:
  - handoff
  - report-quiz
adjust:
  plan:
    days: 1-20
  use:
    days: 12-60
    title: Make the first reports, watched
  kickoff-call:
    day: 4
    minutes: 90
    informed:
      - consultant
move:
  check-setup: prerequisites
  training: plan
  plan: set-up
add:
  set-up:
    - id: audit
      title: Let the auditor in
      days: 15-16
      done_when: The auditor has signed in.
  kickoff-call:
    - id: name-auditor
      title: Name the auditor
      done_when: We know who it is.
touchpoints:
  weekly-call:
    title: Weekly call, with the auditor
    weeks: 1-3
    every: week
    minutes: 30
    owner: csm
phases:
  - id: file
    title: File the papers
    days: 40-60
    owner: champion
    outcome: The auditor has every paper.
    steps:
      - id: send-papers
        title: Send the papers
        done_when: They have arrived.
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    config = project(tmp_path, TIER)
    lay(tmp_path, {"playbooks/regulated/playbook.yml": HEAD + CHANGES})
    loaded = load_for_now(config)
    assert [one for one in loaded.report.diagnostics if one.code.id != "FW638"] == []
    assert loaded.catalog
    return loaded.catalog


@pytest.fixture
def plan(catalog: Catalog) -> Plan:
    return catalog.project.plans["regulated"]


def step(plan: Plan, id_: str) -> Step:
    return next(step for step in plan.steps() if step.id == id_)


def test_steps_are_hidden_added_and_moved(plan: Plan) -> None:
    assert {phase.id: [step.id for step in phase.steps] for phase in plan.phases} == {
        "set-up": ["connect-sso", "import-data", "go-live", "audit"],
        "plan": [
            *("welcome-email", "kickoff-call", "name-auditor", "prerequisites", "check-setup"),
            "training",
        ],
        "use": ["first-report", "first-review", "satisfaction"],
        "file": ["send-papers"],
    }
    assert [phase.number for phase in plan.phases] == [1, 2, 3, 4]
    assert {step.phase for step in plan.phases[1].steps} == {"plan"}


def test_what_is_adjusted_takes_the_place_of_what_was_there(plan: Plan) -> None:
    call, use = step(plan, "kickoff-call"), plan.phases[2]

    assert (call.days.first, call.days.last) == (4, 4) if call.days else False
    assert call.content.minutes == Effort(90, 90)
    assert call.content.informed == ("consultant",)
    assert call.content.with_ == ("champion",)
    assert (use.title, use.days and use.days.last) == ("Make the first reports, watched", 60)
    assert use.outcome == "People read a report every week."


def test_each_value_knows_who_wrote_it(plan: Plan) -> None:
    call, use, own = step(plan, "kickoff-call"), plan.phases[2], step(plan, "audit")
    here, there = "playbooks/regulated/playbook.yml", "playbooks/team/playbook.yml"

    assert {name: call.origin_of(name).path for name in ("title", "day", "minutes")} == {
        "title": there,
        "day": here,
        "minutes": here,
    }
    assert (call.taken_from, own.taken_from) == ("team", None)
    assert call.changed == {"day", "minutes", "informed"}
    assert (use.origin_of("title").path, use.origin_of("outcome").path) == (here, there)
    assert plan.origin_of("named_days", "webinar", "day").path == there
    assert plan.origin_of("touchpoints", "weekly-call", "minutes").path == here
    assert plan.origin_of("criteria").path == there


def test_what_it_does_not_say_is_that_of_the_other(plan: Plan, catalog: Catalog) -> None:
    base = catalog.project.plans["team"]

    assert plan.criteria == base.criteria
    assert plan.named_days == base.named_days
    assert plan.touchpoints["weekly-call"].minutes == Effort(30, 30)
    assert (plan.duration, base.duration) == (60, 30)


def test_persona_files_go_along_without_what_is_hidden(plan: Plan, catalog: Catalog) -> None:
    base = catalog.project.plans["team"]
    gone = {"handoff", "report-quiz"}

    assert plan.personas.keys() == base.personas.keys()
    for role, persona in plan.personas.items():
        assert persona.adjust.keys() == base.personas[role].adjust.keys() - gone
        assert persona.goal == base.personas[role].goal


def guides(catalog: Catalog, audience: Audience) -> Guides:
    return resolve(select(catalog, audience))


def test_the_team_reads_where_a_step_is_from_and_nobody_else_does(catalog: Catalog) -> None:
    def taken(audience: Audience) -> dict[str, tuple[str, tuple[str, ...]]]:
        plan = guides(catalog, audience).plans["regulated"]
        return {
            step.id: (step.taken_from.plan, step.taken_from.changed)
            for phase in plan.phases
            for step in phase.steps
            if step.taken_from
        }

    for_team = taken(Audience.INTERNAL)
    assert for_team["kickoff-call"] == ("Team", ("day", "informed", "minutes"))
    assert for_team["go-live"] == ("Team", ())
    assert "audit" not in for_team
    assert taken(Audience.CUSTOMER) == taken(Audience.PARTNER) == {}


def test_progress_is_kept_for_each_plan(catalog: Catalog) -> None:
    plans = guides(catalog, Audience.CUSTOMER).plans

    keys = {
        tier: {step.key for phase in plan.phases for step in phase.steps}
        for tier, plan in plans.items()
    }
    assert "regulated/kickoff-call" in keys["regulated"]
    assert keys["regulated"].isdisjoint(keys["team"])


def test_the_other_plan_stays_as_it_is(catalog: Catalog) -> None:
    alone = load_for_now(SMALL / "site_config.yml").catalog

    assert alone
    assert repr(catalog.project.plans["team"]) == repr(alone.project.plans["team"])


def test_a_choice_is_between_the_steps_that_stay(tmp_path: Path) -> None:
    choice = """\
-    steps:
-      - use: connect-sso
+    choices:
+      - of: [connect-sso, import-data, check-setup]
+    steps:
+      - use: connect-sso
"""
    config = project(tmp_path, TIER | {"edit playbooks/team/playbook.yml": choice})
    lay(tmp_path, {"playbooks/regulated/playbook.yml": HEAD + CHANGES})
    loaded = load_for_now(config)
    assert [one for one in loaded.report.diagnostics if one.code.id != "FW638"] == []
    assert loaded.catalog
    of = {
        tier: [each.of for phase in plan.phases if phase.id == "set-up" for each in phase.choices]
        for tier, plan in loaded.catalog.project.plans.items()
    }
    assert of == {
        "team": [("connect-sso", "import-data", "check-setup")],
        "regulated": [("connect-sso", "import-data")],
    }
