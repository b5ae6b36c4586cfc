"""A guide: what one persona of one plan does, phase by phase.

In: a `Guide` and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from firstwin.models.plan import Days
from firstwin.pages import words
from firstwin.pages.cadences import cadence_views
from firstwin.pages.contacts import contact_views
from firstwin.pages.described import described, plain
from firstwin.pages.page import Page
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, guide_chrome, home_link
from firstwin.pages.steps import win_view
from firstwin.pages.urls import (
    NOWHERE,
    Place,
    Url,
    checklist_place,
    guide_place,
    tier_place,
    timeline_place,
)
from firstwin.pages.views import (
    CardView,
    FactView,
    GuideView,
    LinkView,
    TaskStepView,
    TaskView,
    WinView,
)
from firstwin.pages.weeks import busiest, load
from firstwin.resolve.guide import Guide, GuidePhase
from firstwin.resolve.guide_step import GuideStep


def guide_page(guide: Guide, site: SiteMap) -> Page:
    """The page of a guide."""
    plan, here = site.plan(guide.tier), guide_place(guide.tier, guide.persona.id)
    phases = site.phases_of(guide)
    title = words.guide_title(guide.persona.title)
    start = _start(guide)
    view = GuideView(
        title=title,
        context=plan.tier_title,
        links=(
            LinkView(words.SEE_DAYS, here.to(timeline_place(guide.tier, guide.persona.id))),
            LinkView(words.PRINT_CHECKLIST, here.to(checklist_place(guide.tier, guide.persona.id))),
            LinkView(words.SEE_PLAN, here.to(tier_place(guide.tier))),
        ),
        goal=guide.goal,
        summary=guide.summary,
        start=_start_card(*start, here, phases) if start else None,
        start_text=plain(start[1].summary) if start else "",
        win=_first_win(guide, here, phases),
        phases_title=words.your_phases(len(guide.phases)),
        phases=tuple(_task(phase, here, phases[phase.id]) for phase in guide.phases),
        time=tuple(_time(guide)),
        cadences=cadence_views(guide.cadences, Reader(here, guide.persona, site.library, phases)),
        contacts=contact_views(plan.contacts),
    )
    return Page(
        here,
        "guide.md.j2",
        words.in_context(title, plan.tier_title),
        described(guide.goal),
        replace(guide_chrome("guide", here, site, guide, home_link(here)), edit=guide.edit),
        view,
    )


def _start(guide: Guide) -> tuple[GuidePhase, GuideStep] | None:
    """The first step the reader does something in, with its phase."""
    for phase in guide.phases:
        for step in phase.steps:
            if step.part.acts:
                return phase, step
    return None


def _start_card(
    phase: GuidePhase, step: GuideStep, here: Place, phases: Mapping[str, Place]
) -> CardView:
    minutes = words.duration(step.minutes) if step.minutes else ""
    meta = words.meta(words.when(step.moment), minutes)
    return CardView(words.START, step.title, here.to(phases[phase.id], step.id), meta)


def _first_win(guide: Guide, here: Place, phases: Mapping[str, Place]) -> WinView | None:
    if not guide.first_win:
        return None
    homes = (
        here.to(phases[phase.id], step.id)
        for phase in guide.phases
        for step in phase.steps
        if step.id == guide.first_win.step
    )
    return win_view(guide.first_win, words.FIRST_QUICK_WIN, next(homes, NOWHERE))


def _task(phase: GuidePhase, here: Place, place: Place) -> TaskView:
    meta = (words.when(phase.moment), words.total(phase.minutes) if phase.minutes else "")
    return TaskView(
        number=phase.number,
        title=phase.title,
        url=here.to(place),
        meta=tuple(fact for fact in meta if fact),
        note=_note(phase),
        steps=tuple(_task_step(step, here.to(place, step.id)) for step in phase.steps),
    )


def _task_step(step: GuideStep, url: Url) -> TaskStepView:
    return TaskStepView(
        title=step.title,
        url=url,
        note=words.joined([words.condition(condition) for condition in step.conditions]),
        day=words.deadline(step.moment),
        milestone=step.type == "milestone",
    )


def _note(phase: GuidePhase) -> str:
    """What a phase waits for, and the big day in it."""
    first_value = [words.holds_first_value(step.moment) for step in phase.steps if step.first_value]
    opens = [words.opens_when([needed.title for needed in phase.needs])] if phase.needs else []
    return " ".join([*opens, *first_value])


def _time(guide: Guide) -> Iterator[FactView]:
    """What the guide takes. What each phase takes of it stands beside the phase."""
    if not guide.minutes:
        return
    yield FactView(words.IN_ALL, words.sentence(words.total(guide.minutes)), strong=True)
    most = busiest(load(_work(guide), guide.cadences))
    if most < guide.minutes:
        yield FactView(words.IN_A_BUSY_WEEK, words.up_to(most))
    talks = sum(cadence.counted * cadence.minutes for cadence in guide.cadences)
    if talks:
        yield FactView(words.IN_CALLS, words.sentence(words.total(talks)))


def _work(guide: Guide) -> Iterator[tuple[Days, int]]:
    for phase in guide.phases:
        for step in phase.steps:
            yield step.moment.days, step.minutes
