"""Sentences, names in them, lengths of time and lists, as people say them in English."""

import pickle
from datetime import date

import pytest

from firstwin.words import Words, words_in

ENGLISH = words_in("en")


@pytest.mark.parametrize(
    ("minutes", "long", "alone", "short"),
    [
        (1, "1 minute", "1 minute", "1 min"),
        (25, "25 minutes", "25 minutes", "25 min"),
        (59, "59 minutes", "59 minutes", "59 min"),
        (60, "1 hour", "1 hour", "1 h"),
        (90, "1 hour 30 minutes", "1 hour 30 minutes", "1 h 30 min"),
        (128, "2 hours 10 minutes", "2 hours 10 minutes", "2 h 10 min"),
        (599, "10 hours", "10 hours", "10 h"),
        (660, "11 hours", "11 hours", "11 h"),
        (1385, "about 23 hours", "About 23 hours", "23 h"),
    ],
)
def test_durations(minutes: int, long: str, alone: str, short: str) -> None:
    assert ENGLISH.duration(minutes) == long
    assert ENGLISH.duration(minutes, alone=True) == alone
    assert ENGLISH.short_duration(minutes) == short


@pytest.mark.parametrize(
    ("minutes", "long", "alone", "short"),
    [
        (45, "45 minutes", "45 minutes", "45 min"),
        (150, "2 hours 30 minutes", "2 hours 30 minutes", "2 h 30 min"),
        (180, "3 hours", "3 hours", "3 h"),
        (230, "about 4 hours", "About 4 hours", "4 h"),
        (1500, "25 hours", "25 hours", "25 h"),
        (1510, "about 25 hours", "About 25 hours", "25 h"),
    ],
)
def test_what_durations_add_up_to_is_rounded_sooner(
    minutes: int, long: str, alone: str, short: str
) -> None:
    assert ENGLISH.total(minutes) == long
    assert ENGLISH.total(minutes, alone=True) == alone
    assert ENGLISH.short_total(minutes) == short


@pytest.mark.parametrize(
    ("least", "most", "one", "together", "short"),
    [
        (30, 45, "30–45 minutes", "30–45 minutes", "30–45 min"),
        (30, 90, "30 minutes to 1 hour 30 minutes", "30 minutes to 1 hour 30 minutes", "1–2 h"),
        (60, 120, "1–2 hours", "1–2 hours", "1–2 h"),
        (61, 62, "1 hour", "1 hour", "1 h"),
        (125, 400, "2 hours 5 minutes to 6 hours 40 minutes", "about 2–7 hours", "2–7 h"),
        (20, 400, "20 minutes to 6 hours 40 minutes", "20 minutes to 6 hours 40 minutes", "1–7 h"),
        (350, 370, "5 hours 50 minutes to 6 hours 10 minutes", "about 6 hours", "6 h"),
    ],
)
def test_ranges_of_durations(least: int, most: int, one: str, together: str, short: str) -> None:
    assert ENGLISH.duration_range(least, most) == one
    assert ENGLISH.total_range(least, most) == together
    assert ENGLISH.short_total_range(least, most) == short


@pytest.mark.parametrize(
    ("minutes", "long", "short"),
    [(45, "45 minutes", "45+ min"), (150, "2 hours 30 minutes", "2+ h"), (230, "3 hours", "3+ h")],
)
def test_what_durations_add_up_to_at_least(minutes: int, long: str, short: str) -> None:
    assert ENGLISH.at_least(minutes) == f"at least {long}"
    assert ENGLISH.at_least(minutes, alone=True) == f"At least {long}"
    assert ENGLISH.short_at_least(minutes) == short


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Admin"], "Admin"),
        (["Admin", "Sponsor"], "Admin and Sponsor"),
        (["Admin", "Sponsor", "Trainer"], "Admin, Sponsor and Trainer"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["{1}", "{0}"], "{1} and {0}"),
    ],
)
def test_names_in_a_sentence(names: list[str], said: str) -> None:
    assert ENGLISH.listed(names) == said


@pytest.mark.parametrize(
    ("names", "around"),
    [
        (["Plan"], ("After ", ".")),
        (["Plan", "Set up", "Go live"], ("After ", ", ", " and ", ".")),
    ],
)
def test_what_stands_around_names(names: list[str], around: tuple[str, ...]) -> None:
    assert ENGLISH.around("", "After {titles}.", titles=names) == around


def test_what_is_filled_in_stays_as_it_was_typed() -> None:
    typed = "Salesforce Administrator {who} {0} %s {{"
    assert ENGLISH.say("", "Your guide as {role}", role=typed) == f"Your guide as {typed}"


def test_a_sentence_reaches_nothing_but_its_values() -> None:
    sentence = "{role.__class__} {role!r} {role:>9} {role} {{role}}"
    assert ENGLISH.say("", sentence, role="Admin") == (
        "{role.__class__} {role!r} {role:>9} Admin {Admin}"
    )


def test_a_number_decides_on_the_form_and_stands_in_it() -> None:
    def steps(number: int) -> str:
        return ENGLISH.counted("", "{number} step", "{number} steps", number)

    assert [steps(number) for number in (0, 1, 2, 1385)] == [
        *("0 steps", "1 step", "2 steps", "1,385 steps")
    ]


def test_remarks_sentences_and_facts_stand_behind_each_other() -> None:
    assert ENGLISH.strung(["Optional", "", "by day 10"]) == "Optional, by day 10"
    assert ENGLISH.paragraph(["You begin.", "", "They end."]) == "You begin. They end."
    assert ENGLISH.row("Day 1", "", "25 minutes") == "Day 1 · 25 minutes"
    assert (ENGLISH.strung([]), ENGLISH.paragraph([""]), ENGLISH.row()) == ("", "", "")


def test_days_numbers_and_percentages_are_written_as_the_language_does() -> None:
    assert ENGLISH.calendar_day(date(2026, 11, 2)) == "2 November 2026"
    assert ENGLISH.days(1) == "1 day"
    assert ENGLISH.days(1200) == "1,200 days"
    assert ENGLISH.percent(50) == "50%"


def test_what_is_written_in_the_other_direction_keeps_to_itself() -> None:
    said = ENGLISH.say("", "Your guide as {role}", role="מנהל")
    assert said == "Your guide as \u2068מנהל\u2069"
    assert ENGLISH.listed(["Admin", "מנהל"]) == "Admin and \u2068מנהל\u2069"


def test_words_can_be_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(ENGLISH))
    assert isinstance(sent, Words)
    assert sent.counted("", "{number} step", "{number} steps", 2) == "2 steps"
    assert sent.duration(90) == "1 hour 30 minutes"
