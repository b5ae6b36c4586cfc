"""What is a draft is for the team and the preview, until it is none any more."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.edits import project

from firstwin.diagnostics import Severity
from firstwin.gate.readers import EVERYBODY, TEAM, said_by
from firstwin.loading import check, load, load_for_now
from firstwin.models.values import Audience
from firstwin.pages import Pages, lay_out
from firstwin.pages.views import PhaseView, TaskView
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.validate import Catalog
from firstwin.words import words_in

PLAYBOOK = "edit playbooks/team/playbook.yml"
STEP = {PLAYBOOK: "       - id: prerequisites\n+        draft: true\n"}
PHASE = {PLAYBOOK: "   - id: plan\n+    draft: true\n"}
PLAN = {PLAYBOOK: " tier: team\n+draft: true\n"}
GONE = {"step": "prerequisites", "phase": "kickoff-call", "plan": "import-data"}
DRAFTS = {"step": STEP, "phase": PHASE, "plan": PLAN}


def pages_of(catalog: Catalog | None, audience: Audience) -> Pages:
    assert catalog
    return lay_out(resolve(select(catalog, audience)), words_in("en"))


def steps_in(pages: Pages) -> Mapping[str, tuple[str, ...]]:
    """What the rows of all steps say, by their keys."""
    return {
        step.key: step.meta
        for page in pages.pages
        if isinstance(page.view, PhaseView)
        for group in page.view.groups
        for step in group.steps
    }


@pytest.mark.parametrize("kind", DRAFTS)
def test_the_team_and_the_preview_show_a_draft(tmp_path: Path, kind: str) -> None:
    config, key = project(tmp_path, DRAFTS[kind]), f"team/{GONE[kind]}"
    built, preview = load(config).catalog, load_for_now(config, hides_drafts=False).catalog

    assert key not in steps_in(pages_of(built, Audience.CUSTOMER))
    assert key not in steps_in(pages_of(built, Audience.PARTNER))
    assert steps_in(pages_of(built, Audience.INTERNAL))[key][0] == "Draft"
    assert steps_in(pages_of(preview, Audience.CUSTOMER))[key][0] == "Draft"


@pytest.mark.parametrize("kind", ["phase", "plan"])
def test_a_phase_that_is_a_draft_says_so_before_all_else(tmp_path: Path, kind: str) -> None:
    config, key = project(tmp_path, DRAFTS[kind]), f"team/{GONE[kind]}"
    made = pages_of(load(config).catalog, Audience.INTERNAL)
    phases = [page.view for page in made.pages if isinstance(page.view, PhaseView)]
    drafts = [
        view.meta[0]
        for view in phases
        if any(step.key == key for group in view.groups for step in group.steps)
    ]
    assert drafts
    assert {*drafts} == {"Draft"}
    rows = [
        (phase.title, phase.meta[0] == "Draft")
        for page in made.pages
        for phase in getattr(page.view, "phases", ())
        if isinstance(phase, TaskView)
    ]
    assert {title for title, is_draft in rows if is_draft} == {
        view.title for view in phases if view.meta[0] == "Draft"
    }


def test_what_is_no_draft_says_nothing(tmp_path: Path) -> None:
    steps = steps_in(pages_of(load(project(tmp_path, STEP)).catalog, Audience.INTERNAL))
    assert {key for key, meta in steps.items() if "Draft" in meta} == {"team/prerequisites"}


def test_what_is_unfinished_in_a_draft_of_a_plan_stops_nothing(tmp_path: Path) -> None:
    unfinished = {PLAYBOOK: " tier: team\n+draft: true\n\n-title: Team onboarding\n+title: TODO\n"}
    found = check(project(tmp_path, unfinished)).diagnostics
    assert {one.severity for one in found if one.code.id == "FW608"} == {Severity.NOTE}


def test_the_gate_reads_a_draft_as_the_teams() -> None:
    assert said_by({"draft": "true"}) == TEAM
    assert said_by({"draft": "false"}) == EVERYBODY
