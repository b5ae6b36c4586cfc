"""The timeline's arithmetic: columns, lanes, ticks, and room for labels."""

import pytest
from msgspec.structs import replace
from tests.pages.small import guides_of

from firstwin.models.plan import Days
from firstwin.models.values import Audience
from firstwin.models.window import Unit
from firstwin.pages.timeline import MOST_COLUMNS, lanes_of, scale_for, ticks, timeline
from firstwin.pages.views import TimelineView
from firstwin.resolve.guide import MilestoneDay, NamedMoment, TierPlan
from firstwin.resolve.guide_step import Moment
from firstwin.words import words_in


def plan_with(
    *windows: tuple[int, int],
    duration: int = 120,
    milestones: tuple[MilestoneDay, ...] = (),
    named: tuple[NamedMoment, ...] = (),
) -> TierPlan:
    plan = guides_of(Audience.CUSTOMER).plans["team"]
    phases = tuple(
        replace(
            plan.phases[0],
            id=f"phase-{number}",
            number=number,
            moment=Moment(Days(first, last), Unit.DAY, first, last),
        )
        for number, (first, last) in enumerate(windows, start=1)
    )
    return replace(plan, phases=phases, duration=duration, milestones=milestones, named_days=named)


def drawn(plan: TierPlan) -> TimelineView:
    return timeline(plan, words_in("en"))


def milestone(day: int, title: str = "Reached", *, flag: bool = False) -> MilestoneDay:
    return MilestoneDay(f"on-{day}", title, "phase-1", day, first_value=False, anchor=flag)


ENTERPRISE = ((1, 14), (15, 45), (30, 60), (45, 90), (90, 120))


def test_a_day_is_a_column() -> None:
    view = drawn(plan_with(*ENTERPRISE))
    assert view.columns == 120
    assert [(bar.first, bar.last) for bar in view.bars] == list(ENTERPRISE)


def test_a_very_long_plan_has_several_days_a_column() -> None:
    view = drawn(plan_with((1, 400), (401, 99_999), duration=99_999))
    assert view.columns <= MOST_COLUMNS
    assert view.bars[0].first == 1
    assert view.bars[1].last == view.columns
    assert all(tick.column <= view.columns for tick in view.ticks)


def test_the_picture_is_as_long_as_what_is_in_it() -> None:
    view = drawn(plan_with((1, 30), duration=20, milestones=(milestone(40),)))
    assert view.columns == 40


@pytest.mark.parametrize(
    ("windows", "lanes"),
    [
        ([], []),
        ([(1, 14), (15, 45)], [1, 1]),
        ([(15, 45), (30, 60)], [1, 2]),
        ([(15, 45), (45, 90)], [1, 1]),
        (list(ENTERPRISE), [1, 1, 2, 1, 1]),
        ([(1, 30), (5, 30), (10, 30), (31, 40)], [1, 2, 3, 1]),
        ([(20, 40), (1, 19)], [1, 1]),
    ],
)
def test_windows_that_overlap_lie_in_lanes(
    windows: list[tuple[int, int]], lanes: list[int]
) -> None:
    assert list(lanes_of([Days(*window) for window in windows])) == lanes


def test_the_intro_says_whether_phases_overlap() -> None:
    assert drawn(plan_with((1, 14), (15, 20))).intro == "2 phases, one after the other."
    assert drawn(plan_with((15, 45), (45, 60))).intro == "2 phases. Some overlap."


@pytest.mark.parametrize(
    ("length", "days"),
    [
        (1, [1]),
        (14, [1, 2, 4, 6, 8, 10, 12, 14]),
        (30, [1, 5, 10, 15, 20, 25, 30]),
        (60, [1, 10, 20, 30, 40, 50, 60]),
        (120, [1, 15, 30, 45, 60, 75, 90, 105, 120]),
    ],
)
def test_the_scale_has_round_days(length: int, days: list[int]) -> None:
    made = list(ticks(scale_for(length), words_in("en")))
    assert [tick.label for tick in made] == ["Day 1", *(str(day) for day in days[1:])]
    assert [tick.column for tick in made] == days


def test_the_scale_begins_where_the_plan_does() -> None:
    made = list(ticks(scale_for(30, -13), words_in("en")))
    assert [tick.label for tick in made] == ["-14", "Day 1", "7", "14", "21", "28"]
    assert [tick.column for tick in made] == [1, 15, 21, 28, 35, 42]
    near = list(ticks(scale_for(120, 0), words_in("en")))
    assert near[0].label == "Day 1"
    assert near[0].column == 2


def test_what_comes_before_the_start_has_its_place() -> None:
    picture = drawn(plan_with((-6, 0), (1, 30), duration=30))
    assert [(bar.first, bar.last) for bar in picture.bars] == [(1, 7), (8, 37)]
    assert picture.columns == 37
    assert "30 days" in picture.alternative


@pytest.mark.parametrize("length", [2, 7, 45, 90, 365, 1000, 99_999])
def test_the_scale_is_never_crowded(length: int) -> None:
    assert len(list(ticks(scale_for(length), words_in("en")))) <= 10


def test_a_label_that_does_not_fit_in_its_bar_stands_where_there_is_room() -> None:
    view = drawn(plan_with((1, 5), (6, 60), (118, 120)))
    assert [(bar.narrow, bar.outside) for bar in view.bars] == [
        (True, "after"),
        (False, ""),
        (True, "before"),
    ]


def marks(view: TimelineView) -> list[tuple[str, int, int, str]]:
    return [(mark.title, mark.column, mark.level, mark.align) for mark in view.marks]


def test_labels_of_near_days_stand_on_different_lines() -> None:
    near = (milestone(50, "Sign the plan"), milestone(52, "Invite everyone"), milestone(90, "End"))
    assert marks(drawn(plan_with((1, 120), milestones=near))) == [
        ("Sign the plan", 50, 0, "middle"),
        ("Invite everyone", 52, 1, "middle"),
        ("End", 90, 0, "middle"),
    ]


def test_big_days_choose_their_place_first() -> None:
    near = (milestone(50, "Sign the plan"), milestone(52, "Go live", flag=True))
    view = drawn(plan_with((1, 120), milestones=near))
    assert [(mark.title, mark.flag, mark.level) for mark in view.marks] == [
        ("Sign the plan", False, 1),
        ("Go live", True, 0),
    ]
    assert view.levels == 2


def test_marks_of_one_day_share_a_place() -> None:
    same = (milestone(50, "Sign the plan"),)
    view = drawn(plan_with((1, 120), milestones=same, named=(NamedMoment("w", "Webinar", 50),)))
    assert marks(view) == [("Sign the plan", 50, 0, "middle"), ("Webinar", 50, 0, "middle")]


def test_labels_stay_inside_the_picture() -> None:
    long = "A milestone with a name that does not end before it has said everything twice"
    edges = (milestone(1, long), milestone(120, "Start the renewal plan"))
    assert [mark.align for mark in drawn(plan_with((1, 120), milestones=edges)).marks] == [
        "start",
        "end",
    ]


def test_first_value_is_called_by_its_name() -> None:
    view = drawn(guides_of(Audience.CUSTOMER).plans["team"])
    assert [(mark.title, mark.label) for mark in view.marks if mark.flag] == [
        ("Go live", "Day 16"),
        ("First win", "Day 20"),
    ]


def test_the_table_says_the_same_as_the_picture() -> None:
    rows = drawn(guides_of(Audience.CUSTOMER).plans["team"]).rows
    assert [(row.title, row.label, row.milestones) for row in rows] == [
        ("1. Plan together", "Days 1–6", ()),
        ("2. Set up Acme", "Days 6–16", ("Go live (day 16)",)),
        ("3. Make the first reports", "Days 12–30", ("Read the first report (day 20)",)),
    ]


def test_a_plan_without_phases_or_milestones_is_still_a_picture() -> None:
    view = drawn(plan_with(duration=10))
    assert (view.levels, view.bars, view.marks) == (0, (), ())


@pytest.mark.parametrize("letter", ["a", "語"])
@pytest.mark.parametrize("letters", [60, 300])
def test_a_long_label_is_cut_off_where_it_still_fits_beside_its_mark(
    letter: str, letters: int
) -> None:
    """440 pixels and what is around them are 78 columns of 120, beside which the names have 36."""
    days = (1, 30, 60, 90, 120)
    marks = drawn(
        plan_with(*ENTERPRISE, milestones=tuple(milestone(day, letter * letters) for day in days))
    ).marks
    assert [mark.align for mark in marks] == ["start", "middle", "middle", "end", "end"]
    assert [mark.level for mark in marks] == [0, 1, 2, 3, 4]
    assert marks[0].title == letter * letters
