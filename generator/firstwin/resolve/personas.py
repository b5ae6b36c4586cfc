"""One persona's guide.

In: a plan, its phases as everybody may read them, and what the persona's file says. Out: a `Guide`: the
steps the persona has a part in and all milestones, then what its file hides, adjusts and adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from firstwin.models.content import Milestone
from firstwin.models.part import minutes, parts
from firstwin.models.plan import Origin, Persona, PhasePlan, Plan, Step
from firstwin.models.playbook import Adjustment
from firstwin.resolve.details import addresses, remarks
from firstwin.resolve.guide import Cadence, Guide, GuidePhase, GuideStep, NeededStep, Win
from firstwin.resolve.names import Names
from firstwin.resolve.phases import with_steps
from firstwin.resolve.steps import guide_step
from firstwin.resolve.texts import Texts


def guide(
    plan: Plan,
    persona: Persona,
    everyone: Iterable[GuidePhase],
    cadences: Iterable[Cadence],
    names: Names,
) -> Guide:
    """What one persona of the plan sees. `everyone` are the plan's phases with all their steps."""
    phases = [
        with_steps(phase, _steps(persona, planned, phase, plan.tier, names))
        for planned, phase in zip(plan.phases, everyone, strict=True)
    ]
    shown = {step.id: step.title for phase in phases for step in phase.steps}
    phases = [_with_needs(phase, shown) for phase in phases]
    own = tuple(cadence for cadence in cadences if _takes_part(persona.role, cadence))
    return Guide(
        tier=plan.tier,
        persona=names.roles[persona.role],
        goal=names.texts.prose(persona.goal),
        summary=names.texts.text(persona.summary),
        minutes=sum(phase.minutes for phase in phases)
        + sum(cadence.times * cadence.minutes for cadence in own),
        first_win=_first_win(phases),
        phases=tuple(phases),
        cadences=own,
    )


def _steps(
    persona: Persona, planned: PhasePlan, phase: GuidePhase, tier: str, names: Names
) -> Iterator[GuideStep]:
    for step, made in zip(planned.steps, phase.steps, strict=True):
        has_part = persona.role in parts(step.content, step.owner)
        if (has_part or isinstance(step.content, Milestone)) and step.id not in persona.hide:
            yield _as_read_by(persona, step, made, names)
    for step in persona.added.get(planned.id, ()):
        yield _as_read_by(persona, step, guide_step(step, tier, names), names)


def _as_read_by(persona: Persona, step: Step, made: GuideStep, names: Names) -> GuideStep:
    role, adjustment = persona.role, persona.adjust.get(step.id)
    own = replace(
        made,
        part=parts(step.content, step.owner).get(role, "none"),
        minutes=minutes(step.content, step.owner, role, adjustment.minutes if adjustment else None),
        sessions=tuple(
            replace(session, mine=any(attends.id == role for attends in session.roles))
            for session in made.sessions
        ),
    )
    if adjustment is None:
        return own
    texts = names.texts.setting(step.values)
    return _adjusted(own, adjustment, persona.origin.at("adjust", step.id), texts)


def _adjusted(step: GuideStep, adjustment: Adjustment, origin: Origin, texts: Texts) -> GuideStep:
    """The step in this persona's words; each of them was written in the persona's file."""
    written = [name for name in Adjustment.model_fields if getattr(adjustment, name) is not None]
    return replace(
        step,
        title=texts.text(adjustment.title) or step.title,
        summary=texts.prose(adjustment.summary) or step.summary,
        text=texts.prose(adjustment.text) or step.text,
        links=step.links if adjustment.links is None else addresses(adjustment.links, texts),
        notes=step.notes if adjustment.notes is None else remarks(adjustment.notes, texts),
        origins={**step.origins, **{name: origin.at(name).source_line for name in written}},
    )


def _with_needs(phase: GuidePhase, shown: Mapping[str, str]) -> GuidePhase:
    """The phase with its needs as this reader meets them: by the reader's own titles."""
    return replace(
        phase,
        needs=_needs(phase.needs, shown),
        steps=tuple(
            replace(step, needs=_needs(step.needs, shown)) if step.needs else step
            for step in phase.steps
        ),
    )


def _needs(needs: Iterable[NeededStep], shown: Mapping[str, str]) -> tuple[NeededStep, ...]:
    return tuple(
        need
        if need.kind == "phase"
        else replace(need, title=shown.get(need.id, need.title), shown=need.id in shown)
        for need in needs
    )


def _takes_part(role: str, cadence: Cadence) -> bool:
    return role in (cadence.owner.id, *(other.id for other in cadence.with_))


def _first_win(phases: Iterable[GuidePhase]) -> Win | None:
    """The earliest win of a step the reader has a part in; a milestone only seen is nobody's own."""
    wins = [
        step.win
        for phase in phases
        for step in phase.steps
        if step.win and step.part in ("owner", "with")
    ]
    return min(wins, key=lambda win: win.day, default=None)
