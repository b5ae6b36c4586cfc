"""FW411: aftercare that begins while onboarding goes on."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW411",
    Severity.ERROR,
    "Aftercare that begins too early",
    "`aftercare` is what goes on when onboarding is over. It begins after the last day of the plan, and is counted apart. "
    "Whatever begins before is a phase of the plan.",
    wrong="duration: 30\naftercare:\n  - id: monthly\n    title: Look each month\n    owner: csm\n    days: 20-120\n    outcome: It is used.\n    steps:\n      - id: look\n        title: Look at it\n        owner: champion\n        days: 100\n        done_when: It was seen.",
    right="duration: 30\naftercare:\n  - id: monthly\n    title: Look each month\n    owner: csm\n    days: 31-120\n    outcome: It is used.\n    steps:\n      - id: look\n        title: Look at it\n        owner: champion\n        days: 100\n        done_when: It was seen.",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for phase in plan.phases:
            plain = phase.window is not None and phase.window.range.anchor is None
            if phase.after and plain and phase.days and phase.days.first <= plan.duration:
                yield Diagnostic(
                    CODE,
                    f"`{phase.id}` begins on day {phase.days.first}, and onboarding goes on until day {plan.duration}",
                    inspection.window_origin(phase).span,
                    f"begin on day {plan.duration + 1}, or move it to `phases`",
                    related=(Related("the duration", plan.origin.at("duration").span),),
                )


RULE = Rule(CODE, check, plan_by_plan=True)
