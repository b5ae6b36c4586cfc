"""Durations, lists and names as people say them."""

from datetime import date

import pytest

from firstwin.models.plan import Days
from firstwin.models.window import Unit
from firstwin.pages import words
from firstwin.resolve.guide_step import Anchor, ConditionLabel, Distance, Moment


@pytest.mark.parametrize(
    ("minutes", "long", "short"),
    [
        (0, "no time", "0 min"),
        (1, "1 minute", "1 min"),
        (25, "25 minutes", "25 min"),
        (59, "59 minutes", "59 min"),
        (60, "1 hour", "1 h"),
        (90, "1 hour 30 minutes", "1 h 30 min"),
        (128, "2 hours 10 minutes", "2 h 10 min"),
        (599, "10 hours", "10 h"),
        (660, "11 hours", "11 h"),
        (1385, "about 23 hours", "23 h"),
    ],
)
def test_durations(minutes: int, long: str, short: str) -> None:
    assert words.duration(minutes) == long
    assert words.short_duration(minutes) == short


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["admin"], "admin"),
        (["admin", "sponsor"], "admin and sponsor"),
        (["admin", "sponsor", "trainer"], "admin, sponsor and trainer"),
    ],
)
def test_names_in_a_sentence(names: list[str], said: str) -> None:
    assert words.joined(names) == said


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Technical lead", "technical lead"),
        ("CSM", "CSM"),
        ("QA lead", "QA lead"),
        ("X", "X"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_loses_its_capital_unless_it_is_an_abbreviation(
    title: str, inside: str
) -> None:
    assert words.within(title) == inside


@pytest.mark.parametrize(
    ("number", "title"),
    [(1, "Your phase"), (5, "Your five phases"), (12, "Your 12 phases")],
)
def test_small_numbers_are_words(number: int, title: str) -> None:
    assert words.your_phases(number) == title


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["Plan"], "Opens when “Plan” is complete."),
        (["Plan", "Go live"], "Opens when “Plan” and “Go live” are complete."),
    ],
)
def test_what_a_phase_waits_for(titles: list[str], said: str) -> None:
    assert words.opens_when(titles) == said


@pytest.mark.parametrize(
    ("names", "number", "said"),
    [
        ("Champion", 1, "Champion has signed."),
        ("You", 1, "You have signed."),
        ("You and champion", 2, "You and champion have signed."),
    ],
)
def test_who_has_signed(names: str, number: int, said: str) -> None:
    assert words.have_signed(names, number) == said


def test_a_phase_may_begin_while_the_one_before_is_going_on() -> None:
    assert words.starts(30, overlaps=True) == "Starts on day 30, while you finish this phase."
    assert words.starts(46, overlaps=False) == "Starts on day 46."


def test_a_picture_says_whether_phases_overlap() -> None:
    assert words.picture_intro(1, overlap=False) == "One phase."
    assert words.picture_intro(3, overlap=False) == "Three phases, one after the other."
    assert words.picture_intro(5, overlap=True) == "Five phases. Some overlap."


@pytest.mark.parametrize(
    ("minutes", "long", "short"),
    [
        (45, "45 minutes", "45 min"),
        (150, "2 hours 30 minutes", "2 h 30 min"),
        (180, "3 hours", "3 h"),
        (230, "about 4 hours", "4 h"),
        (1500, "25 hours", "25 h"),
        (1510, "about 25 hours", "25 h"),
    ],
)
def test_what_durations_add_up_to_is_rounded_sooner(minutes: int, long: str, short: str) -> None:
    assert words.total(minutes) == long
    assert words.short_total(minutes) == short


def test_a_day_of_the_calendar_is_written_out() -> None:
    assert words.calendar_day(date(2026, 11, 2)) == "2 November 2026"


def moment(unit: Unit, first: int, last: int) -> Moment:
    return Moment(Days(1, 1), unit, first, last)


@pytest.mark.parametrize(
    ("when", "short", "deadline", "by", "milestone"),
    [
        (moment(Unit.DAY, 10, 10), "Day 10", "Day 10", "by day 10", "Go live, day 10"),
        (moment(Unit.DAY, 3, 10), "Days 3–10", "Day 10", "by day 10", "Go live, day 10"),
        (
            moment(Unit.WEEK, 2, 2),
            *("Week 2", "End of week 2", "by the end of week 2", "Go live, end of week 2"),
        ),
        (
            moment(Unit.MONTH, 2, 3),
            *("Months 2–3", "End of month 3", "by the end of month 3", "Go live, end of month 3"),
        ),
    ],
)
def test_moments(when: Moment, short: str, deadline: str, by: str, milestone: str) -> None:
    assert words.when(when) == short
    assert words.deadline(when) == deadline
    assert words.by(when) == by
    assert words.reached("Go live", when) == milestone


GO_LIVE = Anchor("day", "Go live")


@pytest.mark.parametrize(
    ("distance", "said"),
    [
        (Distance(Unit.DAY, 1, 1, "after", GO_LIVE), "1 day after “Go live”"),
        (Distance(Unit.DAY, 3, 3, "before", GO_LIVE), "3 days before “Go live”"),
        (Distance(Unit.DAY, 1, 5, "before", GO_LIVE), "days 1–5 before “Go live”"),
        (Distance(Unit.WEEK, 1, 1, "after", GO_LIVE), "week 1 after “Go live”"),
        (Distance(Unit.MONTH, 1, 2, "after", GO_LIVE), "months 1–2 after “Go live”"),
        (Distance(Unit.DAY, 1, 1, "after", Anchor("start")), "1 day after the start date"),
        (Distance(Unit.WEEK, 1, 2, "after", Anchor("event")), "weeks 1–2 after the first day"),
    ],
)
def test_a_distance_is_told_from_its_anchor_as_it_was_typed(distance: Distance, said: str) -> None:
    assert words.apart(distance) == said


def test_a_condition_that_is_not_met() -> None:
    assert words.condition(ConditionLabel("Do you?", "if you do", negated=True)) == "not if you do"
    assert words.condition(ConditionLabel("Do you?", "if you do")) == "if you do"
