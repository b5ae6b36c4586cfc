"""What scripts know of the dates of a plan.

In: a plan, the configuration, and the site's `Words`. Out: a script that runs before ours, on every page of the plan: the
countries whose holidays the site knows, with their working days, and what a reader may set, with the keys it is kept
under. `theme/scripts/dates/plan.ts` reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firstwin.dates.countries import SEPARATOR, working_days_of
from firstwin.models.config import SiteConfig
from firstwin.models.keys import key_of_plan
from firstwin.pages.script_value import script_value
from firstwin.resolve.guide import PlanMark, TierPlan
from firstwin.words import Words


def script_dates(plan: TierPlan, config: SiteConfig, words: Words) -> str:
    """The script of what is known of the dates of a plan."""
    data = {"countries": list(_countries(config, words)), "plan": _plan(plan)}
    return f"var fwDates={script_value(data)};\n"


def country_title(code: str, words: Words) -> str:
    """What a country is called, with its region behind it."""
    country, _, region = code.partition(SEPARATOR)
    name = words.conventions.country(country)
    if not region:
        return name
    # Translators: A country and a region of it, by its official letters: "Germany (BY)".
    return words.say("country", "{country} ({region})", country=name, region=region)


def mark_data(mark: PlanMark) -> dict[str, Any]:
    """A mark, as scripts know it."""
    return {"id": mark.id, "day": mark.day, "from": mark.counted_from}


def _countries(config: SiteConfig, words: Words) -> Iterator[dict[str, Any]]:
    holidays = config.holidays
    if holidays is None:
        return
    for code in holidays.countries:
        working = working_days_of(code, holidays.years)
        yield {
            "id": code,
            "title": country_title(code, words),
            "weekend": sorted(working.weekend),
            "off": [day.isoformat() for day in sorted(working.off)],
            "on": [day.isoformat() for day in sorted(working.on)],
        }


def _plan(plan: TierPlan) -> dict[str, Any]:
    key = key_of_plan(plan.tier)
    return {
        "start": key.start,
        "country": key.country,
        "marks": [
            {**mark_data(mark), "title": mark.title, "key": key.below(mark.id).day}
            for mark in plan.marks
        ],
    }
