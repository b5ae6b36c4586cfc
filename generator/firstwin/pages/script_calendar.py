"""The calendar of a guide as a script that hands it on, for the browser that makes a file of it.

In: `GuideCalendar`s. Out: `File`s, which are loaded when a reader asks for a calendar. `theme/scripts/calendar` has the same
shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from firstwin.pages.calendar import CalendarEntry, GuideCalendar, guide_calendar
from firstwin.pages.page import File
from firstwin.pages.script_dates import mark_data
from firstwin.pages.script_value import script_value
from firstwin.pages.sitemap import SiteMap
from firstwin.resolve.guide import Guide

FOLDER: Final = "assets/calendars"


def calendar_files(site: SiteMap) -> Iterator[File]:
    """The files of all guides."""
    for guide in site.guides.guides:
        path = f"{FOLDER}/{guide.tier}/{guide.persona.id}.js"
        yield File(path, make=partial(_script, guide, site))


def _script(guide: Guide, site: SiteMap) -> str:
    return f"fwCalendar({script_value(calendar_data(guide_calendar(guide, site)))});\n"


def calendar_data(calendar: GuideCalendar) -> dict[str, Any]:
    """A calendar as plain data."""
    return {
        "title": calendar.title,
        "site": calendar.site,
        "host": calendar.host,
        "begins": f"{calendar.begins:%H:%M}",
        "marks": [mark_data(mark) for mark in calendar.marks],
        "entries": [_entry(entry) for entry in calendar.entries],
    }


def _entry(entry: CalendarEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "text": entry.text,
        "address": entry.address,
        "day": entry.day,
        "from": entry.counted_from,
        "minutes": entry.minutes,
        "every": entry.every,
        "times": entry.times,
    }
