"""`firstwin calendar`: the calendar of one guide, for one start date.

In: a catalog, a tier and a persona, and the dates that were set. Out: the file, as the guide's page makes it
in a browser. It comes from the first edition that has the guide, so nothing is in it that its reader may not see.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from msgspec import Struct, field

from firstwin.dates import START, Course, Mark, WorkingDays
from firstwin.dates.countries import working_days_of
from firstwin.errors import WrongUseError
from firstwin.models.config import SiteConfig
from firstwin.models.values import Audience
from firstwin.pages.calendar import GuideCalendar, guide_calendar
from firstwin.pages.sitemap import site_map
from firstwin.render.calendar import Occasion, calendar_file
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.validate import Catalog
from firstwin.words import own_words, words_in


class CalendarRequest(Struct, frozen=True):
    """Whose calendar, and when. `dates` are those of `start` and of what a reader may set; `country` is empty for the first.

    `customer` is whose plan it is, where their calendar is to lie beside that of others.
    """

    tier: str
    persona: str
    dates: Mapping[str, date] = field(default_factory=dict)
    country: str = ""
    customer: str = ""


def calendar(catalog: Catalog, wanted: CalendarRequest, now: datetime) -> bytes:
    """The calendar that is wanted, as a file. Raises WrongUseError for a guide, a date or a country that there is none of."""
    found = _calendar_of(catalog, wanted)
    _check_dates(wanted, found)
    marks = {mark.id: Mark(mark.day, mark.counted_from) for mark in found.marks}
    working = _working_days(catalog.project.config, wanted.country)
    return calendar_file(
        found, Occasion(Course(wanted.dates, marks), working, now, wanted.customer)
    )


def _calendar_of(catalog: Catalog, wanted: CalendarRequest) -> GuideCalendar:
    plans = catalog.project.plans
    if wanted.tier not in plans:
        raise WrongUseError(f"there is no plan `{wanted.tier}`", _choose(plans))
    personas = plans[wanted.tier].personas
    if wanted.persona not in personas:
        raise WrongUseError(
            f"the plan `{wanted.tier}` has no guide for `{wanted.persona}`", _choose(personas)
        )
    for audience in Audience:
        guides = resolve(select(catalog, audience))
        for guide in guides.guides:
            if (guide.tier, guide.persona.id) == (wanted.tier, wanted.persona):
                language = guides.config.language
                words = words_in(language, own_words(catalog.words, language).sentences)
                return guide_calendar(guide, site_map(guides, words))
    raise AssertionError  # the internal edition has every guide


def _check_dates(wanted: CalendarRequest, found: GuideCalendar) -> None:
    movable = [mark.id for mark in found.marks]
    for id_ in wanted.dates:
        if id_ not in (START, *movable):
            raise WrongUseError(
                f"nobody may set the date of `{id_}` in the plan `{wanted.tier}`",
                _choose(movable) if movable else "name it in the playbook's `movable`",
            )
    if not wanted.dates:
        raise WrongUseError("no date is set", "say when it starts: --start 2026-03-02")


def _working_days(config: SiteConfig, country: str) -> WorkingDays:
    holidays = config.holidays
    known = holidays.countries if holidays else ()
    if country and country not in known:
        hint = _choose(known) if known else "name it in `holidays`, in site_config.yml"
        raise WrongUseError(f"the project names no country `{country}`", hint)
    if holidays is None:
        return WorkingDays()
    return working_days_of(country or known[0], holidays.years)


def _choose(ids: Iterable[str]) -> str:
    return f"choose one of: {', '.join(ids)}"
