"""FW627: a heading that begins with a step which fewer may read than one under it."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import PhasePlan, Step
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW627",
    Severity.WARNING,
    "A heading that not all who read below it may see",
    "A heading is for those who see the step it begins with. Who does not see that step finds the steps behind it "
    "under the heading before, or under none.",
    wrong="- id: begin\n  headings:\n    prepare: Before we meet\n  steps:\n    - id: prepare\n      audience: internal\n"
    "    - id: meet",
    right="- id: begin\n  headings:\n    meet: Before we meet\n  steps:\n    - id: prepare\n      audience: internal\n"
    "    - id: meet",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for phase in plan.phases:
            for first, wider in _for_fewer(phase):
                yield Diagnostic(
                    CODE,
                    f"`{first.id}` is {first.audience.value}, so others read `{wider.id}` without this heading",
                    phase.origin.at("headings", first.id).key_span,
                    f"put the heading over `{wider.id}`",
                )


def _for_fewer(phase: PhasePlan) -> Iterator[tuple[Step, Step]]:
    """The steps that headings begin with, each with the first one under it that more may read."""
    first, is_reported = None, False
    for step in phase.steps:
        if step.id in phase.headings:
            first, is_reported = step, False
        elif first and not is_reported and step.audience.width > first.audience.width:
            is_reported = True
            yield first, step


RULE = Rule(CODE, check, plan_by_plan=True)
