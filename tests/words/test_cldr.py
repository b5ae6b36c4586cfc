"""What the CLDR knows of a language, for the languages that sites are in."""

from datetime import date

import pytest

from firstwin.words.cldr import conventions_of


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("en", "a, b and c"),
        ("en-US", "a, b, and c"),
        ("en-GB", "a, b and c"),
        ("de", "a, b und c"),
        ("fr", "a, b et c"),
        ("es", "a, b y c"),
        ("pt-BR", "a, b e c"),
        ("ja", "a、b、c"),
        ("he", "a, b ו-c"),
        ("xx", "a, b and c"),
    ],
)
def test_lists(tag: str, names: str) -> None:
    assert conventions_of(tag).listed(["a", "b", "c"]) == names


@pytest.mark.parametrize(
    ("tag", "last", "names"),
    [
        ("es", "Ignacio", "a e Ignacio"),
        ("es", "Hilda", "a e Hilda"),
        ("es", "Íñigo", "a e Íñigo"),
        ("es", "hielo", "a y hielo"),
        ("es", "Ana", "a y Ana"),
        ("he", "מנהל", "a ומנהל"),
        ("he", "«מנהל»", "a ו«מנהל»"),
        ("he", "Admin", "a ו-Admin"),
    ],
)
def test_the_last_name_may_change_what_stands_before_it(tag: str, last: str, names: str) -> None:
    assert conventions_of(tag).listed(["a", last]) == names


@pytest.mark.parametrize(
    ("tag", "last", "names"),
    [
        ("en", "b", "a or b"),
        ("de", "b", "a oder b"),
        ("fr", "b", "a ou b"),
        ("pt-BR", "b", "a ou b"),
        ("ja", "b", "aまたはb"),
        ("he", "b", "a או b"),
        ("es", "b", "a o b"),
        ("es", "Óscar", "a u Óscar"),
        ("es", "hoteles", "a u hoteles"),
        ("es", "Ignacio", "a o Ignacio"),
    ],
)
def test_lists_of_which_one_will_do(tag: str, last: str, names: str) -> None:
    assert conventions_of(tag).listed(["a", last], style="or") == names


@pytest.mark.parametrize(
    ("tag", "hours", "minutes"),
    [
        ("en", "1–2 hours", "30–60 minutes"),
        ("de", "1–2 Stunden", "30–60 Minuten"),
        ("fr", "1–2\xa0heures", "30–60 minutes"),
        ("es", "1–2 horas", "30–60 minutos"),
        ("pt-BR", "1–2 horas", "30–60 minutos"),
        ("ja", "1–2時間", "30–60分"),
        ("he", "1–2 שעות", "30–60 דקות"),
    ],
)
def test_ranges_of_amounts(tag: str, hours: str, minutes: str) -> None:
    conventions = conventions_of(tag)
    assert conventions.amounts("1–2", 2, "hour") == hours
    assert conventions.amounts("30–60", 60, "minute") == minutes


@pytest.mark.parametrize(
    ("tag", "hours", "minutes", "days"),
    [
        ("en", "1 hour", "25 minutes", "120 days"),
        ("de", "1 Stunde", "25 Minuten", "120 Tage"),
        ("fr", "1\xa0heure", "25 minutes", "120\xa0jours"),
        ("es", "1 hora", "25 minutos", "120 días"),
        ("pt-BR", "1 hora", "25 minutos", "120 dias"),
        ("ja", "1時間", "25分", "120日"),
        ("he", "שעה אחת", "25 דקות", "120 ימים"),
    ],
)
def test_amounts(tag: str, hours: str, minutes: str, days: str) -> None:
    conventions = conventions_of(tag)
    assert conventions.amount(1, "hour") == hours
    assert conventions.amount(25, "minute") == minutes
    assert conventions.amount(120, "day") == days


@pytest.mark.parametrize(
    ("tag", "number", "percent", "day"),
    [
        ("en", "1,385", "50%", "2 November 2026"),
        ("en-US", "1,385", "50%", "November 2, 2026"),
        ("de", "1.385", "50\xa0%", "2. November 2026"),
        ("de-AT", "1.385", "50\xa0%", "2. November 2026"),
        ("ja", "1,385", "50%", "2026年11月2日"),
        ("he", "1,385", "50%", "2 בנובמבר 2026"),
    ],
)
def test_numbers_and_days(tag: str, number: str, percent: str, day: str) -> None:
    conventions = conventions_of(tag)
    assert conventions.number(1385) == number
    assert conventions.percent(50) == percent
    assert conventions.day(date(2026, 11, 2)) == day


def test_lines_that_begin_at_the_right() -> None:
    assert [
        tag for tag in ("en", "he", "ar", "ja", "fa-IR") if conventions_of(tag).right_to_left
    ] == [*("he", "ar", "fa-IR")]
