"""FW407: a plan with more than one first value milestone."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW407",
    Severity.ERROR,
    "Two first values in one plan",
    "The first value is one moment that everybody knows. Later results are milestones too, "
    "without `first_value`.",
    wrong="- id: first-report\n  type: milestone\n  day: 16\n  first_value: true\n- id: first-decision\n  type: milestone\n  day: 20\n  first_value: true",
    right="- id: first-report\n  type: milestone\n  day: 16\n  first_value: true\n- id: first-decision\n  type: milestone\n  day: 20",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        found = inspection.first_values(plan)
        for step in found[1:]:
            first = found[0]
            yield Diagnostic(
                CODE,
                f"`{step.id}` cannot be the first value: `{first.id}` is",
                step.origin_of("first_value").span,
                "remove `first_value` from one of the two",
                related=(Related("the first one", first.origin_of("first_value").span),),
            )


RULE = Rule(CODE, check, plan_by_plan=True)
