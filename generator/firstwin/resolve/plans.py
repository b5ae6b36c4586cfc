"""A tier's plan as a whole.

In: a `Plan`. Out: a `TierPlan`, which everybody in the edition may read, and the guides of its personas.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from firstwin.models.keys import key_of_plan
from firstwin.models.plan import Plan
from firstwin.models.project import Project
from firstwin.models.vocabulary import Tier
from firstwin.models.window import Window
from firstwin.resolve.about import about_text
from firstwin.resolve.files import files_of_plan
from firstwin.resolve.guide import (
    ContactLine,
    Guide,
    GuidePhase,
    MilestoneDay,
    NamedMoment,
    PlanMark,
    TierPlan,
)
from firstwin.resolve.guide_step import MetricLine
from firstwin.resolve.names import Names, names_of_plan
from firstwin.resolve.personas import guide
from firstwin.resolve.phases import cadences, criteria_text, guide_phases
from firstwin.resolve.plays import plays_of_guide
from firstwin.resolve.shares import role_shares
from firstwin.resolve.texts import Texts
from firstwin.resolve.vocabulary import figure_lines


class ResolvedPlan(Struct, frozen=True):
    """A plan and its guides, in the order of `roles.yml`."""

    plan: TierPlan
    guides: tuple[Guide, ...]


def resolve_plan(
    plan: Plan, tier: Tier, project: Project, contacts: Iterable[ContactLine], texts: Texts
) -> ResolvedPlan:
    """The plan with nothing left to look up. `contacts` are the whole project's."""
    names = names_of_plan(plan, project, texts)
    phases = guide_phases(plan, names)
    talks = cadences(plan, names)
    own_contacts = tuple(contact for contact in contacts if plan.tier in contact.tiers)
    guides = {
        role: replace(
            guide(plan, plan.personas[role], phases, talks, names),
            promised=tier.minutes.get(role, 0),
            plays=tuple(plays_of_guide(plan.personas[role], plan, project, own_contacts, texts)),
        )
        for role in names.roles
        if role in plan.personas
    }
    return ResolvedPlan(
        TierPlan(
            tier=plan.tier,
            tier_title=texts.text(tier.title),
            tier_summary=texts.text(tier.summary),
            title=texts.text(plan.title),
            summary=texts.prose(plan.summary),
            duration=plan.duration,
            first_day=texts.prose(plan.first_day),
            about=about_text(plan.about, texts),
            phases=phases,
            milestones=tuple(_milestones(phases, _anchors(plan))),
            named_days=tuple(_named_days(plan, names)),
            marks=tuple(_marks(names)),
            cadences=talks,
            criteria=criteria_text(plan.criteria, key_of_plan(plan.tier).complete, texts),
            roles=role_shares(plan, guides, talks, names.roles),
            you_get=texts.proses(tier.you_get),
            you_give=texts.proses(tier.you_give),
            metrics=tuple(_targets(names)),
            contacts=own_contacts,
            stuck=texts.prose(tier.stuck),
            economics=figure_lines(tier.economics, texts),
            reviewed=plan.reviewed,
            edit=names.edits.of(plan.origin),
            files=files_of_plan(plan),
            retired=texts.prose(tier.retired),
        ),
        tuple(guides.values()),
    )


def _milestones(phases: Iterable[GuidePhase], anchors: Container[str]) -> Iterator[MilestoneDay]:
    for phase in phases:
        for step in phase.steps:
            if step.is_milestone:
                yield MilestoneDay(
                    step.id,
                    step.title,
                    phase.id,
                    step.moment.days.last,
                    step.first_value,
                    anchor=step.id in anchors,
                    counted_from=step.moment.counted_from,
                    event=step.moment.event,
                )


def _anchors(plan: Plan) -> frozenset[str]:
    """What the plan's windows count from."""
    windows: list[Window | None] = [
        *(phase.window for phase in plan.phases),
        *(step.window for step in plan.steps()),
        *(touchpoint.window for touchpoint in plan.touchpoints.values()),
    ]
    return frozenset(window.range.anchor for window in windows if window and window.range.anchor)


def _named_days(plan: Plan, names: Names) -> Iterator[NamedMoment]:
    for id_, named in plan.named_days.items():
        yield NamedMoment(id_, names.texts.text(named.title), named.day, names.marks.of(None, id_))


def _marks(names: Names) -> Iterator[PlanMark]:
    for id_, day in names.marks.days.items():
        window = names.marks.anchors.get(id_)
        yield PlanMark(id_, names.anchors[id_].title, day, names.marks.of(window))


def _targets(names: Names) -> Iterator[MetricLine]:
    """The metrics this tier has a target for."""
    yield from (line for line in names.metrics.values() if line.number)
