"""A guide: what one persona of one plan does, phase by phase.

In: a `Guide` and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec.structs import replace

from firstwin.dates import FIRST_DAY
from firstwin.models.effort import NO_TIME
from firstwin.models.plan import Days
from firstwin.models.window import Unit
from firstwin.pages.blocks.win import win_view
from firstwin.pages.cadences import cadence_views
from firstwin.pages.choices import choice_words
from firstwin.pages.conditions import conditions_listed, only_if
from firstwin.pages.dates import dates_view
from firstwin.pages.delivery import delivery_links_of_guide
from firstwin.pages.efforts import in_all
from firstwin.pages.form import begins_with, takes_part
from firstwin.pages.guide_data import steps_counted
from firstwin.pages.moments import by_then, day_range, deadline_of, when, when_and_how_long
from firstwin.pages.own_moments import moments_title, own_moments
from firstwin.pages.page import Page
from firstwin.pages.paths import paths_views
from firstwin.pages.phase import phase_of
from firstwin.pages.plain_words import beginning, plain
from firstwin.pages.reader import Reader, reader_of
from firstwin.pages.sitemap import SiteMap, guide_chrome, home_link
from firstwin.pages.step_facts import draft_mark
from firstwin.pages.titles import in_context
from firstwin.pages.urls import (
    NOWHERE,
    Place,
    guide_place,
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
from firstwin.pages.weeks import busiest, load, work_of
from firstwin.resolve.guide import Guide, GuidePhase, TierPlan
from firstwin.resolve.guide_step import GuideStep, Moment, NeededStep
from firstwin.text import Url
from firstwin.words import Words


def guide_page(guide: Guide, site: SiteMap) -> Page:
    """The page of a guide."""
    plan, here = site.plan(guide.tier), guide_place(guide.tier, guide.persona.id)
    phases = site.phases_of(guide)
    reader, words = reader_of(guide, here, site), site.words
    # Translators: The title of a guide; {role} is as its author wrote it: "Your guide as Executive sponsor".
    title = words.say("guide", "Your guide as {role}", role=guide.persona.title)
    start, moments = _start(guide, reader), own_moments(guide, reader)
    done = _done_here(guide, reader)
    view = GuideView(
        title=title,
        context=plan.tier_title,
        links=tuple(_links(guide, here, site)),
        goal=guide.goal,
        meta=() if moments else tuple(_how_much(guide, reader)),
        counted="" if moments else _counted(guide, reader),
        moments_title=moments_title(len(moments), guide.minutes, words),
        moments=moments,
        summary=guide.summary,
        start=_start_card(*start, here, phases, words) if start else None,
        start_text=plain(start[1].summary) if start else "",
        win=_first_win(guide, here, phases, words),
        # Translators: Over the phases of a guide.
        phases_title=words.counted(
            "guide",
            "Your phase",
            "Your {number} phases",
            sum(not phase.after for phase in guide.own_phases),
        ),
        first_day=plan.first_day,
        dates=dates_view(plan, site, guide),
        days=_days(plan, words),
        paths=paths_views(guide.own_phases, words),
        phases=tuple(_task(phase, reader, done) for phase in guide.phases),
        time=tuple(_time(guide, words)),
        cadences=cadence_views(guide.cadences, reader),
        contacts=plan.people_to_ask(guide.persona.id),
    )
    return Page(
        here,
        "guide.md.j2",
        in_context(title, plan.tier_title, words),
        beginning(guide.goal),
        replace(guide_chrome("guide", here, site, guide, home_link(here, site)), edit=guide.edit),
        view,
    )


def _days(plan: TierPlan, words: Words) -> str:
    """Which day is day 1, where the plan's author does not say it, and how days count."""
    # Translators: What the days of a plan count from.
    starts = words.say("plan", "Day 1 is the day on which your onboarding starts.")
    # Translators: How the days of a plan count; under what day 1 is.
    counted = words.say(
        "plan", "Days are calendar days, weekends included: day 8 is a week after day 1."
    )
    told = [counted] if plan.first_day else [starts, counted]
    if any(phase.moment.days.first < FIRST_DAY for phase in plan.phases):
        # Translators: How the days of a plan count that lie before its start; behind what the other days are.
        told.append(
            words.say("plan", "Days before the start have a minus: day -1 is the day before day 1.")
        )
    return words.paragraph(told)


def _links(guide: Guide, here: Place, site: SiteMap) -> Iterator[LinkView]:
    """The pages beside a guide."""
    places = site.places_of(guide)
    # Translators: A link from a guide to its days.
    yield LinkView(site.words.say("guide", "See it day by day"), here.to(places.days))
    yield LinkView(site.titles.print_checklist, here.to(places.checklist))
    yield LinkView(site.titles.whole_guide, here.to(places.one_page))
    if guide.plays:
        yield LinkView(site.titles.guide_plays, here.to(places.plays))
    yield from delivery_links_of_guide(guide, here, site)
    # Translators: A link from a guide to the overview of its plan.
    yield LinkView(site.words.say("guide", "See the whole plan"), here.to(places.plan))


def _how_much(guide: Guide, reader: Reader) -> Iterator[str]:
    """How much a guide asks of its reader."""
    words = reader.words
    days = [step.moment.days for step in _acted_in(guide, reader) if not step.moment.event]
    if days:
        yield day_range(min(each.first for each in days), max(each.last for each in days), words)
    if guide.minutes:
        # Translators: How long all of a guide takes its reader: "About 30 hours in all".
        yield words.say(
            "guide", "{duration} in all", duration=in_all(guide.minutes, words, alone=True)
        )


def _counted(guide: Guide, reader: Reader) -> str:
    """How many steps there are for the reader, as their progress counts them."""
    number = sum(steps_counted(phase, reader) for phase in guide.own_phases if not phase.after)
    if not number:
        return ""
    # Translators: How many steps of a guide its reader ticks.
    return reader.words.counted("guide", "{number} step for you", "{number} steps for you", number)


def _acted_in(guide: Guide, reader: Reader) -> list[GuideStep]:
    """The steps of onboarding that the reader does or takes part in."""
    onboarding = (phase for phase in guide.own_phases if not phase.after)
    return [step for phase in onboarding for step in phase.steps if takes_part(step, reader)]


def _start(guide: Guide, reader: Reader) -> tuple[GuidePhase, GuideStep] | None:
    """The step that the reader begins with, and its phase; None where all they do is to read what they are sent."""
    phases = {step.id: phase for phase in guide.phases for step in phase.steps}
    step = begins_with((step for phase in guide.phases for step in phase.steps), reader)
    return (phases[step.id], step) if step else None


def _start_card(
    phase: GuidePhase, step: GuideStep, here: Place, phases: Mapping[str, Place], words: Words
) -> CardView:
    meta = when_and_how_long(step, words)
    # Translators: Over the title of the step with which a guide begins.
    label = words.say("guide", "Start here")
    return CardView(label, step.title, here.to(phases[phase.id], step.id), meta)


def _first_win(
    guide: Guide, here: Place, phases: Mapping[str, Place], words: Words
) -> WinView | None:
    if not guide.first_win:
        return None
    phase, step = next(
        (phase, step)
        for phase in guide.phases
        for step in phase.steps
        if step.id == guide.first_win.step
    )
    # Translators: Over the title of the first small thing that the reader can show to others.
    label = words.say("win", "Your first quick win")
    url = here.to(phases[phase.id], step.id)
    return win_view(guide.first_win, step.moment, label, url, words)


def _done_here(guide: Guide, reader: Reader) -> frozenset[str]:
    """The steps and phases in which the reader has a part: when these are complete, their guide can tell."""
    return frozenset(
        id_
        for phase in guide.phases
        for step in phase.steps
        if takes_part(step, reader)
        for id_ in (phase.id, step.id)
    )


def _task(phase: GuidePhase, reader: Reader, done: Container[str]) -> TaskView:
    words, place = reader.words, reader.phases.get(phase.id)
    meta = (
        phase_of(phase, words) if phase.after else "",
        when(phase.moment, words),
        in_all(phase.minutes, words),
    )
    return TaskView(
        number=phase.number,
        after=phase.after,
        title=phase.title,
        url=reader.here.to(place) if place else NOWHERE,
        meta=(*draft_mark(phase, words), *filter(None, meta)),
        note=_note(phase, words) if place else _left_to_others(words),
        opens=_opens_when(phase.needs, reader) if place and phase.needs else "",
        own=all(needed.id in done for needed in phase.needs),
        win=_big_day(phase, words) if place else "",
        steps=tuple(
            _task_step(step, reader.here.to(place, step.id), words) for step in phase.steps if place
        ),
    )


def _left_to_others(words: Words) -> str:
    """What stands behind a phase that has no page in this guide."""
    # Translators: Of a phase in which the reader has no step.
    return words.say("phase", "Nothing in this phase is yours to do. Others see to it.")


def _task_step(step: GuideStep, url: Url, words: Words) -> TaskStepView:
    return TaskStepView(
        title=step.title,
        url=url,
        note=words.strung([conditions_listed(step.conditions, words), *choice_words(step, words)]),
        day=deadline_of(step, words),
        milestone=step.is_milestone,
    )


def _note(phase: GuidePhase, words: Words) -> str:
    """Under which condition a phase applies."""
    return words.paragraph([only_if(condition, words) for condition in phase.conditions])


def _opens_when(needs: Sequence[NeededStep], reader: Reader) -> str:
    """What a phase waits for."""
    words = reader.words
    quoted = [_quoted(needed, reader) for needed in needs]
    # Translators: What a phase waits for; {titles} are those of steps or phases: "“Plan” and “Set up”".
    return words.counted(
        "guide",
        "Opens when {titles} is complete.",
        "Opens when {titles} are complete.",
        len(quoted),
        titles=words.listed(quoted),
    )


def _quoted(needed: NeededStep, reader: Reader) -> str:
    """What must be complete before, in a sentence; what this guide has not, with whose it is."""
    words, who = reader.words, reader.whose_instead(needed)
    if not who:
        # Translators: The title of a step or phase, quoted in a sentence.
        return words.say("quoted", "“{title}”", title=needed.title)
    # Translators: A step or phase that somebody else leads, quoted in a sentence: "“Load the data” (Technical lead)".
    return words.say("quoted", "“{title}” ({who})", title=needed.title, who=who)


def _big_day(phase: GuidePhase, words: Words) -> str:
    """The big day in a phase, if it is in this one."""
    moments = (step.moment for step in phase.steps if step.first_value)
    return next((by_then(_holds_first_value(each, words), each) for each in moments), "")


def _holds_first_value(moment: Moment, words: Words) -> str:
    match moment.unit:
        case Unit.DAY:
            # Translators: Said of a phase; the first win is the first outcome worth something.
            return words.say("guide", "Your first win is in it, by day {day}.", day=moment.last)
        case Unit.WEEK:
            # Translators: Said of a phase; the first win is the first outcome worth something.
            return words.say(
                "guide",
                "Your first win is in it, by the end of week {week}.",
                week=moment.last,
            )
        case Unit.MONTH:
            # Translators: Said of a phase; the first win is the first outcome worth something.
            return words.say(
                "guide",
                "Your first win is in it, by the end of month {month}.",
                month=moment.last,
            )


def _time(guide: Guide, words: Words) -> Iterator[FactView]:
    """What the guide takes. What each phase takes of it stands beside the phase."""
    if not guide.minutes and not guide.later:
        return
    # Translators: Before the time that a guide takes.
    label = words.say("guide", "In all")
    yield FactView(label, in_all(guide.minutes, words, alone=True), strong=True)
    most = busiest(load(_work(guide), guide.cadences))
    if most < guide.minutes.most and not guide.minutes.is_open:
        # Translators: Before the time that a guide takes in a week with much to do.
        label = words.say("guide", "In a busy week")
        # Translators: The most time that a week of a guide takes.
        up_to = words.say("guide", "Up to {duration}", duration=words.duration(most))
        yield FactView(label, up_to)
    talks = sum((cadence.in_all for cadence in guide.cadences), NO_TIME)
    if talks:
        # Translators: Before the part of a guide's time that goes into regular calls.
        label = words.say("guide", "Of it in regular calls")
        yield FactView(label, in_all(talks, words, alone=True))
    if guide.later:
        # Translators: Before the time that checks and calls take when onboarding is over.
        label = words.say("guide", "After onboarding")
        yield FactView(label, in_all(guide.later, words, alone=True))


def _work(guide: Guide) -> Iterator[tuple[Days, int]]:
    steps = [step for phase in guide.phases if not phase.after for step in phase.steps]
    return work_of(steps, {step.id: step.minutes for step in steps})
