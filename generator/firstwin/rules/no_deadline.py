"""FW402: a phase without a window, or a step of a play without one."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW402",
    Severity.ERROR,
    "Something without a deadline",
    "Every phase has a window, and every step a deadline, which is the end of its window. A step "
    "without a window takes its phase's; a step of a play has no phase and needs its own.",
    wrong="- id: plan\n  title: Plan together",
    right="- id: plan\n  title: Plan together\n  days: 1-7",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    hint = "write when it happens: `days: 1-7`"
    losses = inspection.catalog.losses
    for plan in inspection.plans:
        for phase in plan.phases:
            if not phase.window and not phase.event and not losses.of_its_own(phase.origin):
                message = f"the phase `{phase.id}` has no window, so its steps have no deadline"
                yield Diagnostic(CODE, message, phase.origin.span, hint)
    for play in inspection.plays:
        for step in play.steps:
            if not step.window and not step.event and not losses.in_piece(step.origin):
                message = f"`{step.id}` has no deadline"
                yield Diagnostic(CODE, message, step.origin.span, hint)


RULE = Rule(CODE, check, plan_by_plan=True, firm="no page can be made without it")
