"""FW401: a step that nobody is chased for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.models.plan import PhasePlan, Step
from firstwin.models.vocabulary import Side
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW401",
    Severity.ERROR,
    "A step without an owner",
    "Every step has an owner: one role that is asked when it is late. A step without one takes "
    "its phase's; here neither has one.",
    wrong="- id: plan\n  steps:\n    - id: kickoff-call",
    right="- id: plan\n  owner: csm\n  steps:\n    - id: kickoff-call",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    example, losses = _example(inspection), inspection.catalog.losses
    for plan in inspection.plans:
        phases = {phase.id: phase for phase in plan.phases}
        nobodys: dict[str, list[Step]] = {}
        for step in plan.every_step():
            if step.owner or step.phase not in phases or losses.in_piece(step.origin):
                continue
            if not losses.of_its_own(phases[step.phase].origin):
                nobodys.setdefault(step.phase, []).append(step)
        for id_, steps in nobodys.items():
            if len(steps) > 1:
                yield _phase(phases[id_], steps, example)
            else:
                yield from (_step(step, example) for step in steps)
    for play in inspection.plays:
        for step in play.steps:
            if step.owner is None and not losses.in_piece(step.origin):
                yield _step(step, example)


def _example(inspection: Inspection) -> str:
    """A role of this project that may lead: one of the vendor's, if there is one."""
    roles = inspection.project.vocabulary.roles
    leading = (id_ for id_, role in roles.items() if role.side is Side.VENDOR)
    return next(leading, next(iter(roles), "csm"))


def _step(step: Step, example: str) -> Diagnostic:
    hint = f"write who is asked when it is late: `owner: {example}`"
    return Diagnostic(CODE, f"`{step.id}` has no owner", step.origin.span, hint)


def _phase(phase: PhasePlan, steps: Sequence[Step], example: str) -> Diagnostic:
    return Diagnostic(
        CODE,
        f"`{phase.id}` has no owner, and {len(steps)} of its steps have none of their own",
        phase.origin.span,
        f"write who leads the phase: `owner: {example}`",
        related=tuple(Related(f"`{step.id}` has no owner", step.origin.span) for step in steps),
    )


RULE = Rule(CODE, check, plan_by_plan=True, firm="no page can be made without it")
