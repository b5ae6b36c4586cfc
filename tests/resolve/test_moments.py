"""When something happens: days are counted by the plan, words keep the author's unit."""

from pathlib import Path

import pytest
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.plan import Days
from firstwin.resolve.guide_step import Moment

PLAYBOOK = "playbooks/gold/playbook.yml"
NAMED = "named_days: {training: {title: Training, day: 15}, cairn: {title: Cairn, day: 9}}\nphases:"


def moment_of(folder: Path, window: str, files: dict[str, str] | None = None) -> Moment:
    """The moment of a step with this window. The plan's milestone, Reach the first win, is on day 20."""
    tree = with_steps(f"- id: it\n  title: Do it\n  {window}\n  done_when: Done.")
    tree[PLAYBOOK] = tree[PLAYBOOK].replace("phases:", NAMED)
    plan = small_guides(folder, {**tree, **(files or {})}).plans["gold"]
    return plan.phases[0].steps[0].moment


@pytest.mark.parametrize(
    ("window", "days", "label", "deadline"),
    [
        ("day: 2", Days(2, 2), "Day 2", "Day 2"),
        ("days: 3-5", Days(3, 5), "Days 3–5", "Day 5"),
        ("days: 4", Days(4, 4), "Day 4", "Day 4"),
        ("day: 3-5", Days(3, 5), "Days 3–5", "Day 5"),
        ("week: 1", Days(1, 7), "Week 1", "End of week 1"),
        ("week: 3", Days(15, 21), "Week 3", "End of week 3"),
        ("weeks: 1-4", Days(1, 28), "Weeks 1–4", "End of week 4"),
        ("month: 1", Days(1, 30), "Month 1", "End of month 1"),
        ("months: 2-3", Days(31, 90), "Months 2–3", "End of month 3"),
    ],
)
def test_a_window_keeps_its_unit(
    tmp_path: Path, window: str, days: Days, label: str, deadline: str
) -> None:
    assert moment_of(tmp_path, window) == Moment(days, label, deadline, "")


@pytest.mark.parametrize(
    ("window", "days", "label", "relative"),
    [
        ("day: 3 before training", Days(12, 12), "Day 12", "3 days before training"),
        ("days: 1-5 before training", Days(10, 14), "Days 10–14", "Days 1–5 before training"),
        ("week: 1 after training", Days(16, 22), "Days 16–22", "Week 1 after training"),
        ("day: 1 after cairn", Days(10, 10), "Day 10", "1 day after Cairn"),
        ("day: 1 after start", Days(2, 2), "Day 2", "1 day after the start date"),
        (
            "weeks: 1-2 after won",
            Days(21, 34),
            "Days 21–34",
            "Weeks 1–2 after “Reach the first win”",
        ),
    ],
)
def test_a_distance_is_planned_in_days_and_told_from_its_anchor(
    tmp_path: Path, window: str, days: Days, label: str, relative: str
) -> None:
    assert moment_of(tmp_path, window) == Moment(days, label, f"Day {days.last}", relative)


def test_anchors_keep_their_case_in_other_languages(tmp_path: Path) -> None:
    config = {"site_config.yml": SHARED["site_config.yml"] + "language: de\n"}
    moment = moment_of(tmp_path, "day: 1 after training", config)
    assert moment.relative == "1 day after Training"


def test_a_step_without_a_window_has_its_phases(tmp_path: Path) -> None:
    moment = moment_of(tmp_path, "owner: csm")
    assert (moment.days, moment.label) == (Days(1, 30), "Days 1–30")


@pytest.mark.parametrize(
    ("steps", "days"),
    [
        ("[{id: won, type: milestone, title: Win, day: 20, done_when: Won.}]", Days(20, 20)),
        (
            "[{id: a, title: A, day: 5, done_when: A.}, {id: b, title: B, week: 2, done_when: B.}]",
            Days(5, 14),
        ),
        ("[]", Days(1, 30)),
    ],
)
def test_a_phase_without_a_window_has_the_days_of_its_steps(
    tmp_path: Path, steps: str, days: Days
) -> None:
    playbook = SHARED[PLAYBOOK].split("phases:")[0] + (
        f"phases:\n  - {{id: begin, title: Begin, owner: csm, outcome: Begun., steps: {steps}}}\n"
    )
    assert small_guides(tmp_path, {PLAYBOOK: playbook}).plans["gold"].phases[0].moment.days == days
