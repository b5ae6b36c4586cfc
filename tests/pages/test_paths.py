"""Ways to go, side by side: who decides, what is on each, and what is left once it is decided."""

from pathlib import Path

import pytest
from tests.pages.test_guide_data import guides_in
from tests.resolve.small import SHARED, small_guides

from firstwin.models.values import Audience
from firstwin.pages import Pages, lay_out
from firstwin.pages.views import (
    GuideView,
    PathsView,
    PathView,
    PhaseView,
    TeamPlanView,
    WholeGuideView,
)
from firstwin.words import words_in

CONDITIONS = """
conditions:
  rollout:
    question: How do you begin?
    label: by rollout
    paths:
      pilot: {title: One team first, text: Two weeks with one team., label: if one team goes first}
      all: {title: All at once, label: if all begin at once}
  loading:
    question: Who loads the data?
    label: by who loads it
    decided_by: vendor
    paths:
      ours: {title: We load it, label: if we load it}
      yours: {title: You load it, label: if you load it}
"""
PLAYBOOK = """
tier: gold
title: Gold plan
summary: To the first win.
duration: 30
phases:
  - id: try
    title: Try it out
    days: 1-5
    owner: admin
    outcome: You know it works.
    only_if: {rollout: pilot}
    steps:
      - {id: test, title: Test it, day: 3, done_when: Tested.}
  - id: begin
    title: Begin
    days: 1-30
    owner: admin
    outcome: You have begun.
    needs: [try]
    steps:
      - id: load
        title: Load the data
        day: 6
        needs: [test]
        items:
          send: {text: Send us a copy, only_if: {loading: ours}}
          copy:
            title: Copy it
            only_if: {loading: yours}
            items: {small: Copy a small part, rest: Copy the rest}
      - {id: invite, title: Invite all, day: 7, only_if: {rollout: all}, done_when: Invited.}
      - {id: tell, title: Tell all, day: 7, only_if: {any_of: [rollout: all, loading: ours]}, done_when: Told.}
      - {id: won, type: milestone, first_value: true, title: Win, day: 20, done_when: You won.}
"""


def laid_out(folder: Path, decided: str = "", audience: Audience = Audience.CUSTOMER) -> Pages:
    files = {
        "playbooks/gold/playbook.yml": PLAYBOOK,
        "playbooks/conditions.yml": CONDITIONS,
        "playbooks/tiers.yml": SHARED["playbooks/tiers.yml"] + decided,
    }
    return lay_out(small_guides(folder, files, audience), words_in("en"))


ROLLOUT = PathsView(
    "rollout",
    "How do you begin?",
    "",
    (
        PathView("One team first", "Two weeks with one team.", "Only on this path: Try it out"),
        PathView("All at once", "", "Only on this path: Invite all"),
    ),
)
LOADING = PathsView(
    "loading",
    "Who loads the data?",
    "We decide this together with you.",
    (PathView("We load it", "", ""), PathView("You load it", "", "")),
)


def test_paths_stand_side_by_side_over_the_phases_they_are_in(tmp_path: Path) -> None:
    views = {page.path: page.view for page in laid_out(tmp_path, audience=Audience.INTERNAL).pages}
    guide, whole = views["gold/admin/index.md"], views["gold/admin/on-one-page/index.md"]
    plan = views["internal/plans/gold/index.md"]
    assert isinstance(guide, GuideView)
    assert isinstance(whole, WholeGuideView)
    assert isinstance(plan, TeamPlanView)
    assert guide.paths == whole.paths == plan.paths == (ROLLOUT, LOADING)


def test_only_what_the_reader_decides_is_asked(tmp_path: Path) -> None:
    pages = laid_out(tmp_path)
    admin = guides_in(pages.outline.files)["assets/guides/gold/admin.js"]
    titles = {"pilot": "One team first", "all": "All at once"}
    assert admin["questions"] == {"rollout": ["How do you begin?", titles]}
    (begin,) = (page.view for page in pages.pages if page.path == "gold/admin/begin/index.md")
    assert isinstance(begin, PhaseView)
    tell = next(step for group in begin.groups for step in group.steps if step.title == "Tell all")
    assert [(each.label, each.question, each.text) for each in tell.conditions] == [
        (
            "Only if all begin at once or if we load it.",
            "How do you begin?",
            "We decide this together with you.",
        )
    ]


@pytest.mark.parametrize(
    ("decided", "phases", "steps", "lines", "paths"),
    [
        (
            "{rollout: pilot}",
            ["Try it out", "Begin"],
            ["Test it", "Load the data", "Tell all", "Win"],
            ["send", "small", "rest"],
            [LOADING.condition],
        ),
        (
            "{rollout: all, loading: ours}",
            ["Begin"],
            ["Load the data", "Invite all", "Tell all", "Win"],
            ["send"],
            [],
        ),
        (
            "{rollout: pilot, loading: yours}",
            ["Try it out", "Begin"],
            ["Test it", "Load the data", "Win"],
            ["small", "rest"],
            [],
        ),
    ],
)
def test_what_is_decided_for_a_tier_is_all_there_is_on_its_pages(
    tmp_path: Path,
    *,
    decided: str,
    phases: list[str],
    steps: list[str],
    lines: list[str],
    paths: list[str],
) -> None:
    pages = laid_out(tmp_path, f"    decided: {decided}\n")
    admin = guides_in(pages.outline.files)["assets/guides/gold/admin.js"]
    assert [phase["title"] for phase in admin["phases"]] == phases
    found = [step for phase in admin["phases"] for step in phase["steps"]]
    assert [step["title"] for step in found] == steps
    load = next(step for step in found if step["title"] == "Load the data")
    assert [key.rpartition("/")[2] for key, *_ in load["boxes"]] == lines
    assert load.get("needs", []) == (["gold/test"] if "Try it out" in phases else [])
    assert "rollout" not in admin["questions"]
    (guide,) = (page.view for page in pages.pages if page.path == "gold/admin/index.md")
    assert isinstance(guide, GuideView)
    assert [each.condition for each in guide.paths] == paths
