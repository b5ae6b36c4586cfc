"""A plan as the vendor's team works with it: every step, whoever it belongs to, with all notes.

In: a `TierPlan` and the `SiteMap`. Out: `Page`s, one for the plan and one for each phase. Steps that no
customer sees are here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from firstwin.pages import words
from firstwin.pages.described import described
from firstwin.pages.page import Page
from firstwin.pages.phase import pager
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.steps import joined_links, step_view
from firstwin.pages.tier import criteria_lists
from firstwin.pages.urls import (
    INTERNAL,
    Place,
    team_phase_place,
    team_plan_place,
    team_weeks_place,
    tier_place,
)
from firstwin.pages.views import (
    LinkView,
    PhaseView,
    RailItemView,
    TaskStepView,
    TaskView,
    TeamPlanView,
)
from firstwin.resolve.guide import GuidePhase, TierPlan


def plan_pages(plan: TierPlan, site: SiteMap) -> Iterator[Page]:
    """The page of a plan, and those of its phases."""
    phases = {phase.id: team_phase_place(plan.tier, phase.id) for phase in plan.phases}
    yield _plan_page(plan, site, phases)
    for index in range(len(plan.phases)):
        yield _phase_page(plan, index, site, phases)


def _plan_page(plan: TierPlan, site: SiteMap, phases: Mapping[str, Place]) -> Page:
    here, title = team_plan_place(plan.tier), words.plan_for_team(plan.tier_title)
    steps = sum(len(phase.steps) for phase in plan.phases)
    lede = words.plan_for_team_lede(steps, len(plan.phases))
    view = TeamPlanView(
        title=title,
        lede=lede,
        phases=tuple(_task(phase, here, phases[phase.id]) for phase in plan.phases),
        links=(
            LinkView(words.weeks_of_team(plan.tier_title), here.to(team_weeks_place(plan.tier))),
            LinkView(words.whole_plan(plan.tier_title), here.to(tier_place(plan.tier))),
        ),
    )
    chrome = replace(team_chrome("team-plan", here, title, site), edit=plan.edit)
    return Page(here, "team-plan.md.j2", title, lede, chrome, view)


def _task(phase: GuidePhase, here: Place, place: Place) -> TaskView:
    return TaskView(
        number=phase.number,
        title=phase.title,
        url=here.to(place),
        meta=(words.when(phase.moment), words.steps(len(phase.steps))),
        note="",
        steps=tuple(
            TaskStepView(
                title=step.title,
                url=here.to(place, step.id),
                note=step.owner.title,
                day=words.deadline(step.moment),
                milestone=step.type == "milestone",
            )
            for step in phase.steps
        ),
    )


def _phase_page(plan: TierPlan, index: int, site: SiteMap, phases: Mapping[str, Place]) -> Page:
    phase = plan.phases[index]
    here = phases[phase.id]
    reader = Reader(here, None, site.library, phases)
    context = words.team_context(plan.tier_title)
    owner = (phase.owner.title,) if phase.owner else ()
    view = PhaseView(
        number=phase.number,
        of=phase.of,
        position=words.phase_of(phase.number, phase.of),
        title=phase.title,
        context=context,
        outcome=phase.outcome,
        meta=(words.when(phase.moment), words.steps(len(phase.steps)), *owner),
        needs=joined_links(phase.needs, reader),
        steps=tuple(step_view(step, len(phase.steps), reader) for step in phase.steps),
        rail=tuple(
            RailItemView(step.number, step.title, here.to(here, step.id), step.type == "milestone")
            for step in phase.steps
        ),
        criteria=criteria_lists(phase.criteria),
        pager=pager(plan.phases, index, here, phases),
    )
    title = words.in_context(phase.title, context)
    chrome = team_chrome("phase", here, phase.title, site)
    own = LinkView(words.plan_for_team(plan.tier_title), here.to(team_plan_place(plan.tier)))
    chrome = replace(
        chrome,
        back=own,
        trail=(LinkView(words.FOR_THE_TEAM, here.to(INTERNAL)), own),
        edit=phase.edit,
    )
    return Page(here, "phase.md.j2", title, described(phase.outcome), chrome, view)
