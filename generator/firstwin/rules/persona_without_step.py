"""FW404: a persona that has a part in no step."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW404",
    Severity.ERROR,
    "A persona with nothing to do",
    "A persona sees the steps in which it has a part: as owner, under `with` or `informed`, as "
    "the owner of an item, or as whoever receives, attends or signs. This one has none, so its "
    "guide would be empty.",
    wrong="# team/sponsor.yml is the guide of the sponsor\n- id: kickoff-call\n  with:\n    - champion",
    right="# team/sponsor.yml is the guide of the sponsor\n- id: kickoff-call\n  with:\n    - champion\n    - sponsor",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    losses = inspection.catalog.losses
    for plan in inspection.plans:
        for persona in plan.personas.values():
            if persona.role not in inspection.project.vocabulary.roles:
                continue
            guide = inspection.guide(plan, persona)
            has_part = any(persona.role in step.parts for _, step in guide)
            is_known = not losses.of_steps(plan.origin.path, persona.origin.path)
            is_known &= not losses.may_name(persona.role)
            if not has_part and is_known and not inspection.is_misspelt_somewhere(persona.role):
                yield Diagnostic(
                    CODE,
                    f"`{persona.role}` has a part in no step of this plan",
                    (persona.origin if persona.listed else persona.origin.at("persona")).span,
                    "name it in a step, under `owner`, `with` or `informed`, or remove "
                    + ("it from `guides`" if persona.listed else "this file"),
                )


RULE = Rule(CODE, check)
