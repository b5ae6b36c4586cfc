"""Follow the references of one persona file: its role, and what it hides, adjusts and adds.

In: the file, the plan beside it, and what may be referred to there. Out: diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstwin.diagnostics import Diagnostic, Related
from firstwin.models.plan import Plan
from firstwin.models.playbook import PersonaFile
from firstwin.validate import reference_codes as codes
from firstwin.validate.known import Known
from firstwin.validate.mended import value_at
from firstwin.validate.references import Checks
from firstwin.validate.scope import Scope
from firstwin.validate.shape import Shaped
from firstwin.validate.steps_in_files import steps_in_persona

TWICE = "there is `{name}` already: delete one of the two; a file whose name begins with `_` is not read"


def references_of_persona(
    checks: Checks, name: str, file: Shaped[PersonaFile], plan: Plan, scope: Scope
) -> Iterator[Diagnostic]:
    """What one persona file, called `name`, refers to."""
    yield from _role(checks, name, file, plan)
    for position, id_ in enumerate(file.model.hide):
        yield from scope.steps.check(id_, file.origin("hide", position))
    hidden = {id_: position for position, id_ in reversed([*enumerate(file.model.hide)])}
    for id_ in file.model.adjust:
        yield from scope.steps.check(id_, file.origin("adjust", id_), at_key=True)
        if id_ in hidden:
            yield _hidden(file, id_, hidden[id_])
    phases = Known(
        codes.UNKNOWN_PHASE,
        "phase or step",
        None
        if scope.steps.ids is None
        else {*(phase.id for phase in plan.phases), *scope.steps.ids},
        "name a phase or a step of the playbook in this folder",
        checks.files.left_out,
    )
    for id_ in file.model.add:
        yield from phases.check(id_, file.origin("add", id_), at_key=True)
    yield from _added(checks, file, plan, scope)


def _hidden(file: Shaped[PersonaFile], id_: str, position: int) -> Diagnostic:
    """A step that is adjusted and hidden."""
    return Diagnostic(
        codes.HIDDEN_ADJUSTED,
        f"`{id_}` is hidden, so there is nothing to adjust",
        file.origin("adjust", id_).key_span,
        "remove it from `hide`, or from `adjust`",
        related=(Related("hidden here", file.origin("hide", position).span),),
    )


def _added(
    checks: Checks, file: Shaped[PersonaFile], plan: Plan, scope: Scope
) -> Iterator[Diagnostic]:
    """What the steps that a persona adds refer to."""
    added = list(steps_in_persona(file))
    scope = scope.with_added(each.id for each in added)
    for each in added:
        yield from checks.use(each.placed, each.origin)
    persona = plan.personas.get(file.model.persona)
    for step in persona.steps() if persona else ():
        yield from checks.step(step)
        yield from scope.step(step)


def _role(checks: Checks, name: str, file: Shaped[PersonaFile], plan: Plan) -> Iterator[Diagnostic]:
    """Whether a persona is a known role that can have a guide, and its file is called like it."""
    role, origin = file.model.persona, file.origin("persona")
    unknown = list(checks.known.roles.check(role, origin))
    for found in unknown:
        is_in_name = name in checks.project.vocabulary.roles
        yield replace(found, hint=f"did you mean `{name}`?") if is_in_name else found
    if not unknown and role != name and value_at(file.document.data, ("persona",)) == role:
        message = f"this file is about `{role}`, but is called `{name}.yml`"
        hint = f"call it `{role}.yml`"
        if role in checks.files.personas.get(plan.tier, {}):
            hint = TWICE.format(name=f"{role}.yml")
        if name in checks.project.vocabulary.roles:
            hint += f", or write `persona: {name}`"
        yield Diagnostic(codes.WRONG_NAME, message, origin.span, hint)
