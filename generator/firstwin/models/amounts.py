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
    **dict.fromkeys(("quarter of an", "a quarter of an"), "0.25"),
    "three quarters of an": "0.75",
    **dict.fromkeys(("a", "an", "one"), "1"),
    **dict(zip(("two", "three", "four", "five", "six"), "23456", strict=True)),
}
_MINUTE = ("m", "min", "minute", "minuten", "minuto")
_HOUR = ("h", "hr", "hour", "std", "stunde", "stunden", "heure", "hora")
_UNITS: Mapping[str, Mapping[str, int]] = {
    "minutes": {**dict.fromkeys(_MINUTE, 1), **dict.fromkeys(_HOUR, 60)},
    "days": {"d": 1, "day": 1, "w": 7, "week": 7, "month": 30},
}
_WIDE = str.maketrans("０１２３４５６７８９－～〜", "0123456789-~~")  # noqa: RUF001  # they are what is replaced
_one = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?([a-z]*)[., ]*(?:and )?")
_PARTS: Mapping[str, str] = {
    **dict.fromkeys(("1/2", "½"), ".5"),
    **dict.fromkeys(("1/4", "¼"), ".25"),
    **dict.fromkeys(("3/4", "¾"), ".75"),
}
_part = re.compile(r"(?:([0-9]{1,4})(?: |(?=[½¼¾])))?([13]/[24]|[½¼¾])")
_ABOUT = r"(?:about|approx\.?|around|ca\.?|circa|up to|max\.?|[~<≤≈+]+)\s*"
_about = re.compile(_ABOUT)
_from_to = re.compile(
    r"(?P<first>[0-9]+(?:[.,][0-9]+)?)(?: ?(?P<unit>[a-z]+))? ?(?:-|–|—|\bto\b|\bbis\b) ?(?P<last>[0-9½].*)"
)
_clocks = re.compile(r"([0-9]{1,2}):([0-5][0-9]) ?(?:-|–|—|to) ?([0-9]{1,2}):([0-5][0-9])")
"""`10:00-10:15`."""
_prime = re.compile(r"(?<=[0-9]) ?['\u2032]$")
_no_unit = re.compile(r"[^a-z]|\b(?:to|and|bis)\b")
_clock = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?: ?h(?:ours?)?)?")
_day_first = re.compile(r"days? ([0-9]+)")


def narrow(text: str) -> str:
    """A text with digits and dashes of a Japanese keyboard as those of any other."""
    return text.translate(_WIDE)


def amount(text: str, unit: str) -> int | None:
    """The whole number of minutes or days that a text means."""
    plain = narrow(text).strip().lower()
    about = _about.match(plain)
    if about and re.search("[a-z]", plain[about.end() :]):
        plain = plain[about.end() :]
    for word, number in _WORDS.items():
        plain = re.sub(rf"^{word} (?=[a-z])", f"{number} ", plain)
    part = _part.match(plain)
    if part and part[2] in _PARTS:
        plain = f"{part[1] or 0}{_PARTS[part[2]]}{plain[part.end() :]}"
    clocks = _clocks.fullmatch(plain)
    if clocks and unit == "minutes":
        begin, end = int(clocks[1]) * 60 + int(clocks[2]), int(clocks[3]) * 60 + int(clocks[4])
        return _rounded_up(end - begin)
    clock = _clock.fullmatch(plain)
    if clock and unit == "minutes":
        return _rounded_up(int(clock[1]) * 60 + int(clock[2]))
    named = _day_first.fullmatch(plain)
    if named and unit == "days":
        plain = named[1]
    return _sum(plain, _UNITS.get(unit, {}))


def span(text: str, unit: str) -> tuple[int, int] | None:
    """The two amounts of a range, the shorter one first: `30-60`, `1-2 h`, `45 min to 1 h`."""
    found = _from_to.fullmatch(_about.sub("", text.strip().lower(), count=1))
    last = amount(found["last"], unit) if found else None
    if not found or (last is None and re.search("[1-9]", found["last"])):
        return None
    shared = re.sub(r"[^a-z]", "", found["last"])
    first = amount(f"{found['first']} {found['unit'] or shared}".strip(), unit)
    shorter, longer = sorted(each or 0 for each in (first, last))
    return (max(shorter, 1), longer) if longer else None


def longest(text: str, unit: str) -> int | None:
    """The longer of the two amounts of a range."""
    found = span(text, unit)
    return found[1] if found else None


def named_minutes(text: str) -> int | None:
    """The minutes of a time that has its unit, or begins and ends at stated times; None for a number alone."""
    plain = _prime.sub(" min", _about.sub("", text.strip().lower(), count=1))
    if not _no_unit.sub("", plain) and not _clocks.fullmatch(plain):
        return None
    return longest(plain, "minutes") or amount(plain, "minutes")


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
    return _rounded_up(total)


def _only_number(text: str) -> int | None:
    """The number in `about 45` and `~45`; None where there are two, or a unit nobody knows."""
    found = re.fullmatch(_ABOUT + r"([0-9]+)", text)
    return _rounded_up(float(found[1])) if found else None


def _rounded_up(number: float) -> int | None:
    return math.ceil(number) if 0 < number <= LARGEST_NUMBER else None
