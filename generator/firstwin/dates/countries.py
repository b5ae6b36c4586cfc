"""The working days of countries, from the library `holidays`.

In: a code such as `DE`, or `DE-BY` for a region of it, and years. Out: `WorkingDays`. The library is large, so it is
loaded when a project asks for a country, and of it that country alone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from firstwin.dates.working_days import WorkingDays

if TYPE_CHECKING:  # see above
    from holidays import HolidayBase

SEPARATOR: Final = "-"

_OTHER_NAMES: Final = {
    **dict.fromkeys(("uk", "u.k.", "great_britain", "britain"), "GB"),
    "england": "GB-ENG",
    "scotland": "GB-SCT",
    "wales": "GB-WLS",
    "northern_ireland": "GB-NIR",
    **dict.fromkeys(("u.s.", "u.s.a.", "america"), "US"),
    "holland": "NL",
    "korea": "KR",
    "czechia": "CZ",
    "uae": "AE",
}
"""What people call countries, and those that are part of one, beside their names."""


def is_known(code: str) -> bool:
    """Whether the holidays of a country, or of a region of it, are known."""
    country, has_region, region = code.partition(SEPARATOR)
    return country in _countries().values() and (not has_region or region in regions_of(country))


def regions_of(country: str) -> tuple[str, ...]:
    """The regions of a country that have holidays of their own; none of an unknown country."""
    if country not in _countries().values():
        return ()
    return tuple(_calendar(country, None, ()).subdivisions)


def meant(text: str) -> str:
    """The code of what seems to be a country or a region of one: of `Germany`, `Deutschland`, `DEU`, `UK-England`.

    Nothing where it is none.
    """
    whole = _meant_country(text)
    if whole:
        return whole
    name, _, region = text.replace("/", SEPARATOR).partition(SEPARATOR)
    country = _meant_country(name)
    return (
        f"{country}{SEPARATOR}{found}"
        if country and (found := _meant_region(country, region))
        else ""
    )


def _meant_country(text: str) -> str:
    name = "_".join(text.lower().split())
    return _OTHER_NAMES.get(name) or _countries().get(name) or _own_names().get(name, "")


def _meant_region(country: str, text: str) -> str:
    known = {region.lower(): region for region in regions_of(country)}
    if known:
        aliases = _calendar(country, None, ()).subdivisions_aliases
        known |= {alias.lower(): region for alias, region in aliases.items()}
    return known.get(" ".join(text.lower().split()), "")


@lru_cache(maxsize=64)
def working_days_of(code: str, years: range) -> WorkingDays:
    """The working days of a known country or region in some years."""
    country, _, region = code.partition(SEPARATOR)
    calendar = _calendar(country, region or None, tuple(years))
    weekend = frozenset(calendar.weekend)
    return WorkingDays(
        weekend,
        frozenset(day for day in calendar if day.weekday() not in weekend),
        frozenset(day for day in calendar.weekend_workdays if day.year in years),
    )


@cache
def _countries() -> dict[str, str]:
    """The codes of all countries, by each of their names and codes in small letters."""
    from holidays.registry import COUNTRIES  # noqa: PLC0415  # see the module's docstring

    return {
        name.lower(): codes[1]
        for english, codes in COUNTRIES.items()
        for name in (english, *codes[1:3])
    }


@cache
def _own_names() -> dict[str, str]:
    """The codes of all countries by the names that they have in their own languages. Asked for a hint alone: it takes a second."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # large as well: a check does without
    from babel.languages import get_official_languages  # noqa: PLC0415  # see above

    names = dict[str, str]()
    for code in _countries().values():
        for language in get_official_languages(code, de_facto=True):
            try:
                name = Locale.parse(language).territories.get(code, "")
            except (UnknownLocaleError, ValueError):
                continue  # CLDR knows of the language, and no names in it
            names.setdefault("_".join(name.lower().split()), code)
    return names


def _calendar(country: str, region: str | None, years: tuple[int, ...]) -> HolidayBase:
    from holidays import country_holidays  # noqa: PLC0415  # see the module's docstring

    return country_holidays(country, subdiv=region, years=years)
