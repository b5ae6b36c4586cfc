"""One persona's guide.

In: a plan, its phases as everybody may read them, and what the persona's file says. Out: a `Guide`: the
steps the persona has a part in and all milestones, then what its file hides, adjusts and adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from firstwin.models.effort import NO_TIME
from firstwin.models.keys import key_of_plan
from firstwin.models.plan import Persona, Plan, Step
from firstwin.models.playbook import Adjustment
from firstwin.resolve.blocks.win import Win
from firstwin.resolve.guide import Cadence, Guide, GuidePhase
from firstwin.resolve.guide_step import GuideStep, NeededStep
from firstwin.resolve.names import Names
from firstwin.resolve.phases import with_steps
from firstwin.resolve.reader import as_read_by
from firstwin.resolve.steps import guide_step


class Perspective(Struct, frozen=True):
    """How one persona sees its plan.

    `titles` are those of the steps it is shown, as it reads them, and `homes` the phases they stand in: two personas may
    add the same step in two places.
    """

    persona: Persona
    tier: str
    names: Names
    titles: Mapping[str, str]
    homes: Mapping[str, str]

    def needs(self, needs: Iterable[NeededStep]) -> tuple[NeededStep, ...]:
        """What must be complete before, by the persona's own titles."""
        return tuple(
            replace(need, shown=need.id in self.homes.values())
            if need.kind == "phase"
            else replace(
                need,
                title=self.titles.get(need.id, need.title),
                phase=self.homes.get(need.id, need.phase),
                shown=need.id in self.titles,
            )
            for need in needs
        )


def guide(
    plan: Plan,
    persona: Persona,
    everyone: Iterable[GuidePhase],
    cadences: Iterable[Cadence],
    names: Names,
) -> Guide:
    """What one persona of the plan sees. `everyone` are the plan's phases with all their steps."""
    shown = [tuple(persona.sees(phase)) for phase in plan.phases]
    perspective = Perspective(
        persona,
        plan.tier,
        names,
        _titles(persona, chain(*shown), names),
        {
            step.id: phase.id
            for phase, steps in zip(plan.phases, shown, strict=True)
            for step in steps
        },
    )
    phases = tuple(
        with_steps(phase, perspective.needs(phase.needs), _steps(perspective, steps, phase))
        for steps, phase in zip(shown, everyone, strict=True)
    )
    own = tuple(cadence for cadence in cadences if cadence.has(persona.role))
    return Guide(
        tier=plan.tier,
        persona=names.roles[persona.role],
        goal=names.texts.prose(persona.goal),
        summary=names.texts.text(persona.summary),
        minutes=sum(
            chain(
                (phase.minutes for phase in phases if not phase.after),
                (cadence.in_all for cadence in own),
            ),
            NO_TIME,
        ),
        later=sum(
            chain(
                (phase.minutes for phase in phases if phase.after),
                (cadence.in_all_later for cadence in own),
            ),
            NO_TIME,
        ),
        first_win=_first_win(phases),
        phases=phases,
        cadences=own,
        edit=names.edits.of(persona.origin),
        retired=names.texts.prose(persona.retired),
        stuck=names.texts.prose(persona.stuck),
    )


def _titles(persona: Persona, shown: Iterable[Step], names: Names) -> dict[str, str]:
    titles = {}
    for step in shown:
        adjusted = persona.adjust[step.id].title if step.id in persona.adjust else None
        own = names.texts.setting(step.values).text(adjusted)
        titles[step.id] = own or names.needed[step.id].title
    return titles


def _steps(
    perspective: Perspective, shown: Iterable[Step], phase: GuidePhase
) -> Iterator[GuideStep]:
    made = {step.id: step for step in phase.steps}
    playbook = key_of_plan(perspective.tier)
    for number, step in enumerate(shown, start=1):
        adjustment = perspective.persona.adjust.get(step.id)
        if adjustment:
            everyones = _adjusted(
                guide_step(_reworded(step, adjustment), number, playbook, perspective.names),
                adjustment,
                perspective,
            )
        else:
            everyones = made.get(step.id) or guide_step(step, number, playbook, perspective.names)
        yield as_read_by(
            perspective.persona.role,
            step,
            everyones,
            perspective.names,
            adjustment,
            number=number,
            title=perspective.titles[step.id],
            needs=perspective.needs(everyones.needs),
        )


def _reworded(step: Step, adjustment: Adjustment) -> Step:
    """The step in a persona's words; its truth stays the same."""
    changes = {name: value for name, value in adjustment if value is not None and name != "minutes"}
    return replace(step, content=step.content.model_copy(update=changes))


def _adjusted(step: GuideStep, adjustment: Adjustment, perspective: Perspective) -> GuideStep:
    """The step with the places of what was written in the persona's file."""
    origin = perspective.persona.origin.at("adjust", step.id)
    changed = (name for name, value in adjustment if value is not None)
    return replace(
        step,
        origins={**step.origins, **{name: origin.at(name).source_line for name in changed}},
    )


def _first_win(phases: Iterable[GuidePhase]) -> Win | None:
    """The earliest win of a step the reader has a part in; a milestone only seen is nobody's own."""
    wins = (step.block(Win) for phase in phases for step in phase.steps if step.part.acts)
    return min((win for win in wins if win), key=lambda win: win.day, default=None)
