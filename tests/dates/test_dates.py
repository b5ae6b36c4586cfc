"""Dates in Python and in the browser's code are the same: over time zones, clock changes, leap days and ends of years."""

import json
import os
import random
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from firstwin.dates import START, Course, Mark, WorkingDays, in_a_row, number_of

ZONES = (
    "UTC",
    "America/New_York",
    "America/St_Johns",
    "Europe/Berlin",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",  # its clocks change by half an hour
    "Pacific/Apia",  # it left out a whole day, 30 December 2011
    "Pacific/Kiritimati",
)
EDGES = (
    *("2024-02-28", "2024-02-29", "2023-02-28", "2028-02-29", "2100-02-28"),  # 2100 has no leap day
    *("2026-12-31", "2027-01-01", "2011-12-29", "2011-12-31"),
    *("2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24", "2026-10-31"),
)
NO_DATES = (
    *("2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "26-01-01"),
    *(
        "0026-01-01",
        "2026-01-01 ",
        "2026-01-01T00:00",
        "\u0662\u0660\u0662\u0666-01-01",
        "",
        "start",
        "2026-01-01\n",
    ),
)


@dataclass(frozen=True)
class Order:
    """A plan with dates that were set, and the days asked for."""

    dates: Mapping[str, date]
    marks: Mapping[str, Mark]
    days: list[tuple[int, str]]
    country: WorkingDays

    def as_json(self) -> dict[str, Any]:
        return {
            "dates": {id_: day.isoformat() for id_, day in self.dates.items()},
            "marks": [
                {"id": id_, "day": mark.day, "from": mark.counted_from}
                for id_, mark in self.marks.items()
            ],
            "days": self.days,
            "country": {
                "weekend": sorted(self.country.weekend),
                "off": [day.isoformat() for day in sorted(self.country.off)],
                "on": [day.isoformat() for day in sorted(self.country.on)],
            },
        }

    def reckoned(self) -> dict[str, Any]:
        course = Course(self.dates, self.marks)
        found = [course.date_of(day, mark) for day, mark in self.days]
        return {
            "start": course.start.isoformat() if course.start else None,
            "days": [
                [day.isoformat(), self.country.next(day).isoformat()] if day else [None, None]
                for day in found
            ],
        }


def orders(count: int) -> Iterator[Order]:
    chance = random.Random(54)
    for _ in range(count):
        marks: dict[str, Mark] = {}
        for id_ in ("go-live", "training", "renewal")[: chance.randrange(4)]:
            marks[id_] = Mark(chance.randrange(-60, 400), chance.choice([START, *marks]))
        start = date.fromisoformat(chance.choice(EDGES)) + timedelta(chance.randrange(-3, 4))
        dates = {
            id_: start + timedelta(chance.randrange(-100, 400))
            for id_ in (START, *marks)
            if chance.random() < 0.6
        }
        days = [
            (chance.randrange(-40, 500), chance.choice([START, *marks, "no-mark"]))
            for _ in range(12)
        ]
        near = [start + timedelta(offset) for offset in range(500)]
        yield Order(
            dates,
            marks,
            days,
            WorkingDays(
                frozenset(chance.choice([(5, 6), (4, 5), (6,), (), range(7)])),
                frozenset(chance.sample(near, 40)),
                frozenset(chance.sample(near, 5)),
            ),
        )


def moments() -> list[int]:
    """Milliseconds around midnights, clock changes, and days that a zone left out."""
    found = []
    for day in (*EDGES, "2011-12-30"):
        noon = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        found += [int((noon + timedelta(minutes=30 * n)).timestamp()) for n in range(-40, 41)]
    return [seconds * 1000 for seconds in found]


def in_browser(node: Path, zone: str, asked: list[Order], texts: list[str]) -> dict[str, Any]:
    order = {
        "orders": [each.as_json() for each in asked],
        "moments": moments(),
        "texts": texts,
    }
    done = subprocess.run(
        [node, Path(__file__).with_name("reckon.mjs")],
        input=json.dumps(order),
        env={**os.environ, "TZ": zone},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("zone", ZONES)
def test_the_browser_reckons_as_python_does(node: Path, zone: str, *, full: bool) -> None:
    asked = list(orders(5000 if full else 150))
    answer = in_browser(node, zone, asked, [*EDGES, *NO_DATES])
    assert answer["plans"] == [order.reckoned() for order in asked]
    assert answer["read"] == [True] * len(EDGES) + [False] * len(NO_DATES)
    here = ZoneInfo(zone)
    assert answer["todays"] == [
        datetime.fromtimestamp(moment / 1000, tz=UTC).astimezone(here).date().isoformat()
        for moment in moments()
    ]


def test_day_1_is_the_start_date_and_there_is_no_day_between_it_and_the_day_before() -> None:
    course = Course({START: date(2026, 3, 2)})
    assert course.date_of(1) == date(2026, 3, 2)
    assert course.date_of(10) == date(2026, 3, 11)
    assert course.date_of(in_a_row(-1)) == date(2026, 3, 1)
    assert course.date_of(in_a_row(-14)) == date(2026, 2, 16)


def test_days_before_the_start_are_numbered_without_a_0() -> None:
    assert [number_of(place) for place in range(-2, 3)] == [-3, -2, -1, 1, 2]
    assert all(in_a_row(number_of(place)) == place for place in range(-400, 400))


def test_what_counts_from_a_mark_moves_with_it_and_the_rest_stays() -> None:
    marks = {"go-live": Mark(45), "review": Mark(60, "go-live")}
    course = Course({START: date(2026, 3, 2), "go-live": date(2026, 5, 4)}, marks)
    assert course.date_of(10) == date(2026, 3, 11)
    assert course.date_of(46, "go-live") == date(2026, 5, 5)
    assert course.date_of(61, "review") == date(2026, 5, 20)


def test_a_start_is_counted_back_from_the_only_date_that_is_known() -> None:
    course = Course({"go-live": date(2026, 5, 4)}, {"go-live": Mark(45)})
    assert course.start == date(2026, 3, 21)
    assert course.date_of(45) == course.date_of(45, "go-live") == date(2026, 5, 4)


def test_without_a_date_no_day_has_one() -> None:
    course = Course({}, {"go-live": Mark(45)})
    assert course.start is None
    assert course.date_of(1) is None
    assert course.date_of(46, "go-live") is None


def test_a_day_that_no_calendar_has_has_no_date() -> None:
    assert Course({START: date.max}).date_of(2) is None
    assert WorkingDays(frozenset({date.max.weekday()})).next(date.max) == date.max
