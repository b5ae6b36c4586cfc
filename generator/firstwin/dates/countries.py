"""The working days of countries, from the library `holidays`.

In: a code such as `DE`, or `DE-BY` for a region of it, and years. Out: `WorkingDays`. The library is large, so it is
loaded when a project asks for a country, and of it that country alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from firstwin.dates.working_days import WorkingDays

if TYPE_CHECKING:  # see above
    from holidays import HolidayBase

SEPARATOR: Final = "-"


def is_known(code: str) -> bool:
    """Whether the holidays of a country, or of a region of it, are known."""
    country, has_region, region = code.partition(SEPARATOR)
    return country in _countries().values() and (not has_region or region in regions_of(country))


def regions_of(country: str) -> tuple[str, ...]:
    """The regions of a country that have holidays of their own; none of an unknown country."""
    if country not in _countries().values():
        return ()
    return tuple(_calendar(country, None, ()).subdivisions)


def meant_country(text: str) -> str:
    """The code of what seems to be a country: of `Germany`, `de` or `DEU`. Nothing where it is none."""
    name = text.strip().lower().replace(" ", "_")
    return _countries().get(name, "")


def working_days_of(code: str, years: Iterable[int]) -> WorkingDays:
    """The working days of a known country or region in some years."""
    country, _, region = code.partition(SEPARATOR)
    years = tuple(years)
    calendar = _calendar(country, region or None, years)
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


def _calendar(country: str, region: str | None, years: tuple[int, ...]) -> HolidayBase:
    from holidays import country_holidays  # noqa: PLC0415  # see the module's docstring

    return country_holidays(country, subdiv=region, years=years)
