"""FW703: a role, tier, metric or condition that no playbook mentions."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW703",
    Severity.WARNING,
    "Something defined that nothing refers to",
    "A tier needs a playbook, a role a part in some step, a condition something that depends on "
    "it, a metric a target, a worksheet or a review. What is mentioned nowhere is a leftover, or was meant to "
    "be used.",
    wrong="churn:\n  title: Churn rate\n  meaning: How many customers leave in a year.\n  formula: customers who left / all customers",
    right="churn:\n  title: Churn rate\n  meaning: How many customers leave in a year.\n  formula: customers who left / all customers\n  targets:\n    team:\n      value: 5%\n      source: Plans of the last year",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    vocabulary = inspection.project.vocabulary
    used = {
        "tier": {*inspection.project.plans, *(plan.tier for plan in inspection.plans)},
        "role": _roles(inspection),
        "metric": {
            id_ for id_, metric in vocabulary.metrics.items() if metric.targets or metric.worksheet
        },
        "condition": set[str](),
    }
    for kind, id_ in inspection.mentioned:
        used[kind].add(id_)
    for noun, ids in used.items():
        if noun in inspection.unclear or (noun == "tier" and not ids <= vocabulary.tiers.keys()):
            continue  # nobody knows which of them the unknown ones mean
        file = f"{noun}s"
        for id_ in getattr(vocabulary, file):
            is_meant = getattr(getattr(vocabulary, file)[id_], "was", None) in ids
            if id_ not in ids and not is_meant and not inspection.catalog.losses.may_name(id_):
                origin = inspection.catalog.files[file].at(file, id_)
                message = f"nothing refers to the {noun} `{id_}`"
                hint = "use it, or remove it"
                if noun == "tier":
                    folder = origin.path.rpartition("/")[0]
                    message = f"the tier `{id_}` has no playbook"
                    hint = f"write {folder}/{id_}/playbook.yml, or remove the tier"
                yield Diagnostic(CODE, message, origin.key_span, hint)


def _roles(inspection: Inspection) -> set[str]:
    """The roles that have a guide or are behind a contact."""
    contacts = inspection.project.vocabulary.contacts.values()
    personas = {role for plan in inspection.plans for role in plan.personas}
    return personas | {contact.role for contact in contacts if contact.role}


RULE = Rule(CODE, check)
