"""A step that comes back is a step for each time, and what comes after onboarding is counted apart."""

from pathlib import Path

import pytest
from tests.edits import project

from firstwin.loading import load_for_now
from firstwin.models.values import Audience
from firstwin.models.window import Unit, Window, read_range
from firstwin.resolve import Guides, resolve
from firstwin.select import select
from firstwin.validate.repeats import windows_of

PLAYBOOK = "edit playbooks/team/playbook.yml"
AFTERCARE = """\
 duration: 30
+aftercare:
+  - id: stay
+    title: Stay on course
+    months: 2-4
+    owner: csm
+    outcome: Nothing is forgotten.
+    steps:
+      - id: look
+        title: Look at the month
+        every: month
+        minutes: 20
+        with:
+          - champion
+        items:
+          numbers: Compare the numbers
+      - id: renew
+        title: Talk about the next year
+        day: 100
+        owner: champion
+        minutes: 40
+        needs:
+          - look
+        done_when: It is decided.
"""


@pytest.mark.parametrize(
    ("unit", "written", "every", "times"),
    [
        (Unit.MONTH, "4-9", "month", ["4", "5", "6", "7", "8", "9"]),
        (Unit.MONTH, "4-9", "quarter", ["4-6", "7-9"]),
        (Unit.MONTH, "1-7 after go-live", "quarter", ["1-3", "4-6", "7"]),
        (Unit.MONTH, "1-24", "half-year", ["1-6", "7-12", "13-18", "19-24"]),
        (Unit.MONTH, "2-25", "year", ["2-13", "14-25"]),
        (Unit.WEEK, "2-4", "week", ["2", "3", "4"]),
        (Unit.WEEK, "1-5", "2 weeks", ["1-2", "3-4", "5"]),
        (Unit.WEEK, "1-13", "month", ["1-30", "31-60", "61-90", "91"]),
        (Unit.DAY, "31-70", "2 weeks", ["31-44", "45-58", "59-70"]),
        (Unit.MONTH, "2", "week", ["31-37", "38-44", "45-51", "52-58", "59-60"]),
        (Unit.DAY, "3", "week", ["3"]),
        (Unit.DAY, "20-1 before go-live".replace("20-1", "1-20"), "week", []),
        (Unit.DAY, "-14--1", "week", []),
    ],
)
def test_a_window_is_divided_among_the_times(
    unit: Unit, written: str, every: str, times: list[str]
) -> None:
    window = Window(unit, read_range(written), "days")

    found = [str(each.range).partition(" ")[0] for each in windows_of(window, every)]

    assert found == times


@pytest.fixture
def guides(tmp_path: Path) -> Guides:
    loaded = load_for_now(project(tmp_path, {PLAYBOOK: AFTERCARE}))
    assert loaded.catalog
    assert loaded.report.diagnostics == ()
    return resolve(select(loaded.catalog, Audience.CUSTOMER))


def test_each_time_is_ticked_by_itself(guides: Guides) -> None:
    (phase,) = (phase for phase in guides.plans["team"].phases if phase.after)

    assert [step.key for step in phase.steps] == [
        "team/look",
        "team/look-2",
        "team/look-3",
        "team/renew",
    ]
    assert [step.time and (step.time.number, step.time.of) for step in phase.steps] == [
        (1, 3),
        (2, 3),
        (3, 3),
        None,
    ]
    assert [(step.moment.days.first, step.moment.days.last) for step in phase.steps] == [
        (31, 60),
        (61, 90),
        (91, 120),
        (100, 100),
    ]


def test_aftercare_is_counted_apart(guides: Guides, tmp_path: Path) -> None:
    plain = load_for_now(project(tmp_path / "plain", {})).catalog
    assert plain
    without = resolve(select(plain, Audience.CUSTOMER))

    for guide, before in zip(guides.guides, without.guides, strict=True):
        assert guide.minutes == before.minutes
        more = 100 if guide.persona.id == "champion" else 0
        assert guide.later.most == before.later.most + more
    assert [phase.of for phase in guides.plans["team"].phases] == [3, 3, 3, 3]
    shares = {share.role.id: share.minutes for share in guides.plans["team"].roles}
    assert shares == {share.role.id: share.minutes for share in without.plans["team"].roles}


def test_calls_after_the_plan_are_not_onboarding(tmp_path: Path) -> None:
    longer = "-    weeks: 1-3\n+    months: 1-4\n     every: week\n"
    loaded = load_for_now(
        project(tmp_path, {PLAYBOOK: longer, "edit playbooks/tiers.yml": " tiers:\n"})
    )
    assert loaded.catalog
    (cadence,) = resolve(select(loaded.catalog, Audience.CUSTOMER)).plans["team"].cadences

    assert (cadence.times, cadence.counted, cadence.later) == (18, 5, 13)
