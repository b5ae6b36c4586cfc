"""Numbers as people write them, with units and in words: the minutes or days they mean.

In: a text where a number was expected, and what it counts. Out: the number, or None where none is plain.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from firstwin.models.values import LARGEST_NUMBER

_WORDS: Mapping[str, str] = {
    "half an": "0.5",
    **dict.fromkeys(("a", "an", "one"), "1"),
    **dict(zip(("two", "three", "four", "five", "six"), "23456", strict=True)),
}
_UNITS: Mapping[str, Mapping[str, int]] = {
    "minutes": {"m": 1, "min": 1, "minute": 1, "h": 60, "hr": 60, "hour": 60},
    "days": {"d": 1, "day": 1, "w": 7, "week": 7, "month": 30},
}
_one = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?([a-z]*)[., ]*(?:and )?")
_clock = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?: ?h(?:ours?)?)?")
_day_first = re.compile(r"days? ([0-9]+)")


def amount(text: str, unit: str) -> int | None:
    """The whole number of minutes or days that a text means."""
    plain = text.strip().lower()
    for word, number in _WORDS.items():
        plain = re.sub(rf"^{word} (?=[a-z])", f"{number} ", plain)
    clock = _clock.fullmatch(plain)
    if clock and unit == "minutes":
        return _whole(int(clock[1]) * 60 + int(clock[2]))
    named = _day_first.fullmatch(plain)
    if named and unit == "days":
        plain = named[1]
    return _sum(plain, _UNITS.get(unit, {}))


def _sum(text: str, units: Mapping[str, int]) -> int | None:
    """The sum of amounts with units: `1 h 30 min`. A fraction needs a unit that it is a part of."""
    total, end = 0.0, 0
    while end < len(text):
        found = _one.match(text, end)
        factor = units.get(found[2].removesuffix("s")) if found and found[2] else 1
        if not found or factor is None or (not found[2] and not found[1].isdigit()):
            return _only_number(text)
        total += float(found[1].replace(",", ".")) * factor
        end = found.end()
    return _whole(total)


def _only_number(text: str) -> int | None:
    """The number in `about 45` and `~45`; None where there are two, or a unit nobody knows."""
    found = re.fullmatch(
        r"(?:about|approx\.?|around|ca\.?|circa|up to|max\.?|[~<≤+]+)\s*([0-9]+)", text
    )
    return _whole(float(found[1])) if found else None


def _whole(number: float) -> int | None:
    return math.ceil(number) if 0 < number <= LARGEST_NUMBER else None
