"""What a project says of the calendar: whose holidays count, in which years, and when people meet.

In: `DE-BY`, `2026-2028`, `10:00`. Out: codes of countries, a range of years, a time of day as hour and minute.
"""

from __future__ import annotations

import re
from datetime import time
from typing import Annotated, Final

from pydantic import Field, PlainValidator

from firstwin.dates import countries
from firstwin.models.base import Model, fault, written_as
from firstwin.models.several import Several

MOST_REGIONS_TOLD: Final = 20
MOST_YEARS: Final = 20
NOON_HOUR: Final = 12
MIDNIGHT_HOUR: Final = 24

_country = re.compile(r"[A-Z]{2}(?:-[0-9A-Za-z]+)?")
_between = re.compile(r"[,;&]|\band\b")
_years = re.compile(r"(2[01][0-9]{2})(?:-(2[01][0-9]{2}))?")
_nearly_years = re.compile(r"(2[01][0-9]{2})\s*(?:-|–|—|to|,|\.\.)\s*(2[01][0-9]{2})")
_time = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_nearly_time = re.compile(
    r"([0-9]{1,2})(?:[:.h]([0-5][0-9])(?::00)?)?\s*(am|pm)?(?: ?Uhr)?", re.IGNORECASE
)

_COUNTRY_FORM = "write the two letters of a country, and behind a hyphen its region: DE, US-CA"
_YEARS_FORM = "write a year, or the first and the last one: 2026-2028"
_TIME_FORM = "write hours and minutes: 10:00"


def read_country(value: object) -> str:
    """A country, or a region of one, whose holidays are known. Raises a `fault` for anything else."""
    text = str(value) if isinstance(value, str) else ""
    if _country.fullmatch(text) and countries.is_known(text):
        return text
    if not text:
        raise fault("country_form", "a country is expected here", _COUNTRY_FORM)
    raise fault(
        "country_form",
        f"`{text[:80]}` is no country whose holidays are known",
        _country_hint(text),
    )


def meant_countries(text: str) -> list[str]:
    """The codes of the countries that a text seems to name one after the other; none where one of them is no country."""
    codes = [countries.meant(part) for part in _between.split(text.strip(" []"))]
    return codes if all(codes) else []


def _country_hint(text: str) -> str:
    meant = countries.meant(text)
    if meant:
        return f"write {meant}"
    several = meant_countries(text)
    if several:
        return f"write each on a line of its own: {', '.join(several)}"
    code = countries.meant(text.partition(countries.SEPARATOR)[0])
    if not code:
        return _COUNTRY_FORM
    regions = [f"{code}{countries.SEPARATOR}{region}" for region in countries.regions_of(code)]
    if not regions:
        return f"no region of it has holidays of its own: write {code}"
    listed = ", ".join(regions[:MOST_REGIONS_TOLD])
    more = " ..." if len(regions) > MOST_REGIONS_TOLD else ""
    return f"its regions are {listed}{more}"


Country = Annotated[
    str,
    PlainValidator(read_country),
    written_as(
        "country",
        "The two letters of a country (ISO 3166-1), or a region of it (ISO 3166-2): `DE`, `US-CA`.",
        type="string",
        pattern=r"^[A-Z]{2}(-[0-9A-Za-z]+)?$",
        errorMessage="Write the two letters of a country, and behind a hyphen its region: DE, US-CA.",
    ),
]


def read_years(value: object) -> range:
    """`2026`, or `2026-2028`. Raises a `fault` for anything else."""
    text = str(value) if isinstance(value, str) else ""
    found = _years.fullmatch(text)
    if not found:
        nearly = _nearly_years.fullmatch(text.strip())
        message = f"`{text[:80]}` names no years" if text else "years are expected here"
        hint = f"write {nearly[1]}-{nearly[2]}" if nearly else _YEARS_FORM
        raise fault("years_form", message, hint)
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise fault("years_form", f"the years {first}-{last} are reversed", f"write {last}-{first}")
    if last - first >= MOST_YEARS:
        raise fault(
            "years_form",
            f"these are more than {MOST_YEARS} years",
            f"write {first}-{first + MOST_YEARS - 1}",
        )
    return range(first, last + 1)


Years = Annotated[
    range,
    PlainValidator(read_years),
    written_as(
        "years",
        f"A year, or the first and the last of at most {MOST_YEARS}: `2026-2028`.",
        type=["string", "integer"],
        minimum=2000,
        maximum=2199,
        pattern=r"^2[01][0-9]{2}(-2[01][0-9]{2})?$",
        errorMessage="Write a year, or the first and the last one: 2026-2028.",
    ),
]


def read_time(value: object) -> time:
    """A time of day: `09:30`. Raises a `fault` for anything else."""
    text = str(value) if isinstance(value, str) else ""
    if _time.fullmatch(text):
        return time.fromisoformat(text)
    message = f"`{text[:80]}` is not a time of day" if text else "a time of day is expected here"
    raise fault("time_form", message, _time_hint(text.strip()))


def _time_hint(text: str) -> str:
    nearly = _nearly_time.fullmatch(text)
    if not nearly:
        return _TIME_FORM
    hour = int(nearly[1])
    if nearly[3]:
        if not 1 <= hour <= NOON_HOUR:
            return _TIME_FORM
        hour = hour % NOON_HOUR + (NOON_HOUR if nearly[3].lower() == "pm" else 0)
    return f"write {hour:02}:{nearly[2] or '00'}" if hour < MIDNIGHT_HOUR else _TIME_FORM


Time = Annotated[
    time,
    PlainValidator(read_time),
    written_as(
        "time",
        "Hours and minutes of a day: `09:30`.",
        type="string",
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$",
        errorMessage="Write hours and minutes: 09:30.",
    ),
]


class Holidays(Model):
    """Whose holidays and weekends readers' dates keep clear of."""

    countries: Several[Country] = Field(min_length=1)
    """The countries a reader may choose from, or regions of them; the first is taken until they do."""
    years: Years
    """The years whose holidays are known. Later years have weekends alone."""
