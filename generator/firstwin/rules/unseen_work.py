"""FW127: a role of the customer that has no guide leads steps that no other guide shows."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Plan, Step
from firstwin.models.vocabulary import Side
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW127",
    Severity.WARNING,
    "Work that no guide shows",
    "A guide is a persona's. A role of the customer that has no file in the tier's folder, and is not listed under `guides` of its playbook, has none, and where "
    "nobody else has a part in a step that it leads, the step stands on no page that customers read. Write the "
    "role's file, list the role under `guides`, or name somebody who has a guide.",
    wrong="- id: show-colleagues\n  owner: power-user",
    right="- id: show-colleagues\n  owner: power-user\n  with:\n    - champion",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for role, steps in _unseen(inspection, plan).items():
            first = steps[0].content.title
            more = len(steps) - 1
            rest = f" and {more} more" if more else ""
            yield Diagnostic(
                CODE,
                f"`{role}` has no guide in this plan, and no other guide shows what it leads: {first}{rest}",
                steps[0].origin_of("owner").span,
                f"write {plan.origin.path.rpartition('/')[0]}/{role}.yml, list the role under `guides` of the playbook, or "
                "name somebody who has a guide under `with` or `informed`",
            )


def _unseen(inspection: Inspection, plan: Plan) -> dict[str, list[Step]]:
    """The steps that a role without a guide leads and no guide shows, by that role."""
    vocabulary, personas = inspection.project.vocabulary, inspection.readers(plan)
    if not personas or not all(role in vocabulary.roles for role in plan.personas):
        return {}  # whose guide is missing, or meant, is told already
    losses = inspection.catalog.losses
    is_misnamed = any(
        not (each.listed or each.origin.path.endswith(f"/{each.role}.yml")) for each in personas
    )
    if is_misnamed or losses.of_files_below(plan.folder):
        return {}
    phases = {phase.id: phase for phase in plan.phases}
    shown = {step.id for each in personas for _, step in inspection.guide(plan, each)}
    found: dict[str, list[Step]] = {}
    for step in plan.steps():
        role = vocabulary.roles.get(step.owner or "")
        if not role or not step.owner or role.side is not Side.CUSTOMER:
            continue
        if step.owner in plan.personas or step.id in shown or losses.in_piece(step.origin):
            continue
        phase = phases.get(step.phase)
        if phase and (losses.of_its_own(phase.origin) or inspection.is_away(plan, phase, step)):
            continue
        if role.side.audience.sees(step.audience):
            found.setdefault(step.owner, []).append(step)
    return found


RULE = Rule(CODE, check, plan_by_plan=True)
