"""How a language writes numbers, lists, lengths of time and days: what the CLDR knows of it.

In: a language tag. Out: `Conventions`. Babel brings the data; this is the one module that loads it, so that what
says nothing (`firstwin check`) does not wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain, repeat
from typing import Final, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.plurals import get_plural
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit
from msgspec import Struct

Unit = Literal["day", "hour", "minute"]
ListStyle = Literal["standard", "or"]

LENGTHS: Final[tuple[Literal["long", "short", "narrow"], ...]] = ("long", "short", "narrow")
"""How much room a unit takes; what a language writes alike, it has only in the shorter form."""

WORLD_ENGLISH: Final = "en-001"
"""English that is nobody's in particular: 2 November 2026; a, b and c."""

ONE: Final[dict[str, dict[Unit, str]]] = {
    "he": {"day": "יום אחד", "hour": "שעה אחת", "minute": "דקה אחת"},
}
"""One of a unit, where a language says it in words and the CLDR has the digit, which reads as that of a form."""

SOLID: Final = frozenset({"ja"})
"""Languages that set no space between a number and its unit, where the CLDR has one: 25分."""

CACHED: Final = 4096

IN_DIGITS: Final = 20
"""A number that every language writes in digits before a unit, where smaller ones may be a word: two hours in Hebrew."""

_hebrew: Final = re.compile("[^\\w]*[\u0590-\u05ff]")
_sounds_like_i: Final = re.compile("[^\\w]*(?:h?[ií])(?![aeo])|[^\\w]*[ií]", re.IGNORECASE)

_sounds_like_o: Final = re.compile("[^\\w]*h?[oó]", re.IGNORECASE)


class Conventions(Struct, frozen=True):
    """How one language writes. `tag` names the language, and where it is spoken: `pt-BR`."""

    tag: str

    @property
    def right_to_left(self) -> bool:
        """Whether lines begin at the right."""
        return _locale(self.tag).text_direction == "rtl"

    def category(self, number: int) -> str:
        """What the CLDR calls the form of a sentence that a number takes: `one`, `few`, `other`."""
        return str(_locale(self.tag).plural_form(number))

    def number(self, number: int) -> str:
        """`7`, `1,385`."""
        return str(number) if 0 <= number < 1000 else _number(self.tag, number)

    def percent(self, percent: int) -> str:
        """`50%`."""
        return str(format_percent(percent / 100, locale=_locale(self.tag)))

    def amount(self, number: int, unit: Unit) -> str:
        """`1 hour`, `25 minutes`, `120 days`."""
        return _amount(self.tag, number, unit)

    def amounts(self, numbers: str, last: int, unit: Unit) -> str:
        """`25–40 minutes`, of which `numbers` is what is written, and `last` decides the form."""
        for number in (last, IN_DIGITS):
            before, digits, behind = self.amount(number, unit).partition(self.number(number))
            if digits:
                return f"{before}{numbers}{behind}"
        return f"{numbers} {unit}"

    def day(self, day: date) -> str:
        """`2 November 2026`."""
        return str(format_date(day, "long", locale=_locale(self.tag)))

    def country(self, code: str) -> str:
        """`Germany`, for `DE`; the code itself where the language has no name for it."""
        return str(_locale(self.tag).territories.get(code, code))

    def listed(
        self,
        items: Sequence[str],
        instead: Sequence[str] | None = None,
        style: ListStyle = "standard",
    ) -> str:
        """`a`, `a and b`, `a, b and c`, or with `or`. What stands `instead` of the items is joined as they would be."""
        *before, last = items if instead is None else instead
        if not before:
            return last
        patterns = _list_patterns(self.tag, style)
        joined = before[0]
        for item, name in zip(before[1:], chain(["start"], repeat("middle")), strict=False):
            joined = patterns[name].format(joined, item)
        end = patterns["end" if len(before) > 1 else "2"]
        return _before(self.tag, end, items[-1]).format(joined, last)


def conventions_of(tag: str) -> Conventions:
    """How the language of a tag writes. English without a country is the world's."""
    return Conventions(WORLD_ENGLISH if tag == "en" else tag)


def plural_rule(tag: str) -> tuple[int, str]:
    """How many forms a language has for a number, and the rule of gettext that picks one."""
    forms, rule = get_plural(_locale(tag))
    return forms, rule


def _before(tag: str, pattern: str, last: str) -> str:
    """The pattern for the end of a list. Two languages look at the next word, which the CLDR's data leave to programs."""
    language = tag.partition("-")[0]
    if language == "he" and not _hebrew.match(last):
        return pattern.replace(" ו{1}", " ו-{1}")
    if language == "es" and _sounds_like_i.match(last):
        return pattern.replace(" y ", " e ")
    if language == "es" and _sounds_like_o.match(last):
        return pattern.replace(" o ", " u ")
    return pattern


@cache
def _locale(tag: str) -> Locale:
    """The language's data: of the tag, or of what is left of it when its end is cut off."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        shorter, _, _ = tag.rpartition("-")
        return _locale(shorter or WORLD_ENGLISH)


@cache
def _list_patterns(tag: str, style: ListStyle) -> dict[str, str]:
    return dict(_locale(tag).list_patterns[style])


@lru_cache(CACHED)
def _number(tag: str, number: int) -> str:
    return format_decimal(number, locale=_locale(tag))


@lru_cache(CACHED)
def _amount(tag: str, number: int, unit: Unit) -> str:
    language = tag.partition("-")[0]
    if number == 1 and language in ONE:
        return ONE[language][unit]
    name = f"duration-{unit}"
    texts = (format_unit(number, name, length, locale=_locale(tag)) for length in LENGTHS)
    amount = next((text for text in texts if name not in text), f"{number} {unit}")
    return amount.replace(" ", "") if language in SOLID else amount
