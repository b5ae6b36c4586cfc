"""A phase of a guide, with its steps.

In: a `GuidePhase` of a `Guide`, and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from firstwin.pages import words
from firstwin.pages.described import described
from firstwin.pages.page import Page
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.steps import joined_links, step_view
from firstwin.pages.tier import criteria_lists
from firstwin.pages.urls import Place, guide_place
from firstwin.pages.views import CardView, LinkView, PagerView, PhaseView, RailItemView
from firstwin.resolve.guide import Guide, GuidePhase


def phase_page(guide: Guide, index: int, site: SiteMap) -> Page:
    """The page of the phase at `index` of a guide's phases."""
    phase, plan, phases = guide.phases[index], site.plan(guide.tier), site.phases_of(guide)
    here = phases[phase.id]
    reader = Reader(here, guide.persona, site.library, phases)
    context = words.guide_name(plan.tier_title, guide.persona.title)
    view = PhaseView(
        number=phase.number,
        of=phase.of,
        position=words.phase_of(phase.number, phase.of),
        title=phase.title,
        context=context,
        outcome=phase.outcome,
        meta=tuple(_meta(phase, reader)),
        needs=joined_links(phase.needs, reader),
        steps=tuple(step_view(step, len(phase.steps), reader) for step in phase.steps),
        rail=tuple(
            RailItemView(step.number, step.title, here.to(here, step.id), step.type == "milestone")
            for step in phase.steps
        ),
        criteria=criteria_lists(phase.criteria),
        pager=pager(guide.phases, index, here, phases),
    )
    back = LinkView(
        words.back_to_guide(guide.persona.title), here.to(guide_place(guide.tier, guide.persona.id))
    )
    return Page(
        here,
        "phase.md.j2",
        words.in_context(phase.title, context),
        described(phase.outcome),
        replace(guide_chrome("phase", here, site, guide, back), edit=phase.edit),
        view,
    )


def _meta(phase: GuidePhase, reader: Reader) -> Iterator[str]:
    yield words.when(phase.moment)
    if phase.minutes:
        yield words.sentence(words.of_your_time(phase.minutes))
    if phase.steps:
        yield words.steps(len(phase.steps))
    if phase.owner:
        mine = reader.is_me(phase.owner)
        yield words.LED_BY_YOU if mine else words.led_by(reader.whose(phase.owner))


def pager(
    all_phases: Sequence[GuidePhase], index: int, here: Place, places: Mapping[str, Place]
) -> PagerView:
    """The phases before and after the one at `index`."""
    previous = following = None
    if index:
        phase = all_phases[index - 1]
        previous = CardView(
            words.phase_number(phase.number), phase.title, here.to(places[phase.id])
        )
    if index + 1 < len(all_phases):
        phase = all_phases[index + 1]
        first, last = phase.moment.days.first, all_phases[index].moment.days.last
        following = CardView(
            words.next_phase(phase.number),
            phase.title,
            here.to(places[phase.id]),
            words.starts(first, overlaps=first <= last),
        )
    return PagerView(previous, following)
