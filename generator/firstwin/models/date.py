"""Days of the calendar, and the files that say when they were last looked over.

In: `2026-11-02`. Out: a civil date, and `Dated`. No time of day and no time zone belong to it: whoever
writes it means the day where they are.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MINYEAR, date
from typing import Annotated

from pydantic import PlainValidator

from firstwin.models.base import FileModel, fault, written_as

DECEMBER = 12

_date = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_nearly = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_FORM = "write the year, the month and the day with hyphens: 2026-11-02"


def read_date(value: object) -> date:
    """A day that there is, as year-month-day. Raises a `fault` for anything else."""
    if not isinstance(value, str):
        raise fault("date_form", "a date is expected here", _FORM)
    if not _date.fullmatch(value):
        raise fault("date_form", f"`{value[:80]}` is not a date", _hint(value))
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise fault(
            "date_form", f"there is no {value} in the calendar", _month_end(value)
        ) from None


def _hint(value: str) -> str:
    nearly = _nearly.fullmatch(value)
    return f"write {nearly[1]}-{nearly[2]:>02}-{nearly[3]:>02}" if nearly else _FORM


def _month_end(value: str) -> str:
    year, month, _ = (int(part) for part in value.split("-"))
    if not 1 <= month <= DECEMBER or year < MINYEAR:
        return _FORM
    return f"that month ends on {value[:7]}-{monthrange(year, month)[1]}"


Date = Annotated[
    date,
    PlainValidator(read_date),
    written_as(
        "date",
        "A day of the calendar as year-month-day: `2026-11-02`.",
        type="string",
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        errorMessage="Write the year, the month and the day: 2026-11-02.",
    ),
]


class Dated(FileModel):
    """A file whose content somebody looks over from time to time."""

    reviewed: Date | None = None
    """The day on which somebody last read it through. Pages show it."""
    review_by: Date | None = None
    """The day by which somebody reads it through again. Once it is past, `check` says so."""
