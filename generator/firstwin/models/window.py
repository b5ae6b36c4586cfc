"""When a step or phase happens: `day`, `week` or `month`, a range, or a distance from an anchor.

In: the text of one of the six window keys. Out: `Range`, and with its unit `Window`. Planned days are
computed in `validate`; here only the form is read. Days count from 1; week n is days 7n-6 to 7n; a
month is 30 days (the definitions are the design's). Before the start they count down: -1 is the day before day 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any, Final, Literal

from msgspec import Struct
from pydantic import PlainValidator

from firstwin.dates import START, in_a_row
from firstwin.models.base import fault, written_as
from firstwin.models.values import ID_PATTERN, LARGEST_NUMBER, is_id, read_number
from firstwin.sources import Quoted

RANGE_PATTERN = (
    r"^(-?[1-9][0-9]{0,4}(--?[1-9][0-9]{0,4})?"
    r"|[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})? (before|after) " + ID_PATTERN.strip("^$") + r")$"
)
ON: Final = "on"
"""What stands before an anchor for the very day of it."""
DAY_PATTERN = f"{RANGE_PATTERN}|^{ON} {ID_PATTERN.strip('^$')}$"
WINDOW_KEYS = ("day", "days", "week", "weeks", "month", "months")
EVENT = "when"
"""The key of what has no days, and happens when something else does."""
TIME_KEYS = (*WINDOW_KEYS, EVENT)
"""The keys that say when something happens, of which one is written at most."""

_range = re.compile(r"(-?[0-9]+)(?:-(-?[0-9]+))?(?: (before|after) (\S+))?")
_nearly = re.compile(r"(-?[0-9]+)\s*(?:[-–—~]|to|through|until|and|bis|à|\.\.)\s*(-?[0-9]++)(.*)")

_FORMS: Final = "write a number, a range or a distance: 10, 3-5, 1-4 after go-live"
_FORMS_OF_DAYS: Final = (
    "write a number, a range, a distance or an anchor: 10, 3-5, 1-4 after go-live, on go-live"
)


class Unit(Enum):
    """What a window counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def days(self) -> int:
        """How many days one of it has."""
        return {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}[self]


class Range(Struct, frozen=True):
    """`N`, `N-M`, or either `before` or `after` an anchor, ends included; or the very day that it is `on`. Without an anchor
    they may be below 0.
    """

    first: int
    last: int
    side: Literal["before", "after", "on"] | None = None
    anchor: str | None = None

    def __str__(self) -> str:
        if self.side == ON:
            return f"{ON} {self.anchor}"
        span = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        return f"{span} {self.side} {self.anchor}" if self.anchor else span


class Window(Struct, frozen=True):
    """A range in a unit, as the author wrote it. `key` is the YAML key it stands under."""

    unit: Unit
    range: Range
    key: str

    @property
    def offsets(self) -> tuple[int, int]:
        """First and last day of the range, counted from 1: `weeks: 2-3` gives (8, 21), `day: -1` (0, 0)."""
        size = self.unit.days
        return (in_a_row(self.range.first) - 1) * size + 1, in_a_row(self.range.last) * size


def read_range(value: object) -> Range:
    """Read `10`, `3-5`, `1-4 after go-live`. Raises a `fault` for what is no window."""
    return _read(value, _FORMS)


def _read(value: object, forms: str) -> Range:
    text = str(value) if isinstance(value, str) else ""
    if not text.strip():
        raise fault("window_form", "a window is expected here", forms)
    found = _range.fullmatch(text)
    if not found:
        raise fault(
            "window_form", f"`{text.strip()[:80]}` is not a window", _range_hint(text, forms)
        )
    first, last, side, anchor = found.groups()
    if anchor and not is_id(anchor):
        raise fault(
            "window_form",
            f"`{anchor[:80]}` is not the id of an anchor",
            f"an anchor is `{START}`, a milestone's id or a named day's id",
        )
    if any(len(each.lstrip("-")) > len(str(LARGEST_NUMBER)) for each in (first, last or "")):
        raise fault("window_range", f"no plan is longer than {LARGEST_NUMBER} days", "")
    begin, end = int(first), int(last or first)
    if anchor and min(begin, end) < 0:
        raise fault(
            "window_form",
            "a distance has no sign: `before` and `after` say where it leads",
            f"write {abs(begin)} before {anchor}" if begin == end else "write it without the minus",
        )
    if 0 in (begin, end):
        raise fault(
            "window_range",
            "there is no day 0: the start date is day 1",
            "count from 1; the day before the start date is day -1",
        )
    if any(each.lstrip("-").startswith("0") for each in (first, last or "")):
        span = f"{begin}-{end}" if last else str(begin)
        raise fault("window_form", "a number in a window begins with a zero", f"write {span}")
    if end < begin:
        raise fault("window_range", f"the range {begin}-{end} is reversed", f"write {end}-{begin}")
    return Range(begin, end, "before" if side == "before" else "after" if side else None, anchor)


def read_day_range(value: object) -> Range:
    """Read what `read_range` does, and `on go-live`. Raises a `fault` for what is no window."""
    word, _, anchor = value.strip().partition(" ") if isinstance(value, str) else ("", "", "")
    if word == ON and is_id(anchor.strip()):
        return Range(1, 1, ON, anchor.strip())
    return _read(value, _FORMS_OF_DAYS)


def _range_hint(text: str, forms: str) -> str:
    meant = meant_range(text)
    return f"write {meant}" if meant else forms


def meant_range(text: str) -> str:
    """The range that a text probably means; nothing where that is not plain."""
    text = text.replace("\N{MINUS SIGN}", "-")
    nearly = _nearly.fullmatch(text.strip())
    meant = f"{nearly[1]}-{nearly[2]}{nearly[3]}" if nearly else text.strip()
    return meant if _range.fullmatch(meant) else ""


_WRITTEN: Final[Mapping[str, Any]] = {
    "type": ["string", "integer"],
    "minimum": -LARGEST_NUMBER,
    "maximum": LARGEST_NUMBER,
    "not": {"const": 0},
}

WindowRange = Annotated[
    Range,
    PlainValidator(read_range),
    written_as(
        "window",
        "A number, a range, or a distance from an anchor: `10`, `3-5`, `-14`, `1-4 after go-live`.",
        pattern=RANGE_PATTERN,
        errorMessage="Write a number, a range or a distance: 10, 3-5, 1-4 after go-live.",
        **_WRITTEN,
    ),
]

DayRange = Annotated[
    Range,
    PlainValidator(read_day_range),
    written_as(
        "window of days",
        "A number, a range, or a distance from an anchor: `10`, `3-5`, `-14`, `3 before go-live`; or its very day: `on go-live`.",
        pattern=DAY_PATTERN,
        errorMessage="Write a number, a range, a distance or an anchor: 10, 3-5, 1-4 after go-live, on go-live.",
        **_WRITTEN,
    ),
]


def read_day(value: object) -> int:
    """A day of the plan; before the start as a row has it: `-1` is 0. Raises a `fault` for anything else."""
    if isinstance(value, str) and not isinstance(value, Quoted) and re.fullmatch("-[1-9].*", value):
        return in_a_row(-read_number(value[1:]))
    return read_number(value)


PlanDay = Annotated[
    int,
    PlainValidator(read_day),
    written_as(
        "day",
        "A day, counted from the start date (day 1): `24`. The day before it is `-1`.",
        type="integer",
        minimum=-LARGEST_NUMBER,
        maximum=LARGEST_NUMBER,
        errorMessage="Write a number of days without quotes: 24.",
        **{"not": {"const": 0}},
    ),
]
