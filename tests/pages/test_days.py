"""The days of a guide: what starts, is due and comes back in which week, and how much that is."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.pages.small import guides_of, page_at
from tests.resolve.small import small_guides, with_steps

from firstwin.models.plan import Days
from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.pages.day_text import DayText
from firstwin.pages.views import DaysView
from firstwin.pages.weeks import busiest, load, week_of, weeks_of_calls
from firstwin.words import words_in


def days_of(role: str) -> DaysView:
    view = page_at(f"team/{role}/timeline/index.md").view
    assert isinstance(view, DaysView)
    return view


def test_the_page_says_whose_days_they_are() -> None:
    page = page_at("team/admin/timeline/index.md")
    assert page.title == "Day by day: Team, Admin"
    assert page.description == (
        "Team, 30 days. What starts, what is due and when you talk, week by week."
    )


def test_a_week_tells_what_starts_and_what_is_due() -> None:
    second = days_of("admin").weeks[1]
    assert (second.id, second.title, second.label) == ("page_week-2", "Week 2", "Days 8–14")
    assert [(line.day, line.word, line.title, line.note) for line in second.lines] == [
        ("Day 8", "Starts", "Connect single sign-on", "until day 10"),
        ("Day 10", "Starts", "Import your data", "until day 12"),
        ("Day 12", "Phase begins", "3. Make the first reports", "until day 30"),
    ]
    assert second.lines[0].url == "../set-up/#connect-sso"


def test_a_step_stands_on_one_day() -> None:
    lines = [line.url for week in days_of("admin").weeks for line in week.lines]
    assert len(set(lines)) == len(lines)


def test_what_one_is_told_does_not_start_and_milestones_have_one_day() -> None:
    lines = [line for week in days_of("admin").weeks for line in week.lines]
    told = [(line.word, line.day, line.note) for line in lines if "kickoff" in line.title]
    assert told == [("Due", "Day 4", "Success manager")]
    milestones = [(line.title, line.day, line.note) for line in lines if line.kind == "milestone"]
    assert milestones == [
        ("Go live", "Day 16", "Success manager"),
        ("Read the first report", "Day 20", "Champion"),
    ]


def test_of_a_step_of_others_it_is_told_whose_it_is() -> None:
    lines = [line for week in days_of("champion").weeks for line in week.lines]
    starts = next(line for line in lines if line.title == "Hold the kickoff call")
    assert (starts.word, starts.note) == ("Starts", "until day 4, Success manager")


def test_calls_stand_beside_their_weeks() -> None:
    weeks = days_of("champion").weeks
    assert [week.calls for week in weeks[:4]] == [("Weekly call, 20 minutes",)] * 3 + [()]


def test_weeks_in_which_nothing_happens_are_left_out(tmp_path: Path) -> None:
    steps = """
- {id: first, title: First, owner: admin, day: 2, done_when: Done.}
- {id: last, title: Last, owner: admin, day: 30, done_when: Done.}
"""
    pages = lay_out(small_guides(tmp_path, with_steps(steps)), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/timeline/index.md")
    assert isinstance(view, DaysView)
    assert [(week.title, week.label, len(week.lines)) for week in view.weeks] == [
        ("Week 1", "Days 1–7", 2),
        ("Week 3", "Days 15–21", 1),
        ("Week 5", "Days 29–30", 1),
    ]
    later = with_steps("- {id: last, title: Last, owner: admin, day: 8, done_when: Done.}")
    later = {path: text.replace("day: 20", "day: 30") for path, text in later.items()}
    pages = lay_out(small_guides(tmp_path / "later", later), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/timeline/index.md")
    assert isinstance(view, DaysView)
    assert [week.title for week in view.weeks] == ["Week 1", "Week 2", "Week 5"]


def test_weeks_before_the_start_count_down_to_it(tmp_path: Path) -> None:
    steps = "- {id: soon, title: Soon, owner: admin, days: -10--3, done_when: Done.}"
    files = {
        path: text.replace("days: 1-30", "weeks: -2-4").replace("duration: 30", "duration: 28")
        for path, text in with_steps(steps).items()
    }
    pages = lay_out(small_guides(tmp_path, files), words_in("en")).pages
    view = next(page.view for page in pages if page.path == "gold/admin/timeline/index.md")
    assert isinstance(view, DaysView)
    first, third = view.weeks
    assert (first.id, first.title, first.label) == (
        "page_week-2-before",
        "Week -2",
        "Days -14 to -8",
    )
    assert [(line.day, line.word, line.note) for line in first.lines] == [
        ("Day -14", "Phase begins", "until day 28"),
        ("Day -10", "Starts", "until day -3"),
    ]
    begins = first.lines[1].day
    assert isinstance(begins, DayText)
    assert begins.said
    assert begins.said.days == Days(-9, -9)
    assert third.title == "Week 3"


@pytest.mark.parametrize(
    ("day", "week"), [(1, 1), (7, 1), (8, 2), (120, 18), (0, 0), (-6, 0), (-7, -1)]
)
def test_week_of_a_day(day: int, week: int) -> None:
    assert week_of(day) == week


def test_minutes_are_spread_over_the_days_of_a_step() -> None:
    minutes = load([(Days(5, 8), 40), (Days(1, 1), 5)])
    assert minutes == {1: 35, 2: 10}


def test_calls_come_back_in_their_weeks_and_take_their_time() -> None:
    (cadence,) = guides_of(Audience.CUSTOMER).plans["team"].cadences
    assert list(weeks_of_calls(cadence)) == [1, 2, 3]
    monthly = replace(cadence, every="month", times=2, counted=2)
    assert list(weeks_of_calls(monthly)) == [1, 5]
    assert load([(Days(1, 7), 10)], [monthly]) == {1: 30, 5: 20}
    first_is_a_step = replace(monthly, counted=1)
    assert list(weeks_of_calls(first_is_a_step)) == [5], "the step stands in the week of the first"
    assert load([(Days(1, 7), 10)], [first_is_a_step]) == {1: 10, 5: 20}


@pytest.mark.parametrize(
    ("minutes", "most"),
    [({}, 0), ({1: 10, 2: 31}, 60), ({1: 120}, 120), ({1: 121}, 150), ({1: 301}, 360)],
)
def test_the_busiest_week_is_rounded_up(minutes: dict[int, float], most: int) -> None:
    assert busiest(minutes) == most
