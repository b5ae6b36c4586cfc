"""A plan as the vendor's team works with it: every step, whoever it belongs to, with all notes.

In: a `TierPlan` and the `SiteMap`. Out: what lays out its pages, one for the plan and one for each phase. Steps that no
customer sees are here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec.structs import replace

from firstwin.pages.conditions import only_if
from firstwin.pages.delivery import delivery_links
from firstwin.pages.moments import deadline, when
from firstwin.pages.page import LayOut, Page
from firstwin.pages.paths import paths_views
from firstwin.pages.phase import number_of_steps, pager, phase_view
from firstwin.pages.plain_words import beginning
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.step_facts import draft_mark
from firstwin.pages.titles import in_context, plan_for_team, weeks_of_team, whole_plan
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
    TaskStepView,
    TaskView,
    TeamPlanView,
)
from firstwin.resolve.guide import GuidePhase, TierPlan
from firstwin.words import Words


def plan_pages(plan: TierPlan, site: SiteMap) -> Iterator[tuple[Place, LayOut]]:
    """The page of a plan, and those of its phases, with their places."""
    phases = {phase.id: team_phase_place(plan.tier, phase.id) for phase in plan.phases}
    yield team_plan_place(plan.tier), partial(_plan_page, plan, site, phases)
    for index, phase in enumerate(plan.phases):
        yield phases[phase.id], partial(_phase_page, plan, index, site, phases)


def _plan_page(plan: TierPlan, site: SiteMap, phases: Mapping[str, Place]) -> Page:
    here, title = team_plan_place(plan.tier), plan_for_team(plan.tier_title, site.words)
    steps = sum(len(phase.steps) for phase in plan.phases)
    lede = _lede(steps, len(plan.phases), site.words)
    view = TeamPlanView(
        title=title,
        lede=lede,
        paths=paths_views(plan.phases, site.words),
        phases=tuple(_task(phase, here, phases[phase.id], site.words) for phase in plan.phases),
        links=(
            LinkView(
                weeks_of_team(plan.tier_title, site.words), here.to(team_weeks_place(plan.tier))
            ),
            *delivery_links(plan, here, site),
            LinkView(whole_plan(plan.tier_title, site.words), here.to(tier_place(plan.tier))),
        ),
    )
    chrome = replace(team_chrome("team-plan", here, title, site), edit=plan.edit)
    return Page(here, "team-plan.md.j2", title, lede, chrome, view)


def _lede(steps: int, phases: int, words: Words) -> str:
    """What a plan with the team's own steps holds."""
    # Translators: How many steps a plan has, within a sentence.
    all_steps = words.counted("team", "{number} step", "{number} steps", steps)
    # Translators: How many phases a checklist or a plan has, within a sentence.
    all_phases = words.counted("phase", "{number} phase", "{number} phases", phases)
    # Translators: Under the title of a plan with everybody's steps; {steps} is "48 steps", {phases} "5 phases".
    return words.say(
        "team",
        "{steps} in {phases}, whoever they belong to, with our own and our notes.",
        steps=all_steps,
        phases=all_phases,
    )


def _task(phase: GuidePhase, here: Place, place: Place, words: Words) -> TaskView:
    return TaskView(
        number=phase.number,
        after=phase.after,
        title=phase.title,
        url=here.to(place),
        meta=(
            *draft_mark(phase, words),
            when(phase.moment, words),
            number_of_steps(len(phase.steps), words),
        ),
        note=words.paragraph([only_if(condition, words) for condition in phase.conditions]),
        win="",
        steps=tuple(
            TaskStepView(
                title=step.title,
                url=here.to(place, step.id),
                note=step.owner.title,
                day=deadline(step.moment, words),
                milestone=step.is_milestone,
            )
            for step in phase.steps
        ),
    )


def _phase_page(plan: TierPlan, index: int, site: SiteMap, phases: Mapping[str, Place]) -> Page:
    phase = plan.phases[index]
    here = phases[phase.id]
    reader, words = Reader(here, None, site, phases), site.words
    # Translators: What a phase with everybody's steps belongs to: "Enterprise, for the team".
    context = words.say("team", "{plan}, for the team", plan=plan.tier_title)
    owner = (phase.owner.title,) if phase.owner else ()
    meta = (when(phase.moment, words), *owner)
    view = phase_view(phase, context, meta, reader, pager(plan.phases, index, here, phases, words))
    title = in_context(phase.title, context, words)
    chrome = team_chrome("phase", here, phase.title, site)
    own = LinkView(plan_for_team(plan.tier_title, words), here.to(team_plan_place(plan.tier)))
    chrome = replace(
        chrome,
        back=own,
        trail=(LinkView(site.titles.team, here.to(INTERNAL)), own),
        edit=phase.edit,
    )
    return Page(here, "phase.md.j2", title, beginning(phase.outcome), chrome, view)
