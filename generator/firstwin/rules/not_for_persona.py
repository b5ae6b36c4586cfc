"""FW410: a persona file that adjusts or hides a step which the persona does not see."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity, Span
from firstwin.models.plan import Persona, Plan, Step
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW410",
    Severity.ERROR,
    "A persona file about a step that the persona does not see",
    "A persona sees the steps in which it has a part, and every milestone. What its file adjusts or hides "
    "in any other step reaches nobody.",
    wrong="# champion.yml: the champion has no part in import-data\nadjust:\n  import-data:\n    title: Hand over your data",
    right="# champion.yml: the champion takes part in kickoff-call\nadjust:\n  kickoff-call:\n    title: Meet your success manager",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    roles = inspection.project.vocabulary.roles
    for plan in inspection.plans:
        steps = {step.id: step for step in plan.steps()}
        for persona in plan.personas.values():
            if persona.role not in roles:
                continue
            for id_, doing, span in _named(persona):
                step = steps.get(id_)
                # Where a role is misspelt, nobody knows whose part it is.
                is_known = step and all(role in roles for role in step.parts)
                if step and is_known and not _is_unclear(inspection, plan, step):
                    yield from _unseen(persona, step, doing, span)


def _is_unclear(inspection: Inspection, plan: Plan, step: Step) -> bool:
    """Whether a part in the step may have been left out: of the step, its entry, or its phase."""
    losses = inspection.catalog.losses
    phase = next((each.origin for each in plan.phases if each.id == step.phase), None)
    is_of_phase = phase is not None and losses.of_its_own(phase)
    return is_of_phase or losses.in_piece(step.origin, inspection.entry_or_step(step))


def _named(persona: Persona) -> Iterator[tuple[str, str, Span]]:
    """The steps that a persona file names, with what it does to them and the place."""
    for position, id_ in enumerate(persona.hide):
        yield id_, "hide", persona.origin.at("hide", position).span
    for id_ in persona.adjust:
        if id_ not in persona.hidden:
            yield id_, "adjust", persona.origin.at("adjust", id_).key_span


def _unseen(persona: Persona, step: Step, doing: str, span: Span) -> Iterator[Diagnostic]:
    if step.is_shown_to(persona.role):
        return
    hint = "remove it here"
    if doing == "adjust":
        hint = f"add `{persona.role}` under `with` or `informed` of the step, or remove it here"
    yield Diagnostic(
        CODE,
        f"`{persona.role}` does not see `{step.id}`, so there is nothing to {doing}",
        span,
        hint,
        (Related("the step stands here", step.origin.span),),
    )


RULE = Rule(CODE, check, plan_by_plan=True)
