"""Phases, criteria and the conversations that come back.

In: a plan. Out: `GuidePhase`s with every step of the edition, `CriteriaText`, `Cadence`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from firstwin.models.criteria import Criteria
from firstwin.models.effort import NO_TIME, in_sum
from firstwin.models.keys import Key, key_of_plan
from firstwin.models.part import counted, times
from firstwin.models.plan import Days, PhasePlan, Plan
from firstwin.models.playbook import Choice, Touchpoint
from firstwin.resolve.about import about_text
from firstwin.resolve.blocks.agenda import agenda_lines
from firstwin.resolve.blocks.ticks import ticks_of
from firstwin.resolve.guide import Cadence, CriteriaText, GuidePhase
from firstwin.resolve.guide_step import GuideStep, NeededStep, StepChoice
from firstwin.resolve.moments import hull
from firstwin.resolve.names import Names
from firstwin.resolve.steps import guide_step
from firstwin.resolve.texts import Texts


def guide_phases(plan: Plan, names: Names) -> tuple[GuidePhase, ...]:
    """The phases as everybody in the edition may read them."""
    return tuple(_phase(phase, plan, names) for phase in plan.phases)


def with_steps(
    phase: GuidePhase, needs: tuple[NeededStep, ...], steps: Iterable[GuideStep]
) -> GuidePhase:
    """The phase with these needs and steps, and the minutes they add up to."""
    steps = tuple(steps)
    return replace(
        phase,
        needs=needs,
        steps=steps,
        minutes=in_sum((step.minutes, step.choice) for step in steps),
    )


def criteria_text(criteria: Criteria, key: Key, texts: Texts) -> CriteriaText:
    """When something counts as complete, to tick below a key."""
    return CriteriaText(
        technical=ticks_of(criteria.technical, key, texts),
        user=ticks_of(criteria.user, key, texts),
        value=ticks_of(criteria.value, key, texts),
    )


def cadences(plan: Plan, names: Names) -> tuple[Cadence, ...]:
    """The plan's conversations that come back."""
    return tuple(
        _cadence(id_, touchpoint, plan, names) for id_, touchpoint in plan.touchpoints.items()
    )


def _phase(phase: PhasePlan, plan: Plan, names: Names) -> GuidePhase:
    texts, key = names.texts, key_of_plan(plan.tier)
    own = key.below(phase.id)
    bare = GuidePhase(
        id=phase.id,
        number=phase.number,
        of=sum(not each.after for each in plan.phases),
        title=texts.text(phase.title),
        outcome=texts.prose(phase.outcome),
        moment=names.moment(phase.window, _days(phase, plan), event=phase.event),
        owner=names.roles[phase.owner] if phase.owner else None,
        needs=names.needs(phase.needs),
        criteria=criteria_text(phase.criteria, own, texts),
        minutes=NO_TIME,
        steps=(),
        edit=names.edits.of(phase.origin),
        about=about_text(phase.about, texts),
        deliverables=texts.proses(phase.deliverables),
        ready_when=ticks_of(phase.ready_when, own, texts),
        after=phase.after,
        draft=phase.draft,
        conditions=names.labels(phase.only_if),
    )
    steps = [
        guide_step(step, number, key, names) for number, step in enumerate(phase.steps, start=1)
    ]
    return with_steps(bare, bare.needs, _with_choices(steps, phase.choices))


def _with_choices(steps: Sequence[GuideStep], choices: Iterable[Choice]) -> Iterator[GuideStep]:
    """The steps, those with their choice of which some are enough."""
    titles = {step.id: step.title for step in steps}
    of = {
        id_: StepChoice(choice.at_least, tuple((one, titles[one]) for one in choice.of))
        for choice in choices
        for id_ in choice.of
    }
    return (replace(step, choice=of.get(step.id)) for step in steps)


def _days(phase: PhasePlan, plan: Plan) -> Days:
    """The phase's days; those of its steps, or the whole plan's, where it has no window."""
    return (
        phase.days or hull(step.days for step in phase.steps if step.days) or Days(1, plan.duration)
    )


def _cadence(id_: str, touchpoint: Touchpoint, plan: Plan, names: Names) -> Cadence:
    days = plan.touchpoint_days.get(id_) or Days(1, plan.duration)
    now = plan.of_onboarding(touchpoint, days)
    length = days.last - days.first + 1
    return Cadence(
        id=id_,
        title=names.texts.text(touchpoint.title),
        every=touchpoint.every,
        moment=names.moment(touchpoint.window, days),
        times=times(touchpoint, length),
        counted=now,
        later=counted(touchpoint, length) - now,
        minutes=touchpoint.minutes,
        owner=names.roles[touchpoint.owner],
        with_=names.people(touchpoint.with_),
        agenda=agenda_lines(touchpoint.agenda, names.texts),
    )
