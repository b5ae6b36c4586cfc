"""The calendar of a guide as a file that calendar programs read (RFC 5545).

In: a `GuideCalendar`, the dates its reader has set, the working days where they are, the moment it is made. Out: the file.
Times are floating: ten o'clock wherever the reader is. Ids stay the same and numbers of sequence rise with every minute, so
that a file which is made later, after a date has moved, updates what an earlier one brought. `theme/scripts/calendar` writes
the same file, byte for byte, in a browser.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final

from icalendar import Alarm, Calendar, Event, vText
from msgspec import Struct

from firstwin.dates import Course, WorkingDays
from firstwin.pages.calendar import CalendarEntry, GuideCalendar

PRODUCT: Final = "-//firstwin//calendar//EN"
DAY_BEFORE: Final = timedelta(hours=-15)
"""When a day-long entry reminds: at nine in the morning of the day before."""
WEEK: Final = 7
LAST_OF_MONTH: Final = 4
WORKING_DAYS: Final = 5
MONTHS: Final = {"quarter": 3, "half-year": 6, "year": 12}
"""Not every month has more than so many of a weekday."""
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Occasion(Struct, frozen=True):
    """What a calendar is made for: the dates that were set, the working days where its reader is, the moment it is made.

    Entries of one `customer` have ids apart from those of others. Without a name they are those of the plan.
    """

    course: Course
    working: WorkingDays
    now: datetime
    customer: str = ""


def calendar_file(calendar: GuideCalendar, occasion: Occasion) -> bytes:
    """The file. Entries whose date no calendar has are left out."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add("x-wr-calname", vText(calendar.title))
    for event in _events(calendar, occasion):
        made.add_component(event)
    written: bytes = made.to_ical(sorted=False)
    return written


def _events(calendar: GuideCalendar, occasion: Occasion) -> Iterator[Event]:
    for entry in calendar.entries:
        planned = occasion.course.date_of(entry.day, entry.counted_from)
        if planned:
            yield _event(entry, occasion.working.next(planned), calendar, occasion)


def _mark_of(customer: str) -> str:
    """What stands for a customer in ids, which go from calendar to calendar and are to name nobody: FNV-1a in 64 bits."""
    mark = 0xCBF29CE484222325
    for byte in customer.encode():
        mark = (mark ^ byte) * 0x100000001B3 % 2**64
    return f"{mark:016x}"


def _event(entry: CalendarEntry, day: date, calendar: GuideCalendar, occasion: Occasion) -> Event:
    event = Event()
    whose = f"/{_mark_of(occasion.customer)}" if occasion.customer else ""
    event.add("uid", f"{entry.id}{whose}@{calendar.host}")
    event.add("sequence", int(occasion.now.timestamp()) // 60)
    event.add("dtstamp", occasion.now)
    if entry.kind == "deadline":
        event.add("dtstart", day)
    else:
        event.add("dtstart", datetime.combine(day, calendar.begins))
        event.add("duration", timedelta(minutes=entry.minutes))
    if entry.every and entry.times > 1:
        event.add("rrule", _rule(entry, day))
    event.add("summary", entry.title)
    address = f"{calendar.site}{entry.address}" if calendar.site else ""
    text = "\n\n".join(part for part in (entry.text, address) if part)
    if text:
        event.add("description", text)
    if address:
        event.add("url", address)
    if entry.kind == "deadline":
        event.add("transp", "TRANSPARENT")
        event.add_component(_alarm(entry.title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", DAY_BEFORE)
    return alarm


def _rule(entry: CalendarEntry, first: date) -> dict[str, Any]:
    """How calls come back: on the same weekday, or on each of five, so that none falls on a weekend."""
    match entry.every:
        case "day":
            return {"FREQ": "WEEKLY", "COUNT": entry.times, "BYDAY": list(WEEKDAYS[:WORKING_DAYS])}
        case "week" | "2 weeks":
            rule = {"FREQ": "WEEKLY", "COUNT": entry.times}
            return rule | ({"INTERVAL": 2} if entry.every == "2 weeks" else {})
        case _:
            rule = {"FREQ": "MONTHLY", "COUNT": entry.times}
            months = MONTHS.get(entry.every or "", 1)
            rule |= {"INTERVAL": months} if months > 1 else {}
            return rule | {"BYDAY": _weekday_of_month(first)}


def _weekday_of_month(day: date) -> str:
    """`2TU`, the second Tuesday; `-1TU`, the last one."""
    week = (day.day - 1) // WEEK + 1
    return f"{week if week <= LAST_OF_MONTH else -1}{WEEKDAYS[day.weekday()]}"
