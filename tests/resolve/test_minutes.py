"""How many minutes a step or conversation takes each role."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.small import SHARED, small_guides, with_steps

from firstwin.models.effort import Effort
from firstwin.models.part import PERIODS, times
from firstwin.models.playbook import Touchpoint
from firstwin.resolve import Guides

PLAYBOOK = "playbooks/gold/playbook.yml"


def spent(guides: Guides) -> dict[str, int]:
    """Minutes by role, of those who have any."""
    return {
        share.role.id: share.minutes.most for share in guides.plans["gold"].roles if share.minutes
    }


@pytest.mark.parametrize(
    ("step", "minutes"),
    [
        pytest.param("{minutes: 30}", {"csm": 30}, id="the owner's"),
        pytest.param(
            "{minutes: 30, with: [admin]}", {"csm": 30, "admin": 30}, id="whoever is with"
        ),
        pytest.param("{minutes: 30, informed: [admin]}", {"csm": 30}, id="to be told is free"),
        pytest.param("{minutes: 30, sign_off: [sponsor]}", {"csm": 30}, id="to sign is free"),
        pytest.param(
            "{minutes: 9, items: {one: {text: One, owner: [admin, trainer]}}}",
            {"csm": 9, "admin": 9, "trainer": 9},
            id="owners of items",
        ),
        pytest.param(
            "{minutes: 9, items: {all: {title: All, items: {one: {text: One, owner: admin}}}}}",
            {"csm": 9, "admin": 9},
            id="owners of items in groups",
        ),
        pytest.param("{with: [admin]}", {}, id="none are written"),
        pytest.param(
            "{type: email, minutes: 5, to: [admin], subject: Hi, body: Hi}",
            {"csm": 5},
            id="to receive is free",
        ),
        pytest.param(
            "{type: handoff, minutes: 45, to: trainer, contents: [All]}",
            {"csm": 45},
            id="to take over is free",
        ),
        pytest.param(
            "{type: training, owner: trainer, sessions: {"
            "a: {title: A, for: [admin], minutes: 60}, b: {title: B, for: [admin, sponsor], minutes: 20}}}",
            {"admin": 80, "sponsor": 20, "trainer": 80},
            id="sessions for those who attend, and all for who holds them",
        ),
        pytest.param(
            "{type: training, owner: admin, with: [csm], minutes: 15, sessions: {"
            "a: {title: A, for: [sponsor], minutes: 60}}}",
            {"admin": 15, "csm": 15, "sponsor": 60},
            id="written minutes win for an owner who attends none",
        ),
        pytest.param(
            "{type: training, owner: admin, sessions: {"
            "a: {title: A, for: [admin], minutes: 60}, b: {title: B, for: [sponsor], minutes: 20}}}",
            {"admin": 60, "sponsor": 20},
            id="an owner who attends",
        ),
    ],
)
def test_a_step_takes(tmp_path: Path, step: str, minutes: dict[str, int]) -> None:
    written = step.replace("{", "{id: it, title: Do it, day: 2, done_when: Done., ", 1)
    assert spent(small_guides(tmp_path, with_steps(f"- {written}"))) == minutes


def test_who_is_only_told_has_no_share(tmp_path: Path) -> None:
    step = "- {id: it, title: Do it, day: 2, minutes: 5, informed: [trainer], done_when: Done.}"
    shares = small_guides(tmp_path, with_steps(step)).plans["gold"].roles
    assert [share.role.id for share in shares] == ["sponsor", "admin", "csm"]


@pytest.mark.parametrize(
    ("step", "minutes"),
    [
        ("owner: admin", 7),
        ("with: [admin]", 7),
        ("sign_off: [admin]", 7),
        ("informed: [admin]", 0),
    ],
)
def test_adjusted_minutes_count_for_whoever_takes_part(
    tmp_path: Path, step: str, minutes: int
) -> None:
    guides = small_guides(
        tmp_path,
        with_steps(f"- {{id: it, title: Do it, day: 2, minutes: 30, {step}, done_when: Done.}}")
        | {
            "playbooks/gold/admin.yml": SHARED["playbooks/gold/admin.yml"]
            + "adjust: {it: {minutes: 7}}"
        },
    )
    admin = next(guide for guide in guides.guides if guide.persona.id == "admin")
    assert admin.minutes == admin.phases[0].minutes == Effort(minutes, minutes)


@pytest.mark.parametrize(
    ("every", "window", "often"),
    [
        ("week", "days: 15-45", 5),
        ("week", "weeks: 1-4", 4),
        ("week", "day: 3", 1),
        ("2 weeks", "days: 1-28", 2),
        ("2 weeks", "days: 1-29", 3),
        ("month", "days: 15-90", 3),
        ("quarter", "days: 1-120", 2),
        ("quarter", "day: 100", 1),
        ("half-year", "days: 1-181", 2),
        ("year", "days: 1-360", 1),
        ("day", "days: 3-4", 2),
        ("day", "days: 1-7", 5),
        ("day", "weeks: 2-3", 10),
        ("day", "days: 1-9", 7),
    ],
)
def test_a_conversation_takes_its_minutes_each_time(
    tmp_path: Path, every: str, window: str, often: int
) -> None:
    call = f"touchpoints:\n  call: {{title: Call, every: {every}, {window}, minutes: 10, owner: csm, with: [admin]}}\n"
    long = SHARED[PLAYBOOK].replace("duration: 30", "duration: 400")
    guides = small_guides(tmp_path, {PLAYBOOK: long.replace("phases:", call + "phases:")})
    plan = guides.plans["gold"]
    assert plan.cadences[0].times == often
    assert spent(guides) == {"csm": 10 * often, "admin": 10 * often}
    assert {guide.persona.id: guide.minutes.most for guide in guides.guides} == {
        "sponsor": 0,
        "admin": 10 * often,
    }


@given(st.sampled_from(sorted(PERIODS)), st.integers(1, 400))
def test_a_conversation_comes_on_its_first_day_and_every_period_after(
    every: str, length: int
) -> None:
    touchpoint = Touchpoint.model_validate(
        {"title": "Call", "every": every, "minutes": "10", "owner": "csm"}
    )
    days = [day for day in range(length) if day % PERIODS[every] == 0]
    assert times(touchpoint, length) == len(days)


@pytest.mark.parametrize(
    ("steps", "taken"),
    [
        pytest.param(["minutes: 30-60", "minutes: 15"], Effort(45, 75), id="a range adds up"),
        pytest.param(["minutes: 30", "optional: false"], Effort(30, 30, True), id="one says none"),
        pytest.param(["minutes: 30", "type: milestone"], Effort(30, 30), id="outcomes take none"),
        pytest.param(
            ["minutes: 30", "type: email, to: [csm], subject: Hello, body: Hello."],
            Effort(30, 30),
            id="emails take none",
        ),
        pytest.param(
            ["type: training, sessions: {one: {title: One, for: [admin], minutes: 20-40}}"],
            Effort(20, 40),
            id="sessions",
        ),
        pytest.param(["minutes: 5, sign_off: [sponsor]"], Effort(5, 5), id="to sign takes none"),
    ],
)
def test_what_a_guide_takes(tmp_path: Path, steps: list[str], taken: Effort) -> None:
    written = "".join(
        f"- {{id: s{number}, title: Do it, owner: admin, day: 2, {step}, done_when: Done.}}\n"
        for number, step in enumerate(steps)
    )
    guides = small_guides(tmp_path, with_steps(written))
    assert {guide.persona.id: guide.minutes for guide in guides.guides}["admin"] == taken


def test_a_conversation_may_take_more_or_less_each_time(tmp_path: Path) -> None:
    call = "touchpoints:\n  call: {title: Call, every: week, weeks: 1-3, minutes: 30-60, owner: csm, with: [admin]}\n"
    files = {PLAYBOOK: SHARED[PLAYBOOK].replace("phases:", call + "phases:")}
    guides = small_guides(tmp_path, files)
    assert guides.plans["gold"].cadences[0].in_all == Effort(90, 180)
