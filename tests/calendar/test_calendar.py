"""Calendars: what a guide's holds, the same file in Python and in a browser, and what other programs read in it."""

import json
import random
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from msgspec import to_builtins
from tests.pages.small import guides_of

from firstwin.dates import START, Course, Mark, WorkingDays
from firstwin.models.step import Period
from firstwin.models.values import Audience
from firstwin.pages.calendar import CalendarEntry, GuideCalendar, guide_calendar
from firstwin.pages.sitemap import site_map
from firstwin.render.calendar import Occasion, calendar_file
from firstwin.resolve.guide import PlanMark
from firstwin.words import words_in

NOW = datetime(2026, 2, 20, 9, 30, 15, tzinfo=UTC)
WEEKENDS = WorkingDays(frozenset({5, 6}))
PIECES = (
    *(
        "Hold the call",
        "é",
        "字",
        "🎉",
        "\n",
        "\r\n",
        "\r",
        ",",
        ";",
        "\\",
        "\\n",
        "\\N",
        ":",
        '"',
        " ",
        "  ",
    ),
    *(
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "\u2068",
        "\u0301",
        "^",
        "^n",
        "%2C",
        "x" * 70,
        "\t",
        "\u2028",
    ),
)


def small_calendar(persona: str) -> GuideCalendar:
    guides = guides_of(Audience.CUSTOMER)
    (guide,) = (each for each in guides.guides if each.persona.id == persona)
    return guide_calendar(guide, site_map(guides, words_in("en")))


def occasion(dates: Mapping[str, date], calendar: GuideCalendar, customer: str = "") -> Occasion:
    marks = {mark.id: Mark(mark.day, mark.counted_from) for mark in calendar.marks}
    return Occasion(Course(dates, marks), WEEKENDS, NOW, customer)


def events(file: bytes) -> dict[str, Any]:
    read = Calendar.from_ical(file)
    customer_and_host = re.compile("(/[0-9a-f]{16})?@.*")
    return {customer_and_host.sub("", str(event["uid"])): event for event in read.walk("VEVENT")}


EVERY: tuple[tuple[Period | None, ...], ...] = (
    ("week", "2 weeks", "month", "quarter", None),
    ("day", "2 weeks", "half-year", "year", None),
)


def made_up(chance: random.Random) -> GuideCalendar:
    def text(most: int) -> str:
        return "".join(chance.choices(PIECES, k=chance.randrange(1, most)))

    entries = tuple(
        CalendarEntry(
            id=f"gold/step-{number}",
            kind=chance.choice(["deadline", "meeting", "call"]),
            title=text(6),
            text=text(60) if chance.random() < 0.8 else "",
            address=f"gold/admin/begin/#step-{number}",
            day=chance.randrange(-20, 400),
            counted_from=chance.choice([START, "go-live"]),
            minutes=chance.choice([5, 30, 60, 90, 1440, 1500, 99_999]),
            every=chance.choice(EVERY[number % 2]),
            times=chance.randrange(1, 9),
        )
        for number in range(chance.randrange(6))
    )
    return GuideCalendar(
        title=text(5),
        site=chance.choice(["", "https://onboarding.cairn.example/", "https://grüße.example/a/"]),
        host="onboarding.cairn.example",
        begins=time(chance.randrange(24), chance.randrange(60)),
        marks=(PlanMark("go-live", "Go live", chance.randrange(1, 99), START),),
        entries=entries,
    )


def in_browser(node: Path, orders: list[tuple[GuideCalendar, Occasion]]) -> list[bytes]:
    asked = [
        {
            "calendar": as_data(calendar),
            "dates": {id_: day.isoformat() for id_, day in made_for.course.dates.items()},
            "country": {"weekend": [5, 6], "off": [], "on": []},
            "now": int(made_for.now.timestamp() * 1000),
            "customer": made_for.customer,
        }
        for calendar, made_for in orders
    ]
    done = subprocess.run(
        [node, Path(__file__).with_name("write.mjs")],
        input=json.dumps(asked),
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return [file.encode() for file in json.loads(done.stdout)]


def as_data(calendar: GuideCalendar) -> dict[str, Any]:
    def renamed(fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"from": fields.pop("counted_from")}

    data: dict[str, Any] = to_builtins(calendar)
    return data | {
        "begins": f"{calendar.begins:%H:%M}",
        "marks": [renamed(mark) for mark in data["marks"]],
        "entries": [renamed(entry) for entry in data["entries"]],
    }


def orders(count: int) -> Iterator[tuple[GuideCalendar, Occasion]]:
    chance = random.Random(55)
    for _ in range(count):
        calendar = made_up(chance)
        dates = {
            id_: date(2026, 1, 1) + timedelta(chance.randrange(800))
            for id_ in chance.choice([(START,), ("go-live",), (START, "go-live"), ()])
        }
        customer = "".join(chance.choices(PIECES, k=chance.randrange(9)))
        yield calendar, occasion(dates, calendar, customer)


def test_a_browser_writes_the_same_bytes(node: Path, *, full: bool) -> None:
    asked = list(orders(5000 if full else 200))
    assert in_browser(node, asked) == [calendar_file(*order) for order in asked]


def test_every_file_is_read_back_as_it_was_meant() -> None:
    for calendar, made_for in orders(100):
        file = calendar_file(calendar, made_for)
        assert file.endswith(b"END:VCALENDAR\r\n")
        lines = file.decode().split("\r\n")
        assert not any("\n" in line or "\r" in line for line in lines)
        assert max(len(line.encode()) for line in lines) <= 75
        dated = bool(made_for.course.dates)
        found = events(file)
        assert list(found) == [entry.id for entry in calendar.entries if dated]
        for entry in calendar.entries if dated else ():
            title = re.sub(r"\r\n?", "\n", entry.title.replace("\\N", "\n"))
            assert str(found[entry.id]["summary"]) == title
            begins = found[entry.id].decoded("dtstart")
            day = made_for.course.date_of(entry.day, entry.counted_from)
            assert day
            assert WEEKENDS.next(day) == (begins.date() if isinstance(begins, datetime) else begins)
            if isinstance(begins, datetime):
                assert begins.tzinfo is None
                assert begins.time() == calendar.begins
                assert found[entry.id].decoded("duration") == timedelta(minutes=entry.minutes)


def test_the_small_plan_as_a_calendar() -> None:
    calendar = small_calendar("champion")
    found = events(calendar_file(calendar, occasion({START: date(2026, 3, 2)}, calendar)))
    for id_, event in found.items():
        assert id_.startswith("team/")
        assert event["sequence"] == int(NOW.timestamp()) // 60
    call = found["team/weekly-call"]
    assert call["rrule"].to_ical() == b"FREQ=WEEKLY;COUNT=3"
    assert call.decoded("dtstart") == datetime(2026, 3, 2, 10, tzinfo=None)  # noqa: DTZ001  # it floats
    assert call.decoded("duration") == timedelta(minutes=20)
    assert str(call["description"]) == (
        "What is done (10 minutes)\nWhat is stuck (10 minutes)\n\nWith Success manager"
    )
    meeting = found["team/kickoff-call"]
    assert isinstance(meeting.decoded("dtstart"), datetime)
    assert not list(meeting.walk("VALARM"))
    deadlines = [
        event for event in found.values() if not isinstance(event.decoded("dtstart"), datetime)
    ]
    assert deadlines
    for event in deadlines:
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(hours=-15)
        assert event["transp"] == "TRANSPARENT"
        assert event.decoded("dtstart").weekday() < 5


def test_ids_stay_when_dates_move_and_later_files_have_a_higher_sequence() -> None:
    calendar = small_calendar("admin")
    before = occasion({START: date(2026, 3, 2)}, calendar)
    after = Occasion(
        Course({START: date(2026, 4, 1)}), before.working, before.now + timedelta(minutes=1)
    )
    first, second = (events(calendar_file(calendar, each)) for each in (before, after))
    assert list(first) == list(second)
    for id_, event in first.items():
        assert str(event["uid"]) == str(second[id_]["uid"])
        assert second[id_]["sequence"] > event["sequence"]


def test_entries_of_two_customers_lie_side_by_side_and_those_of_one_are_the_same() -> None:
    def ids(persona: str, customer: str) -> set[str]:
        calendar = small_calendar(persona)
        file = calendar_file(calendar, occasion({START: date(2026, 3, 2)}, calendar, customer))
        return {str(event["uid"]) for event in Calendar.from_ical(file).walk("VEVENT")}

    assert not ids("admin", "Harbour & Sons") & ids("admin", "Blue Whale")
    assert not ids("admin", "Harbour & Sons") & ids("admin", "")
    assert ids("admin", "Harbour & Sons") & ids("champion", "Harbour & Sons")
    assert not [id_ for id_ in ids("admin", "Harbour") if "harbour" in id_.lower()]


@pytest.mark.parametrize(
    ("day", "every", "rule"),
    [
        (date(2026, 3, 10), "month", "FREQ=MONTHLY;COUNT=4;BYDAY=2TU"),
        (date(2026, 3, 31), "month", "FREQ=MONTHLY;COUNT=4;BYDAY=-1TU"),
        (date(2026, 3, 31), "quarter", "FREQ=MONTHLY;COUNT=4;INTERVAL=3;BYDAY=-1TU"),
        (date(2026, 3, 31), "half-year", "FREQ=MONTHLY;COUNT=4;INTERVAL=6;BYDAY=-1TU"),
        (date(2026, 3, 31), "year", "FREQ=MONTHLY;COUNT=4;INTERVAL=12;BYDAY=-1TU"),
        (date(2026, 3, 31), "day", "FREQ=WEEKLY;COUNT=4;BYDAY=MO,TU,WE,TH,FR"),
        (date(2026, 3, 31), "2 weeks", "FREQ=WEEKLY;COUNT=4;INTERVAL=2"),
    ],
)
def test_calls_come_back_on_the_same_weekday(day: date, every: Any, rule: str) -> None:
    entry = CalendarEntry("gold/call", "call", "Call", "", "gold/", 1, START, 30, every, 4)
    calendar = GuideCalendar("Gold", "", "a.invalid", time(10), (), (entry,))
    file = calendar_file(calendar, occasion({START: day}, calendar))
    assert f"RRULE:{rule}\r\n" in file.decode()
