"""FW408: a first value that is conditional, optional, left to its reader or hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.condition import decided
from firstwin.models.plan import Origin, PhasePlan, Plan, Step
from firstwin.models.values import Audience
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW408",
    Severity.ERROR,
    "A first value that not everybody gets",
    "Every customer of the tier gets the first value, so its milestone applies always, is not "
    "optional, is meant for customers, and no persona file hides it.",
    wrong="- id: first-report\n  type: milestone\n  day: 20\n  first_value: true\n  only_if: data-migration",
    right="- id: first-report\n  type: milestone\n  day: 20\n  first_value: true",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        phases = {phase.id: phase for phase in reversed(plan.phases)}
        for step in inspection.first_values(plan) if inspection.is_for_customers(plan) else ():
            for what, origin in _limits(plan, phases, step, inspection.answers(plan)):
                yield Diagnostic(
                    CODE,
                    f"the first value cannot be {what}: every customer gets it",
                    origin.span,
                    "remove this, or make another milestone the first value",
                )


def _limits(
    plan: Plan, phases: Mapping[str, PhasePlan], step: Step, answers: Mapping[str, str]
) -> Iterator[tuple[str, Origin]]:
    """What keeps a step from somebody, and where it is written. What is decided for all of them keeps it from nobody."""
    if decided(step.content.only_if, answers) != ():
        yield "conditional", step.origin_of("only_if")
    if decided(phases[step.phase].only_if, answers) != ():
        yield "in a phase that is conditional", phases[step.phase].origin_of("only_if")
    if step.content.optional:
        yield "optional", step.origin_of("optional")
    if step.content.may_not_apply:
        yield "left to its reader", step.origin_of("may_not_apply")
    if step.audience is not Audience.CUSTOMER:
        yield f"for the audience `{step.audience.value}` alone", _narrowed(phases, step)
    for persona in plan.personas.values():
        if step.id in persona.hidden:
            yield "hidden", persona.origin.at("hide", persona.hidden[step.id])


def _narrowed(phases: Mapping[str, PhasePlan], step: Step) -> Origin:
    """Where the audience that keeps customers out was written."""
    if step.content.audience in (Audience.PARTNER, Audience.INTERNAL):
        return step.origin_of("audience")
    return phases[step.phase].origin.at("audience")


RULE = Rule(CODE, check, plan_by_plan=True)
