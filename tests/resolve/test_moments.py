"""When something happens: days are counted by the plan, and what is said keeps the author's unit."""

from pathlib import Path

import pytest
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.plan import Days
from firstwin.models.window import Unit
from firstwin.resolve.guide_step import Anchor, Distance, Moment

PLAYBOOK = "playbooks/gold/playbook.yml"
NAMED = "named_days: {training: {title: Training, day: 15}}\nphases:"
TRAINING = Anchor("day", "Training")


def moment_of(folder: Path, window: str, files: dict[str, str] | None = None) -> Moment:
    """The moment of a step with this window. The plan's milestone, Reach the first win, is on day 20."""
    tree = with_steps(f"- id: it\n  title: Do it\n  {window}\n  done_when: Done.")
    tree[PLAYBOOK] = tree[PLAYBOOK].replace("phases:", NAMED)
    plan = small_guides(folder, {**tree, **(files or {})}).plans["gold"]
    return plan.phases[0].steps[0].moment


@pytest.mark.parametrize(
    ("window", "days", "unit", "first", "last"),
    [
        ("day: 2", Days(2, 2), Unit.DAY, 2, 2),
        ("days: 3-5", Days(3, 5), Unit.DAY, 3, 5),
        ("days: 4", Days(4, 4), Unit.DAY, 4, 4),
        ("day: 3-5", Days(3, 5), Unit.DAY, 3, 5),
        ("week: 1", Days(1, 7), Unit.WEEK, 1, 1),
        ("week: 3", Days(15, 21), Unit.WEEK, 3, 3),
        ("weeks: 1-4", Days(1, 28), Unit.WEEK, 1, 4),
        ("month: 1", Days(1, 30), Unit.MONTH, 1, 1),
        ("months: 2-3", Days(31, 90), Unit.MONTH, 2, 3),
    ],
)
def test_a_window_keeps_its_unit(  # noqa: PLR0917 - a column each
    tmp_path: Path, window: str, days: Days, unit: Unit, first: int, last: int
) -> None:
    assert moment_of(tmp_path, window) == Moment(days, unit, first, last)


def test_a_day_may_be_that_of_a_milestone_and_moves_with_it(tmp_path: Path) -> None:
    moment = moment_of(tmp_path, "day: on won")
    named = moment_of(tmp_path, "day: on training")

    assert moment == Moment(Days(20, 20), Unit.DAY, 20, 20)
    assert named.days == Days(15, 15)


@pytest.mark.parametrize(
    ("window", "days", "distance"),
    [
        ("day: 3 before training", Days(12, 12), Distance(Unit.DAY, 3, 3, "before", TRAINING)),
        ("days: 1-5 before training", Days(10, 14), Distance(Unit.DAY, 1, 5, "before", TRAINING)),
        ("week: 1 after training", Days(16, 22), Distance(Unit.WEEK, 1, 1, "after", TRAINING)),
        ("day: 1 after start", Days(2, 2), Distance(Unit.DAY, 1, 1, "after", Anchor("start"))),
        (
            "weeks: 1-2 after won",
            Days(21, 34),
            Distance(Unit.WEEK, 1, 2, "after", Anchor("day", "Reach the first win")),
        ),
    ],
)
def test_a_distance_is_planned_in_days_and_told_from_its_anchor(
    tmp_path: Path, window: str, days: Days, distance: Distance
) -> None:
    moment = moment_of(tmp_path, window)
    assert moment == Moment(days, Unit.DAY, days.first, days.last, distance)


def test_a_step_without_a_window_has_its_phases(tmp_path: Path) -> None:
    moment = moment_of(tmp_path, "owner: csm")
    assert moment == Moment(Days(1, 30), Unit.DAY, 1, 30)


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
