"""FW703: a role, tier, metric or condition that no playbook mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.validate.mentions import of_content, of_touchpoint

CODE = Code(
    "FW703",
    Severity.WARNING,
    "Something defined that nothing refers to",
    "A tier needs a playbook, a role a part in some step, a condition something that depends on "
    "it, a metric a target or a review. What is mentioned nowhere is a leftover, or was meant to "
    "be used.",
    wrong="# roles.yml: trainer, whom no playbook mentions",
    right="owner: trainer",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    vocabulary = inspection.project.vocabulary
    used = _mentioned(inspection)
    defined: Mapping[str, tuple[str, Iterable[str]]] = {
        "tiers": ("tier", vocabulary.tiers),
        "roles": ("role", vocabulary.roles),
        "metrics": ("metric", vocabulary.metrics),
        "conditions": ("condition", vocabulary.conditions),
    }
    for file, (noun, ids) in defined.items():
        for id_ in ids:
            if (noun, id_) not in used:
                origin = inspection.catalog.files[file].at(file, id_)
                message = f"nothing refers to the {noun} `{id_}`"
                yield Diagnostic(CODE, message, origin.key_span, "use it, or remove it")


def _mentioned(inspection: Inspection) -> set[tuple[str, str]]:
    """Every id that something refers to, with its kind."""
    project = inspection.project
    used = {("tier", plan.tier) for plan in inspection.plans}
    used |= {("role", role) for plan in inspection.plans for role in plan.personas}
    used |= {
        ("role", contact.role) for contact in project.vocabulary.contacts.values() if contact.role
    }
    used |= {
        ("metric", id_) for id_, metric in project.vocabulary.metrics.items() if metric.targets
    }
    for plan in inspection.plans:
        used |= {("role", phase.owner) for phase in plan.phases if phase.owner}
        for touchpoint in plan.touchpoints.values():
            used |= {(mention.kind, mention.id) for mention in of_touchpoint(touchpoint)}
    contents = [*project.library.values(), *(step.content for step in inspection.every_step())]
    for content in contents:
        for mention in of_content(content):
            used.add((mention.kind, mention.id))
    return used


RULE = Rule(CODE, check, about_absence=True)
