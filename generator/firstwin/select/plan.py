"""One plan and one play for one audience.

In: a `Plan` or `PlayPlan` of the catalog. Out: the same without phases, steps, touchpoints and added
steps of narrower audiences, and without any word about them in what is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from firstwin.dates import START, number_of
from firstwin.models.condition import Alternatives, decided
from firstwin.models.plan import About, Days, Persona, PhasePlan, Plan, PlayPlan, Step
from firstwin.models.playbook import Adjustment, Touchpoint, choices_left
from firstwin.models.project import Vocabulary
from firstwin.models.values import Audience
from firstwin.models.window import WINDOW_KEYS, Range, Unit, Window
from firstwin.select.content import select_content, select_notes, select_values
from firstwin.select.origins import persona_origin, step_origins, without_document


class Surroundings(Struct, frozen=True):
    """What is left around a step: its audience, and the ids it may still name.

    `ids` are steps, phases and anchors, `metrics` metrics. `vocabulary` is whole: it says who reads the guide of a
    persona. `answers` are those that are decided for all readers, by their conditions.
    """

    audience: Audience
    vocabulary: Vocabulary
    metrics: Collection[str]
    ids: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=dict)

    def of_tier(self, tier: str) -> Surroundings:
        """The same for the plan of a tier, which may have some conditions decided."""
        return replace(self, answers=self.vocabulary.tiers[tier].decided)

    def applies(self, only_if: Iterable[Alternatives] | None) -> bool:
        """Whether something applies, or still may."""
        return decided(only_if, self.answers) is not None

    def reads(self, persona: str) -> bool:
        """Whether the audience sees a persona's guide."""
        return self.audience.sees(self.vocabulary.audience_of(persona))

    def steps(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """The steps of a phase or play the audience sees and that may apply, as written."""
        return tuple(
            step
            for step in steps
            if self.audience.sees(step.audience) and self.applies(step.content.only_if)
        )


def select_plan(plan: Plan, around: Surroundings) -> Plan:
    """The plan as its edition's audience sees it; the audience sees the plan itself."""
    phases = tuple(
        replace(phase, number=number, steps=around.steps(phase.steps))
        for number, phase in enumerate(
            (
                phase
                for phase in plan.phases
                if around.audience.sees(phase.audience) and around.applies(phase.only_if)
            ),
            start=1,
        )
    )
    around = replace(around, ids=_ids(plan, phases))
    personas = {
        role: _persona(each, around) for role, each in plan.personas.items() if around.reads(role)
    }
    touchpoints = {
        id_: _touchpoint(each, plan.touchpoint_days.get(id_), around)
        for id_, each in plan.touchpoints.items()
        if around.audience.sees(each.audience)
    }
    return replace(
        plan,
        touchpoints=touchpoints,
        touchpoint_days={
            id_: days for id_, days in plan.touchpoint_days.items() if id_ in touchpoints
        },
        movable=tuple(id_ for id_ in plan.movable if id_ in around.ids),
        phases=tuple(_phase(phase, around, personas.values()) for phase in phases),
        personas=personas,
        origin=without_document(plan.origin),
        about=_about(plan.about, around.audience),
        extends=plan.extends if around.audience is Audience.INTERNAL else None,
        origins={},
    )


def _about(about: About, audience: Audience) -> About:
    return replace(about, notes=select_notes(about.notes, audience))


def select_play(play: PlayPlan, tiers: tuple[str, ...], around: Surroundings) -> PlayPlan:
    """The play as its edition's audience sees it, for the tiers that are left."""
    steps = around.steps(play.steps)
    around = replace(around, ids=frozenset({START, *(step.id for step in steps)}))
    return replace(
        play,
        tiers=tiers,
        steps=tuple(_step(step, around) for step in steps),
        origin=without_document(play.origin),
    )


def _ids(plan: Plan, phases: Iterable[PhasePlan]) -> frozenset[str]:
    steps = (step.id for phase in phases for step in phase.steps)
    return frozenset({START, *plan.named_days, *(phase.id for phase in phases), *steps})


def _phase(phase: PhasePlan, around: Surroundings, personas: Iterable[Persona]) -> PhasePlan:
    personas = tuple(personas)
    return replace(
        phase,
        window=_window(phase.window, phase.days, around.ids),
        needs=tuple(id_ for id_ in phase.needs if id_ in around.ids),
        only_if=decided(phase.only_if, around.answers) or (),
        choices=tuple(choices_left(phase.choices, around.ids.__contains__)),
        steps=tuple(
            _step(
                step, around, [each.adjust[step.id] for each in personas if step.id in each.adjust]
            )
            for step in phase.steps
        ),
        origin=without_document(phase.origin),
        origins={},
        headings={},
        about=_about(phase.about, around.audience),
    )


def _step(step: Step, around: Surroundings, adjustments: Iterable[Adjustment] = ()) -> Step:
    content = select_content(
        step.content, around.audience, around.ids, around.metrics, around.answers
    )
    origin, origins = step_origins(step, content)
    return replace(
        step,
        content=content,
        window=_window(step.window, step.days, around.ids),
        values=select_values(step.values, content, *adjustments),
        origin=origin,
        origins=origins,
        taken_from=step.taken_from if around.audience is Audience.INTERNAL else None,
    )


def _persona(persona: Persona, around: Surroundings) -> Persona:
    added = {
        phase: steps
        for phase, steps_there in persona.added.items()
        if phase in around.ids and (steps := around.steps(steps_there))
    }
    own = replace(
        around, ids=around.ids.union(step.id for steps in added.values() for step in steps)
    )
    adjust = {
        id_: each.model_copy(update={"notes": select_notes(each.notes, around.audience)})
        for id_, each in persona.adjust.items()
        if id_ in around.ids
    }
    persona = replace(
        persona,
        hide=tuple(id_ for id_ in persona.hide if id_ in around.ids),
        adjust=adjust,
        added={phase: tuple(_step(step, own) for step in steps) for phase, steps in added.items()},
    )
    return replace(persona, origin=persona_origin(persona))


def _touchpoint(touchpoint: Touchpoint, days: Days | None, around: Surroundings) -> Touchpoint:
    if touchpoint.counted_by not in (None, *around.ids):
        touchpoint = touchpoint.model_copy(update={"counted_by": None})
    window = touchpoint.window
    shown = _window(window, days, around.ids)
    if shown == window:
        return touchpoint
    plain = dict.fromkeys(WINDOW_KEYS) | ({"days": shown.range} if shown else {})
    return touchpoint.model_copy(update=plain)


def _window(window: Window | None, days: Days | None, ids: Collection[str]) -> Window | None:
    """The window; in plain days where it counted from an anchor that is gone."""
    if window is None or window.range.anchor is None or window.range.anchor in ids:
        return window
    if days is None:
        return None
    return Window(Unit.DAY, Range(number_of(days.first), number_of(days.last)), window.key)
