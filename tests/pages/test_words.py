"""Durations, lists and names as people say them."""

from datetime import date

import pytest

from firstwin.pages import words


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


def test_deadlines_stand_in_a_sentence() -> None:
    assert words.by("Day 10") == "by day 10"
    assert words.by("End of week 2") == "by the end of week 2"
