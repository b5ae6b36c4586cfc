"""FW503: something that refers to what part of its readers do not see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin, Persona, PhasePlan, Plan, Step
from firstwin.models.steps.review import Review
from firstwin.models.values import Audience, narrowest
from firstwin.models.vocabulary import Failure
from firstwin.models.window import Window
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW503",
    Severity.ERROR,
    "A reference that an edition cannot follow",
    "An edition contains only what is meant for its audience. What a customer reads may not need, "
    "count from or look at something that only partners or the vendor see: the customer would be "
    "told to wait for a thing that is not there.",
    wrong="- id: handoff\n  day: 1\n  audience: internal\n- id: kickoff-call\n  day: 2\n  needs:\n    - handoff",
    right="- id: handoff\n  day: 1\n  audience: internal\n- id: kickoff-call\n  day: 2",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        yield from _plan(inspection, plan)
    for play in inspection.plays:
        audiences = {step.id: step.audience for step in play.steps}
        for step in play.steps:
            yield from _step(inspection, step, audiences)
        yield from _tiers(inspection, f"`{play.id}`", play.audience, play.tiers, play.origin)
    for id_, contact in inspection.vocabulary.contacts.items():
        origin = inspection.catalog.files["contacts"].at("contacts", id_)
        yield from _tiers(inspection, f"`{id_}`", contact.audience, contact.tiers, origin)
    for id_, method in inspection.vocabulary.methods.items():
        origin = inspection.catalog.files["methods"].at("methods", id_)
        yield from _tiers(inspection, f"`{id_}`", method.audience, method.tiers, origin)
    for id_, failure in inspection.vocabulary.failures.items():
        origin = inspection.catalog.files["failures"].at("failures", id_)
        yield from _failure(inspection, f"`{id_}` names", failure, origin)


def _plan(inspection: Inspection, plan: Plan) -> Iterator[Diagnostic]:
    unclear = _unclear(inspection, plan)
    phases = [phase for phase in plan.phases if phase.id not in unclear]
    steps = [step for step in plan.every_step() if step.id not in unclear]
    audiences = {phase.id: phase.audience for phase in phases}
    audiences |= {step.id: step.audience for step in steps}
    for phase in phases:
        yield from _phase(phase, audiences)
    for step in steps:
        yield from _step(inspection, step, audiences)
    for id_, touchpoint in plan.touchpoints.items():
        audience = narrowest(plan.audience, touchpoint.audience)
        origin = plan.origin_of("touchpoints", id_)
        yield from _window(f"`{id_}`", touchpoint.window, audience, audiences, origin)
        if touchpoint.counted_by:
            at = origin.at("counted_by")
            about = f"`{id_}` is counted by"
            yield from _seen(about, touchpoint.counted_by, audience, audiences, at)
    for persona in plan.personas.values():
        yield from _added(inspection, persona, audiences)


def _unclear(inspection: Inspection, plan: Plan) -> set[str]:
    """Phases and steps whose audience is misspelt: who sees them was only guessed."""
    phases = [phase for phase in plan.phases if inspection.has_guessed_audience(phase)]
    steps = [step for step in plan.every_step() if inspection.has_guessed_audience(step)]
    steps += [step for phase in phases for step in phase.steps]
    return {phase.id for phase in phases} | {step.id for step in steps}


def _phase(phase: PhasePlan, audiences: Mapping[str, Audience]) -> Iterator[Diagnostic]:
    for position, need in enumerate(phase.needs):
        origin = phase.origin_of("needs").at(position)
        yield from _seen(f"`{phase.id}` needs", need, phase.audience, audiences, origin)
    yield from _window(f"`{phase.id}`", phase.window, phase.audience, audiences, phase.origin)


def _added(
    inspection: Inspection, persona: Persona, audiences: Mapping[str, Audience]
) -> Iterator[Diagnostic]:
    """What a persona adds after a step that it does not see."""
    for place in persona.added:
        origin = persona.origin.at("add", place)
        about = f"`{persona.role}` adds to"
        for found in _seen(about, place, inspection.audience(persona), audiences, origin):
            yield replace(found, span=origin.key_span)


def _step(
    inspection: Inspection, step: Step, audiences: Mapping[str, Audience]
) -> Iterator[Diagnostic]:
    for position, need in enumerate(step.content.needs):
        origin = step.origin_of("needs").at(position)
        yield from _seen(f"`{step.id}` needs", need, step.audience, audiences, origin)
    window = step.content.window
    if window and window.range.anchor:
        origin = step.origin_of(window.key)
        about = f"`{step.id}` counts from"
        yield from _seen(about, window.range.anchor, step.audience, audiences, origin)
    if isinstance(step.content, Review):
        for position, metric in enumerate(step.content.metrics):
            origin = step.origin_of("metrics").at(position)
            yield from _seen(
                f"`{step.id}` looks at", metric, step.audience, inspection.metric_audiences, origin
            )


def _failure(
    inspection: Inspection, about: str, failure: Failure, origin: Origin
) -> Iterator[Diagnostic]:
    plays = inspection.play_audiences
    for position, play in enumerate(failure.plays):
        yield from _seen(about, play, failure.audience, plays, origin.at("plays", position))
    for tier, names in failure.steps.items():
        steps = inspection.step_audiences.get(tier, {})
        for position, step in enumerate(names):
            at = origin.at("steps", tier, position)
            yield from _seen(about, step, failure.audience, steps, at)


def _window(
    about: str,
    window: Window | None,
    audience: Audience,
    audiences: Mapping[str, Audience],
    origin: Origin,
) -> Iterator[Diagnostic]:
    if window and window.range.anchor:
        at = origin.at(window.key)
        yield from _seen(f"{about} counts from", window.range.anchor, audience, audiences, at)


def _seen(
    about: str, id_: str, audience: Audience, audiences: Mapping[str, Audience], origin: Origin
) -> Iterator[Diagnostic]:
    """A diagnostic if not everybody who reads about `id_` can see it."""
    meant = audiences.get(id_, audience)
    if meant.width < audience.width:
        yield Diagnostic(
            CODE,
            f"{about} `{id_}`, which is for the audience `{meant.value}`: "
            f"the {audience.value} edition does not have it",
            origin.span,
            f"remove this, narrow the audience here, or widen that of `{id_}`",
        )


def _tiers(
    inspection: Inspection, about: str, audience: Audience, tiers: Sequence[str], origin: Origin
) -> Iterator[Diagnostic]:
    """A diagnostic if something is only for tiers that its readers do not see."""
    known = inspection.project.vocabulary.tiers
    seen = [audience.sees(known[tier].audience) for tier in tiers if tier in known]
    if seen and not any(seen):
        yield Diagnostic(
            CODE,
            f"{about} is for the audience `{audience.value}`, which sees none of its tiers",
            origin.at("tiers").key_span,
            "narrow its audience, or name a tier that its readers see",
        )


RULE = Rule(CODE, check, plan_by_plan=True, firm="a link would lead nowhere")
