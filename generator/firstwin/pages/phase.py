"""A phase of a guide, with its steps.

In: a `GuidePhase` of a `Guide`, and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from firstwin.dates import number_of
from firstwin.models.plan import Days
from firstwin.pages.blocks.done import done_by_lines
from firstwin.pages.conditions import condition_views
from firstwin.pages.day_text import DayText, SaidDays
from firstwin.pages.efforts import in_all
from firstwin.pages.moments import when
from firstwin.pages.page import Page
from firstwin.pages.plain_words import beginning
from firstwin.pages.reader import Reader, reader_of
from firstwin.pages.rows import step_groups
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.step_facts import draft_mark
from firstwin.pages.steps import comes_after
from firstwin.pages.tier import criteria_lists, criterion_ticks
from firstwin.pages.titles import guide_in, guide_of, in_context
from firstwin.pages.urls import Place, guide_place
from firstwin.pages.views import (
    CardView,
    LinkView,
    ListView,
    PagerView,
    PhaseView,
    RailItemView,
)
from firstwin.resolve.guide import Guide, GuidePhase
from firstwin.words import Words


def phase_page(guide: Guide, index: int, site: SiteMap) -> Page:
    """The page of the phase at `index` of those in which there is something for the guide's reader."""
    phase, plan, phases = guide.own_phases[index], site.plan(guide.tier), site.phases_of(guide)
    here = phases[phase.id]
    reader, words = reader_of(guide, here, site), site.words
    context = guide_in(plan.tier_title, guide.persona.title, words)
    shown = pager(guide.own_phases, index, here, phases, words)
    view = phase_view(phase, context, tuple(_meta(phase, reader)), reader, shown)
    back = LinkView(
        guide_of(guide.persona.title, words), here.to(guide_place(guide.tier, guide.persona.id))
    )
    return Page(
        here,
        "phase.md.j2",
        in_context(phase.title, context, words),
        beginning(phase.outcome),
        replace(guide_chrome("phase", here, site, guide, back), edit=phase.edit),
        view,
    )


def phase_view(
    phase: GuidePhase, context: str, meta: tuple[str, ...], reader: Reader, shown: PagerView
) -> PhaseView:
    """A phase with the steps it has for `reader`, on the page the reader stands on; `meta` is the line of facts."""
    here, words = reader.here, reader.site.words
    return PhaseView(
        number=phase.number,
        of=phase.of,
        position=phase_of(phase, words),
        title=phase.title,
        context=context,
        outcome=phase.outcome,
        meta=(*draft_mark(phase, words), *meta),
        conditions=condition_views(phase.conditions, words),
        needs=comes_after(phase.needs, reader),
        count=number_of_steps(len(phase.steps), words),
        done_when=done_by_lines(phase.steps, reader),
        groups=step_groups(phase.steps, reader),
        rail=tuple(
            RailItemView(step.number, step.title, here.to(here, step.id), step.is_milestone)
            for step in phase.steps
        ),
        about=phase.about,
        gate=gate_of(phase, words),
        results=results_of(phase, words),
        criteria=criteria_lists(phase.criteria, phase.id, words),
        pager=shown,
    )


def _meta(phase: GuidePhase, reader: Reader) -> Iterator[str]:
    words = reader.words
    yield when(phase.moment, words)
    if phase.minutes:
        duration = in_all(phase.minutes, words, alone=True)
        # Translators: What a phase takes its reader: "About 4 hours of your time".
        yield words.say("phase", "{duration} of your time", duration=duration)
    if phase.owner and reader.is_me(phase.owner):
        # Translators: Who leads a phase.
        yield words.say("phase", "Led by you")
    elif phase.owner:
        yield led_by(reader.whose(phase.owner), words)


def led_by(who: str, words: Words) -> str:
    """Who leads a phase or a tutorial, by a line of its own."""
    # Translators: Who leads a phase or a tutorial; {who} is as in "your success manager", or a role's title.
    return words.say("phase", "Led by {who}", who=who)


def phase_of(phase: GuidePhase, words: Words) -> str:
    """Where a phase stands in its plan."""
    if phase.after:
        # Translators: Of a phase that comes when onboarding is over: checks each month, reviews.
        return words.say("phase", "After onboarding")
    # Translators: Where a phase stands in its plan: "Phase 2 of 5".
    return words.say("phase", "Phase {number} of {of}", number=phase.number, of=phase.of)


def results_of(phase: GuidePhase, words: Words) -> tuple[ListView, ...]:
    """What there is at the end of a phase, where its author says it."""
    if not phase.deliverables:
        return ()
    # Translators: Over what there is when a phase is over: documents, accounts, data.
    return (ListView(words.say("phase", "What there is at its end"), phase.deliverables),)


def gate_of(phase: GuidePhase, words: Words) -> tuple[ListView, ...]:
    """What has to be true before a phase begins, where its author says it, to tick."""
    if not phase.ready_when:
        return ()
    # Translators: Over what has to be true before a phase begins.
    title = words.say("phase", "Before it begins")
    return (ListView(title, ticks=criterion_ticks(phase.ready_when, phase.id)),)


def number_of_steps(number: int, words: Words) -> str:
    """How many steps there are."""
    # Translators: How many steps a phase or a plan has.
    return words.counted("phase", "{number} step", "{number} steps", number)


def pager(
    all_phases: Sequence[GuidePhase],
    index: int,
    here: Place,
    places: Mapping[str, Place],
    words: Words,
) -> PagerView:
    """The phases before and after the one at `index`."""
    previous = following = None
    if index:
        phase = all_phases[index - 1]
        # Translators: Over the title of the phase before this one, at the end of its page.
        label = words.say("phase", "Phase {number}", number=phase.number)
        previous = CardView(label, phase.title, here.to(places[phase.id]))
    if index + 1 < len(all_phases):
        phase = all_phases[index + 1]
        starts = _starts(phase, all_phases[index], words)
        following = CardView(
            _what_comes_next(phase, words), phase.title, here.to(places[phase.id]), starts
        )
    return PagerView(previous, following)


def _what_comes_next(phase: GuidePhase, words: Words) -> str:
    """Over the title of the phase that comes next."""
    if phase.after:
        # Translators: Over the title of what goes on when onboarding is over, at the end of its last phase.
        return words.say("phase", "What comes next: after onboarding")
    # Translators: Over the title of the phase after this one, at the end of its page.
    return words.say("phase", "What comes next: phase {number}", number=phase.number)


def _starts(phase: GuidePhase, before: GuidePhase, words: Words) -> DayText:
    """When a phase begins, seen from the one before it."""
    if phase.moment.event:
        return DayText(phase.moment.event, None)
    first = phase.moment.days.first
    number = number_of(first)
    if first <= before.moment.days.last and not before.moment.event:
        # Translators: When the next phase begins; the reader is still in this one then.
        text = words.say("phase", "Starts on day {day}, while you finish this phase.", day=number)
    else:
        # Translators: When the next phase begins.
        text = words.say("phase", "Starts on day {day}.", day=number)
    return DayText(text, SaidDays(Days(first, first), counted_from=phase.moment.counted_from))
