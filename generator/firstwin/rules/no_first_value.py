"""FW406: a customer tier without a first value milestone, or without a day for it."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW406",
    Severity.ERROR,
    "A customer plan without a first value",
    "A plan for customers leads to a first value: one milestone with `first_value: true`. The "
    "tier promises the day by which it comes, under `first_value` in `tiers.yml`.",
    wrong="- id: first-report\n  type: milestone\n  day: 20",
    right="- id: first-report\n  type: milestone\n  day: 20\n  first_value: true",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        tier = inspection.tier(plan)
        is_own = plan.origin.path.split("/")[-2:-1] == [plan.tier]
        if tier is None or not is_own or not inspection.is_for_customers(plan):
            continue
        losses, first = inspection.catalog.losses, tier.first_value
        promised = inspection.catalog.files["tiers"].at("tiers", plan.tier)
        is_clear = not losses.of_steps(plan.origin.path) and not losses.may_say("first_value")
        if not inspection.first_values(plan) and is_clear:
            yield Diagnostic(
                CODE,
                "no milestone of this plan is the first value",
                plan.origin.at("tier").span,
                "write `first_value: true` in the milestone that is the customer's first result",
            )
        if first is None and not losses.in_piece(promised):
            yield Diagnostic(
                CODE,
                f"the tier `{plan.tier}` promises no day for the first value",
                promised.key_span,
                "write `first_value` with its `day` and `source`",
            )


RULE = Rule(CODE, check, plan_by_plan=True)
