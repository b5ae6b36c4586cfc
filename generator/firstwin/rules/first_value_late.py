"""FW308: a first value after its target."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW308",
    Severity.ERROR,
    "The first value comes later than promised",
    "`first_value` in `tiers.yml` promises the day by which the customer has a first result. The "
    "plan must keep that promise: the milestone's window ends on that day or before.",
    wrong="# tiers.yml promises it by day 20\n- id: first-report\n  type: milestone\n  first_value: true\n  day: 25",
    right="# tiers.yml promises it by day 20\n- id: first-report\n  type: milestone\n  first_value: true\n  day: 20",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        tier = inspection.tier(plan)
        target = tier.first_value if tier else None
        for step in inspection.first_values(plan) if target else ():
            if target and step.event:
                message = f"`{step.id}` has no day, but day {target.day} is promised"
                yield Diagnostic(CODE, message, step.origin.span, "write the day on which it comes")
            elif target and step.days and step.days.last > target.day:
                promise = inspection.catalog.files["tiers"].at(
                    "tiers", plan.tier, "first_value", "day"
                )
                yield Diagnostic(
                    CODE,
                    f"`{step.id}` may come as late as day {step.days.last}, but day {target.day} "
                    "is promised",
                    inspection.window_origin(step).span,
                    "plan it earlier, or promise a later day",
                    related=(Related("the promise", promise.span),),
                )


RULE = Rule(CODE, check, plan_by_plan=True)
