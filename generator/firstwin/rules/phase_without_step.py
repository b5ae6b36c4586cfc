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
    roles, losses = inspection.project.vocabulary.roles, inspection.catalog.losses
    for plan in inspection.plans:
        if any(role not in roles for role in plan.personas):
            continue  # whose part is whose is not known
        personas = inspection.readers(plan)
        shown = {phase.id for each in personas for phase, _ in inspection.guide(plan, each)}
        for phase in plan.phases:
            left_out = {step.id for step in phase.steps if inspection.is_away(plan, phase, step)}
            if left_out or inspection.is_away(plan, phase):
                continue  # on other ways it has its steps
            meant = any(inspection.audience(each).sees(phase.audience) for each in personas)
            is_whole = not losses.in_piece(phase.origin) and not losses.of_files_below(plan.folder)
            if meant and phase.id not in shown and is_whole:
                yield Diagnostic(
                    CODE,
                    f"no persona sees a step of `{phase.id}`",
                    phase.origin.at("id").span,
                    "name a persona in one of its steps, under `owner`, `with` or `informed`",
                )


RULE = Rule(CODE, check, plan_by_plan=True)
