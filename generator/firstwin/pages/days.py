"""A guide day by day: what starts, what is due, which milestones and calls there are.

In: a `Guide` and the `SiteMap`. Out: a `Page`. Days are grouped by weeks; weeks in which nothing happens are
told in one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from firstwin.pages import anchors, words
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.urls import Place, Url, guide_place, timeline_place
from firstwin.pages.views import DayLineView, DaysView, LinkView, WeekView
from firstwin.pages.weeks import days_of, week_of, weeks_of_calls
from firstwin.resolve.guide import Guide, GuidePhase
from firstwin.resolve.guide_step import GuideStep

ORDER: Final = ("phase", "starts", "due", "milestone")


def days_page(guide: Guide, site: SiteMap) -> Page:
    """The days of a guide."""
    plan = site.plan(guide.tier)
    here = timeline_place(guide.tier, guide.persona.id)
    context = words.guide_name(plan.tier_title, guide.persona.title)
    lede = words.days_lede(plan.tier_title, plan.duration)
    view = DaysView(
        title=words.DAY_BY_DAY,
        context=context,
        lede=lede,
        weeks=tuple(_weeks(guide, here, site.phases_of(guide), plan.duration)),
    )
    back = LinkView(
        words.back_to_guide(guide.persona.title), here.to(guide_place(guide.tier, guide.persona.id))
    )
    chrome = guide_chrome("timeline", here, site, guide, back)
    name = words.in_context(words.DAY_BY_DAY, context)
    return Page(here, "timeline.md.j2", name, lede, chrome, view, search=False)


@dataclass(frozen=True, slots=True)
class _Event:
    """A line with the day it stands on."""

    day: int
    line: DayLineView


@dataclass(frozen=True, slots=True)
class _Week:
    """What falls into one week."""

    number: int
    events: tuple[_Event, ...]
    calls: tuple[str, ...]

    @property
    def alike(self) -> tuple[object, ...]:
        """Weeks that follow each other and are alike in this are told together."""
        return (self.number,) if self.events else self.calls


def _weeks(
    guide: Guide, here: Place, phases: Mapping[str, Place], duration: int
) -> Iterator[WeekView]:
    events: dict[int, list[_Event]] = {}
    for event in sorted(_events(guide, here, phases), key=_by_day):
        events.setdefault(week_of(event.day), []).append(event)
    calls: dict[int, list[str]] = {}
    for cadence in guide.cadences:
        for week in weeks_of_calls(cadence):
            calls.setdefault(week, []).append(words.call(cadence.title, cadence.minutes))
    last = max((*events, *calls), default=0)
    weeks = (
        _Week(number, tuple(events.get(number, ())), tuple(calls.get(number, ())))
        for number in range(1, last + 1)
    )
    for _, alike in groupby(weeks, key=lambda week: week.alike):
        yield _week(tuple(alike), duration)


def _week(weeks: tuple[_Week, ...], duration: int) -> WeekView:
    """One week, or several in a row. The plan's last week ends with the plan."""
    first, last = weeks[0], weeks[-1]
    end = days_of(last.number)
    return WeekView(
        id=anchors.week_anchor(first.number),
        title=words.week_range(first.number, last.number),
        label=words.day_range(
            days_of(first.number).first,
            min(end.last, duration) if duration >= end.first else end.last,
        ),
        calls=first.calls,
        lines=tuple(event.line for event in first.events),
    )


def _by_day(event: _Event) -> tuple[int, int]:
    return event.day, ORDER.index(event.line.kind)


def _events(guide: Guide, here: Place, phases: Mapping[str, Place]) -> Iterator[_Event]:
    for phase in guide.phases:
        yield _phase_begins(phase, here.to(phases[phase.id]))
        for step in phase.steps:
            yield from _step(step, guide, here.to(phases[phase.id], step.id))


def _phase_begins(phase: GuidePhase, url: Url) -> _Event:
    days = phase.moment.days
    note = words.until(days.last) if days.first < days.last else ""
    title = words.numbered(phase.number, phase.title)
    line = DayLineView(words.day(days.first), "phase", words.PHASE_BEGINS, title, url, note)
    return _Event(days.first, line)


def _step(step: GuideStep, guide: Guide, url: Url) -> Iterator[_Event]:
    """A milestone is reached on its last day; of what one is only told, its last day is enough."""
    days = step.moment.days
    who = "" if step.owner.id == guide.persona.id else step.owner.title
    if step.type == "milestone":
        line = DayLineView(words.day(days.last), "milestone", words.MILESTONE, step.title, url, who)
        yield _Event(days.last, line)
        return
    if days.first < days.last and step.part.acts:
        note = words.until(days.last, who)
        line = DayLineView(words.day(days.first), "starts", words.STARTS, step.title, url, note)
        yield _Event(days.first, line)
    line = DayLineView(words.day(days.last), "due", words.DUE_TODAY, step.title, url, who)
    yield _Event(days.last, line)
