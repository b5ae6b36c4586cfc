"""Days whose date a reader may set, and what moves with each."""

from pathlib import Path

import pytest
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.values import Audience
from firstwin.resolve.guide import PlanMark, TierPlan

PLAYBOOK = "playbooks/gold/playbook.yml"
NAMED = "named_days: {training: {title: Training, day: 15}}\n"
STEPS = """
- {id: plain, title: Plain, day: 3, done_when: Done.}
- {id: before, title: Before, day: 2 before live, done_when: Done.}
- {id: same, title: Same, day: on live, done_when: Done.}
- {id: live, type: milestone, title: Go live, day: 5 after training, done_when: Live.}
- {id: checked, type: milestone, title: Checked, day: 2 after live, done_when: Checked.}
- {id: after, title: After, days: 1-2 after checked, done_when: Done.}
- {id: told, title: Told, day: 1 after training, done_when: Done.}
"""


def plan_with(
    folder: Path, movable: str, steps: str = STEPS, audience: Audience = Audience.CUSTOMER
) -> TierPlan:
    tree = with_steps(steps)
    tree[PLAYBOOK] = tree[PLAYBOOK].replace("phases:", f"{NAMED}movable: {movable}\nphases:")
    return small_guides(folder, tree, audience).plans["gold"]


@pytest.mark.parametrize(
    ("movable", "expected"),
    [
        ("[]", dict.fromkeys(("before", "same", "live", "checked", "after", "told"), "start")),
        (
            "[live]",
            {
                "before": "live",
                "same": "live",
                "live": "live",
                "checked": "live",
                "after": "live",
                "told": "start",
            },
        ),
        (
            "[training, checked]",
            {
                "before": "training",
                "same": "training",
                "live": "training",
                "checked": "checked",
                "after": "checked",
                "told": "training",
            },
        ),
    ],
)
def test_a_window_moves_with_the_nearest_mark_it_counts_from(
    tmp_path: Path, movable: str, expected: dict[str, str]
) -> None:
    steps = plan_with(tmp_path, movable).phases[0].steps
    found = {step.id: step.moment.counted_from for step in steps}
    assert found == {"plain": "start", "won": "start", **expected}


def test_a_plan_knows_its_marks(tmp_path: Path) -> None:
    assert plan_with(tmp_path, "[checked, training, live]").marks == (
        PlanMark("checked", "Checked", 22, "live"),
        PlanMark("training", "Training", 15, "start"),
        PlanMark("live", "Go live", 20, "training"),
    )


def test_a_mark_that_an_edition_does_not_have_is_none_there(tmp_path: Path) -> None:
    hidden = STEPS.replace("title: Go live,", "title: Go live, audience: internal,")
    plan = plan_with(tmp_path, "[live]", hidden)
    assert plan.marks == ()
    assert plan_with(tmp_path, "[live]", hidden, Audience.INTERNAL).marks != ()
    assert {step.moment.counted_from for step in plan.phases[0].steps} == {"start"}


def test_phases_and_conversations_move_too(tmp_path: Path) -> None:
    playbook = SHARED[PLAYBOOK].replace("days: 1-30", "weeks: 1-2 before won")
    playbook = playbook.replace(
        "phases:",
        "movable: [won]\ntouchpoints:\n  call: {title: Call, days: 1-9 after won, every: week, minutes: 9, owner: csm}\nphases:",
    )
    playbook = playbook.replace("        day: 20", "        day: 15")
    plan = small_guides(tmp_path, {PLAYBOOK: playbook}).plans["gold"]
    assert plan.phases[0].moment.counted_from == "won"
    assert plan.cadences[0].moment.counted_from == "won"
