"""A guide day by day: what starts, what is due, which milestones and calls there are.

In: a `Guide` and the `SiteMap`. Out: a `Page`. Days are grouped by weeks; a week in which nothing happens is left out, and
weeks with the same calls and no more are told together. A step stands on one day: the one on which it starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from firstwin.dates import number_of
from firstwin.pages import anchors
from firstwin.pages.day_text import DayText
from firstwin.pages.efforts import how_long
from firstwin.pages.moments import by_then, day, day_range, due_day, week_range
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.titles import guide_in, guide_of, in_context, numbered
from firstwin.pages.urls import Place, days_place, guide_place
from firstwin.pages.views import DayLineView, DaysView, LinkView, WeekView
from firstwin.pages.weeks import days_of, week_of, weeks_of_calls
from firstwin.resolve.guide import Cadence, Guide, GuidePhase
from firstwin.resolve.guide_step import GuideStep, Moment
from firstwin.text import Url
from firstwin.words import Words

ORDER: Final = ("phase", "starts", "due", "milestone")


def days_page(guide: Guide, site: SiteMap) -> Page:
    """The days of a guide."""
    plan = site.plan(guide.tier)
    here = days_place(guide.tier, guide.persona.id)
    words, title = site.words, site.titles.days
    context = guide_in(plan.tier_title, guide.persona.title, words)
    # Translators: Under the title of a guide's days; {duration} is "120 days".
    lede = words.say(
        "days",
        "{plan}, {duration}. What starts, what is due and when you talk, week by week.",
        plan=plan.tier_title,
        duration=words.days(plan.duration),
    )
    events = _Events(guide, here, site.phases_of(guide), words)
    view = DaysView(
        title=title,
        context=context,
        lede=lede,
        weeks=(*_weeks(events, plan.duration), *_undated(events, words)),
    )
    back = LinkView(
        guide_of(guide.persona.title, words), here.to(guide_place(guide.tier, guide.persona.id))
    )
    chrome = guide_chrome("days", here, site, guide, back)
    name = in_context(title, context, words)
    return Page(here, "days.md.j2", name, lede, chrome, view)


class _Event(Struct, frozen=True):
    """A line with the day it stands on."""

    day: int
    line: DayLineView


class _Week(Struct, frozen=True):
    """What falls into one week."""

    number: int
    events: tuple[_Event, ...]
    calls: tuple[str, ...]

    @property
    def alike(self) -> tuple[object, ...]:
        """Weeks that follow each other and are alike in this are told together."""
        return (self.number,) if self.events else self.calls


def _weeks(found: _Events, duration: int) -> Iterator[WeekView]:
    events: dict[int, list[_Event]] = {}
    for event in sorted(found.all(), key=_by_day):
        events.setdefault(week_of(event.day), []).append(event)
    calls: dict[int, list[str]] = {}
    for cadence in found.guide.cadences:
        for week in dict.fromkeys(weeks_of_calls(cadence)):
            calls.setdefault(week, []).append(call(cadence, found.words))
    first, last = min((1, *events, *calls)), max((*events, *calls), default=0)
    weeks = (
        _Week(number, tuple(events.get(number, ())), tuple(calls.get(number, ())))
        for number in range(first, last + 1)
    )
    happening = (week for week in weeks if week.events or week.calls)
    for _, alike in groupby(happening, key=lambda week: week.alike):
        yield _week(tuple(alike), duration, found.words)


def _undated(found: _Events, words: Words) -> Iterator[WeekView]:
    """What has no day, behind all weeks."""
    lines = tuple(found.undated())
    if lines:
        # Translators: Over what happens when something else does, behind the weeks of a guide.
        title = words.say("days", "Without a date")
        yield WeekView(anchors.UNDATED, title, "", (), lines)


def call(cadence: Cadence, words: Words) -> str:
    """A conversation that falls into a week."""
    duration = how_long(cadence.minutes, words)
    # Translators: A call that falls into a week: "Weekly call, 30 minutes".
    return words.say("days", "{title}, {duration}", title=cadence.title, duration=duration)


def _week(weeks: tuple[_Week, ...], duration: int, words: Words) -> WeekView:
    """One week, or several in a row. The plan's last week ends with the plan."""
    first, last = weeks[0], weeks[-1]
    end = days_of(last.number)
    return WeekView(
        id=anchors.week_anchor(first.number),
        title=week_range(number_of(first.number), number_of(last.number), words),
        label=day_range(
            days_of(first.number).first,
            min(end.last, duration) if duration >= end.first else end.last,
            words,
        ),
        calls=first.calls,
        lines=tuple(event.line for event in first.events),
    )


def _by_day(event: _Event) -> tuple[int, int]:
    return event.day, ORDER.index(event.line.kind)


class _Events(Struct, frozen=True):
    """Finds what happens in a guide, and says it on the page `here`. `phases` are the pages of its phases."""

    guide: Guide
    here: Place
    phases: Mapping[str, Place]
    words: Words

    def all(self) -> Iterator[_Event]:
        """Everything that happens on a day, phase by phase."""
        for phase in self.guide.own_phases:
            place = self.phases[phase.id]
            if not phase.moment.event:
                yield self.begins(phase, self.here.to(place))
            for step in phase.steps:
                if not step.moment.event:
                    yield from self.step(step, self.here.to(place, step.id))

    def undated(self) -> Iterator[DayLineView]:
        """The steps of which no day is known, each with what it waits for behind it."""
        for phase in self.guide.own_phases:
            for step in phase.steps:
                if step.moment.event:
                    url = self.here.to(self.phases[phase.id], step.id)
                    for event in self.step(step, url):
                        note = self.words.row(step.moment.event, event.line.note)
                        yield replace(event.line, day="", note=note)

    def begins(self, phase: GuidePhase, url: Url) -> _Event:
        """The first day of a phase."""
        days, words = phase.moment.days, self.words
        note = self.until(phase.moment) if days.first < days.last else ""
        title = numbered(phase, words)
        # Translators: What happens on a day.
        word = words.say("days", "Phase begins")
        return _Event(
            days.first,
            DayLineView(
                day(days.first, words, phase.moment.counted_from), "phase", word, title, url, note
            ),
        )

    def step(self, step: GuideStep, url: Url) -> Iterator[_Event]:
        """A milestone is reached on its last day; of what one is only told, its last day is enough. What lasts stands
        on its first, with its last beside it.
        """
        days, words, title = step.moment.days, self.words, step.title
        who = "" if step.owner.id == self.guide.persona.id else step.owner.title
        last = due_day(step, words)
        if step.is_milestone:
            # Translators: What happens on a day: an outcome is reached.
            word = words.say("days", "Milestone")
            yield _Event(days.last, DayLineView(last, "milestone", word, title, url, who))
            return
        if days.first < days.last and step.part.acts and not step.moment.event:
            # Translators: What happens on a day: a step starts.
            word = words.say("days", "Starts")
            first = day(days.first, words, step.moment.counted_from)
            note = self.until(step.moment, who, step.key)
            yield _Event(days.first, DayLineView(first, "starts", word, title, url, note))
            return
        # Translators: What happens on a day: a step has to be done.
        word = words.say("days", "Due")
        yield _Event(days.last, DayLineView(last, "due", word, title, url, who))

    def until(self, moment: Moment, who: str = "", step: str = "") -> DayText:
        """Behind what starts: its last day, and whose it is. `step` is its key, where it can be late."""
        return by_then(self._until(number_of(moment.days.last), who), moment, step)

    def _until(self, last: int, who: str) -> str:
        if who:
            # Translators: Behind what starts on a day: its last day, and the role that leads it.
            return self.words.say("days", "until day {day}, {who}", day=last, who=who)
        # Translators: Behind what starts on a day: its last day.
        return self.words.say("days", "until day {day}", day=last)
