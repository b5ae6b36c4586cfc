"""FW409: a customer tier in whose folder no persona has a file."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW409",
    Severity.ERROR,
    "A customer plan without a guide",
    "Customers follow guides, and each guide is a persona's. A tier's folder has at least one "
    "persona file beside its `playbook.yml`.",
    wrong="playbooks/team/playbook.yml",
    right="playbooks/team/playbook.yml\nplaybooks/team/admin.yml",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        if plan.folder.rpartition("/")[2] != plan.tier:
            continue  # whose plan it is, is wrong already
        is_clear = not inspection.catalog.losses.of_files_below(plan.folder)
        if inspection.is_for_customers(plan) and not inspection.readers(plan) and is_clear:
            yield Diagnostic(
                CODE,
                f"nobody has a guide to `{plan.tier}`",
                plan.origin.at("tier").span,
                "write a persona file beside this playbook, called like a customer's role",
            )


RULE = Rule(CODE, check, plan_by_plan=True)
