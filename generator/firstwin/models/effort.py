"""How long something takes: `45` minutes, or from `30-60`.

In: the text of one `minutes`. Out: `Effort`, which adds up to sums that keep their range.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Annotated, Final, Protocol

from msgspec import Struct
from pydantic import PlainValidator

from firstwin.models.base import fault, written_as
from firstwin.models.values import LARGEST_NUMBER, read_number
from firstwin.sources import Quoted

_range: Final = re.compile(r"([1-9][0-9]{0,4})-([1-9][0-9]{0,4})")
_FORMS: Final = "write minutes, or a range of them: 45, 30-60"


class Effort(Struct, frozen=True):
    """Minutes, from `least` to `most`. `is_open` tells that something in it takes time and does not say how much.

    One that knows of no minutes is false.
    """

    least: int = 0
    most: int = 0
    is_open: bool = False

    def __bool__(self) -> bool:
        return self.most > 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.least + other.least, self.most + other.most, self.is_open or other.is_open
        )

    def __mul__(self, times: int) -> Effort:
        return Effort(self.least * times, self.most * times, self.is_open and times > 0)

    def __str__(self) -> str:
        return str(self.most) if self.least == self.most else f"{self.least}-{self.most}"


NO_TIME: Final = Effort()
"""Where the sum of efforts begins."""
UNSAID: Final = Effort(is_open=True)
"""Some time, and nobody says how much."""


class SomeOf(Hashable, Protocol):
    """Several of which so many are enough."""

    @property
    def at_least(self) -> int:
        """How many of them are enough."""


def in_sum(efforts: Iterable[tuple[Effort, SomeOf | None]]) -> Effort:
    """What efforts add up to, each with the choice it belongs to: of those of one choice, so many as are enough."""
    total, chosen = NO_TIME, dict[SomeOf, list[Effort]]()
    for effort, choice in efforts:
        if choice:
            chosen.setdefault(choice, []).append(effort)
        else:
            total += effort
    return sum((_of_some(each, choice.at_least) for choice, each in chosen.items()), total)


def _of_some(each: Sequence[Effort], at_least: int) -> Effort:
    """What it takes to do so many of several: from the shortest of them to the longest."""
    least, most = sorted(one.least for one in each), sorted(one.most for one in each)
    return Effort(sum(least[:at_least]), sum(most[-at_least:]), any(one.is_open for one in each))


def read_effort(value: object) -> Effort:
    """Minutes, `45`, or a range of them, `30-60`. Raises a `fault` for anything else."""
    text = value if isinstance(value, str) and not isinstance(value, Quoted) else ""
    found = _range.fullmatch(text)
    if not found and (not text or text.isdecimal()):
        minutes = read_number(value)
        return Effort(minutes, minutes)
    if not found:
        raise fault("effort_form", "a whole number is expected here", _FORMS)
    least, most = int(found[1]), int(found[2])
    if most < least:
        raise fault("effort_form", f"the range {least}-{most} is reversed", f"write {most}-{least}")
    return Effort(least, most)


Minutes = Annotated[
    Effort,
    PlainValidator(read_effort),
    written_as(
        "minutes",
        f"A whole number of minutes from 1 to {LARGEST_NUMBER:,}, or a range: `45`, `30-60`.",
        type=["integer", "string"],
        minimum=1,
        maximum=LARGEST_NUMBER,
        pattern="^[1-9][0-9]{0,4}-[1-9][0-9]{0,4}$",
        errorMessage="Write minutes, or a range of them: 45, 30-60.",
    ),
]
