"""What of a guide belongs into its reader's calendar: meetings, deadlines, and calls that come back.

In: a `Guide` and the `SiteMap`. Out: `GuideCalendar`, in words but without a date: those come with a start date, on the
command line (`render.calendar`) or in a browser (`theme/scripts/calendar`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import time
from typing import Final, Literal
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from firstwin.models.keys import key_of_plan
from firstwin.models.part import days_until
from firstwin.models.step import Period
from firstwin.pages.anchors import CADENCES
from firstwin.pages.plain_words import plain
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.titles import guide_in
from firstwin.pages.urls import Place, guide_place
from firstwin.resolve.blocks.agenda import Agenda, AgendaLine
from firstwin.resolve.blocks.ticks import Ticks
from firstwin.resolve.guide import Cadence, Guide, PlanMark
from firstwin.resolve.guide_step import GuideStep, RoleName
from firstwin.words import Words

MEETINGS: Final = ("meeting", "training", "review")
"""The types of steps for which people come together at one time."""
USUAL_MINUTES: Final = 30
"""How long a meeting takes of which nobody says it."""

EntryKind = Literal["deadline", "meeting", "call"]


class CalendarEntry(Struct, frozen=True):
    """One entry. `day` is planned: the last of a deadline or meeting, the first of calls; it moves with `counted_from`.

    `id` is the same in every calendar of the site. `address` lies below the site's root. `minutes` are those of a meeting or
    call, which comes back `times` times, `every` so often.
    """

    id: str
    kind: EntryKind
    title: str
    text: str
    address: str
    day: int
    counted_from: str
    minutes: int = 0
    every: Period | None = None
    times: int = 1


class GuideCalendar(Struct, frozen=True):
    """The calendar of a guide. `site` is the address it is published at, or empty; `host` makes ids its own."""

    title: str
    site: str
    host: str
    begins: time
    marks: tuple[PlanMark, ...]
    entries: tuple[CalendarEntry, ...]


def guide_calendar(guide: Guide, site: SiteMap) -> GuideCalendar:
    """The calendar of a guide."""
    plan, config = site.plan(guide.tier), site.guides.config
    address = f"{config.url.rstrip('/')}/" if config.url else ""
    return GuideCalendar(
        title=guide_in(plan.tier_title, guide.persona.title, site.words),
        site=address,
        host=_host(address, str(config.title)),
        begins=config.meeting_time,
        marks=plan.marks,
        entries=(*_steps(guide, site), *_calls(guide, site.words)),
    )


def _host(address: str, title: str) -> str:
    """What is like no other site's: where it lies; without an address, a name made of its title."""
    if not address:
        return f"{hashlib.sha256(title.encode()).hexdigest()[:16]}.invalid"
    parts = urlsplit(address)
    return f"{parts.hostname}{parts.path}".rstrip("/")


def _steps(guide: Guide, site: SiteMap) -> Iterator[CalendarEntry]:
    """What the reader does, and the milestones they see; nothing of which no day is known."""
    for phase in guide.own_phases:
        place = site.phases_of(guide)[phase.id]
        for step in phase.steps:
            if (step.part.acts or step.is_milestone) and not step.moment.event:
                whole = _step(step, _address(place, step.id), guide, site.words)
                yield from tuple(_sessions(step, whole, site.words)) or (whole,)


def _sessions(step: GuideStep, whole: CalendarEntry, words: Words) -> Iterator[CalendarEntry]:
    """The sessions of a meeting that have a day of their own, in the place of the whole."""
    ticks = step.block(Ticks)
    for group in ticks.groups if ticks else ():
        for tick in group.ticks if group.day is not None else ():
            # Translators: In a calendar: one of several meetings, and whom with or what for.
            title = words.say(
                "calendar", "{meeting}: {session}", meeting=step.title, session=plain(tick.text)
            )
            yield replace(whole, id=tick.key, title=title, day=group.day or 0)


def _step(step: GuideStep, address: str, guide: Guide, words: Words) -> CalendarEntry:
    agenda = step.block(Agenda)
    lines = agenda.lines if agenda else ()
    met = step.type in MEETINGS
    text = _text(plain(step.summary), lines, _others(step.owner, step.with_, guide), words)
    if met:
        title = step.title
    elif step.is_milestone:
        # Translators: In a calendar, on the day by which an outcome is to be reached.
        title = words.say("calendar", "Milestone: {title}", title=step.title)
    else:
        # Translators: In a calendar, on the day by which a step has to be done.
        title = words.say("calendar", "Due: {title}", title=step.title)
    return CalendarEntry(
        id=step.key,
        kind="meeting" if met else "deadline",
        title=title,
        text=text,
        address=address,
        day=step.moment.days.last,
        counted_from=step.moment.counted_from,
        minutes=(step.minutes.most or _minutes(lines) or USUAL_MINUTES) if met else 0,
    )


def _calls(guide: Guide, words: Words) -> Iterator[CalendarEntry]:
    """Conversations that come back. Where a step is the first of them, they begin with the second."""
    key, here = key_of_plan(guide.tier), guide_place(guide.tier, guide.persona.id)
    for cadence in guide.cadences:
        if cadence.counted:
            before = days_until(cadence.every, cadence.times - cadence.counted)
            yield CalendarEntry(
                id=key.below(cadence.id),
                kind="call",
                title=cadence.title,
                text=_text("", cadence.agenda, _others_in(cadence, guide), words),
                address=_address(here, CADENCES),
                day=cadence.moment.days.first + before,
                counted_from=cadence.moment.counted_from,
                minutes=cadence.minutes.most,
                every=cadence.every,
                times=cadence.counted,
            )


def _text(summary: str, agenda: Iterable[AgendaLine], others: Iterable[str], words: Words) -> str:
    names = tuple(others)
    # Translators: In a calendar: who takes part.
    people = words.say("calendar", "With {names}", names=words.listed(names)) if names else ""
    points = "\n".join(_point(line, words) for line in agenda)
    return "\n\n".join(part for part in (summary, points, people) if part)


def _point(line: AgendaLine, words: Words) -> str:
    point = plain(line.text)
    if line.minutes:
        # Translators: In a calendar: a point of an agenda, and how long it takes.
        point = words.say(
            "calendar", "{point} ({duration})", point=point, duration=words.duration(line.minutes)
        )
    return "\n".join((point, *(f"- {plain(each)}" for each in line.points)))


def _others(owner: RoleName, with_: Iterable[RoleName], guide: Guide) -> Iterator[str]:
    yield from (person.title for person in (owner, *with_) if person.id != guide.persona.id)


def _others_in(cadence: Cadence, guide: Guide) -> Iterator[str]:
    return _others(cadence.owner, cadence.with_, guide)


def _minutes(agenda: Iterable[AgendaLine]) -> int:
    return sum(line.minutes for line in agenda)


def _address(place: Place, anchor: str) -> str:
    return f"{place.folder}/#{anchor}"
