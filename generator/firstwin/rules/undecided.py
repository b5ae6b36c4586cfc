"""FW236: a condition that the vendor decides, and nobody has decided."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.vocabulary import DecidedBy
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW236",
    Severity.WARNING,
    "Something that the vendor decides, undecided",
    "Readers are not asked what the vendor decides. Until it is decided, for the tier or in a customer's file, they "
    "see all of it, whatever is decided later.",
    wrong="title: Small business\nsummary: For teams of up to 20.",
    right="title: Small business\nsummary: For teams of up to 20.\ndecided:\n  rollout: pilot",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    vocabulary, catalog = inspection.project.vocabulary, inspection.catalog
    by_vendor = {
        id_ for id_, each in vocabulary.conditions.items() if each.decided_by is DecidedBy.VENDOR
    }
    for plan in inspection.plans if by_vendor else ():
        tier = vocabulary.tiers.get(plan.tier)
        if tier is None:
            continue  # that there is none is said of its folder
        own = (mention for phase in plan.phases for mention in phase.mentions())
        of_steps = (each for step in plan.every_step() for each in step.content.mentions())
        named = {each.id for each in (*own, *of_steps) if each.kind == "condition"}
        customers = [
            file.customer for file in catalog.customers.values() if file.customer.tier == plan.tier
        ]
        for id_ in vocabulary.conditions:
            if id_ not in named & by_vendor - tier.decided.keys():
                continue
            if not any(id_ in customer.answers for customer in customers):
                yield Diagnostic(
                    CODE,
                    f"nobody has decided `{id_}` for the tier `{plan.tier}`",
                    catalog.files["conditions"].at("conditions", id_, "decided_by").span,
                    "write it under `decided` of the tier, or under `answers` of its customers",
                )


RULE = Rule(CODE, check)
