"""FW405: a phase that is empty for every persona."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW405",
    Severity.ERROR,
    "A phase in which no persona sees anything",
    "Each phase of a plan is a page for those who have a part in it. In this one no persona has a "
    "part, and it has no milestone, which everybody sees.",
    wrong="- id: settle-in\n  steps:\n    - id: handover\n      owner: csm",
    right="- id: settle-in\n  steps:\n    - id: handover\n      owner: csm\n      with:\n        - champion",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    roles = inspection.project.vocabulary.roles
    for plan in inspection.plans:
        personas = plan.personas.values()
        if any(each.role not in roles for each in personas):
            continue  # whose part is whose is not known
        shown = {phase.id for each in personas for phase, _ in inspection.guide(plan, each)}
        for phase in plan.phases:
            meant = any(inspection.audience(each).sees(phase.audience) for each in personas)
            if meant and phase.id not in shown:
                yield Diagnostic(
                    CODE,
                    f"no persona sees a step of `{phase.id}`",
                    phase.origin.at("id").span,
                    "name a persona in one of its steps, under `owner`, `with` or `informed`",
                )


RULE = Rule(CODE, check, about_absence=True)
