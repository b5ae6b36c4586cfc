"""Follow the references inside one plan: needs, anchors, and what persona files hide, adjust and add.

In: a playbook's files, and the plan built from them. Out: diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firstwin.diagnostics import Diagnostic, Related
from firstwin.models.content import Milestone
from firstwin.models.plan import Origin, Plan, Step
from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.models.vocabulary import Plays, Side
from firstwin.models.window import Window
from firstwin.validate import reference_codes as codes
from firstwin.validate.expected import noun
from firstwin.validate.known import Known
from firstwin.validate.mentions import of_touchpoint
from firstwin.validate.references import Checks
from firstwin.validate.schedule import START
from firstwin.validate.shape import Shaped
from firstwin.validate.words import with_article
from firstwin.validate.written import (
    WrittenStep,
    written_in_persona,
    written_in_playbook,
    written_in_plays,
)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What may be needed and counted from in one playbook or play. `steps` are all that are known."""

    needs: Known
    anchors: Known
    steps: Mapping[str, Step]

    def step(self, step: Step) -> Iterator[Diagnostic]:
        """The needs of a step, and what its window counts from."""
        for position, need in enumerate(step.content.needs):
            yield from self.needs.check(need, step.origin_of("needs").at(position))
        window = step.content.window
        if window:
            yield from self.anchor(window, step.origin_of(window.key))

    def anchor(self, window: Window | None, origin: Origin) -> Iterator[Diagnostic]:
        """What a window, written at `origin`, counts from."""
        id_ = window.range.anchor if window else None
        step = self.steps.get(id_) if id_ else None
        for found in self.anchors.check(id_, origin) if id_ else ():
            if step is None:
                yield found
                continue
            kind = with_article(noun(type(step.content)))
            message = f"`{id_}` is {kind}: windows count from milestones and named days"
            hint = "name a milestone, or make a named day of it"
            yield Diagnostic(found.code, message, found.span, hint)


def references_of_plan(checks: Checks, folder: str) -> Iterator[Diagnostic]:
    """What a playbook and its persona files refer to."""
    file, plan = checks.files.playbooks[folder], checks.project.plans[folder]
    written = list(written_in_playbook(file))
    scope = _scope(checks, plan.steps(), written, plan)
    yield from _tier(checks, folder, file)
    for each in written:
        yield from checks.use(each.placed, each.origin)
    for step in plan.steps():
        yield from checks.step(step)
        yield from scope.step(step)
    yield from _phases(checks, plan, scope)
    yield from _touchpoints(checks, plan, file, scope)
    for name, persona in checks.files.personas.get(folder, {}).items():
        yield from _persona(checks, name, persona, plan, written)


def _phases(checks: Checks, plan: Plan, scope: _Scope) -> Iterator[Diagnostic]:
    for phase in plan.phases:
        if phase.owner:
            yield from checks.known.roles.check(phase.owner, phase.origin.at("owner"))
        for position, need in enumerate(phase.needs):
            yield from scope.needs.check(need, phase.origin.at("needs", position))
        if phase.window:
            yield from scope.anchor(phase.window, phase.origin.at(phase.window.key))


def _touchpoints(
    checks: Checks, plan: Plan, file: Shaped[Playbook], scope: _Scope
) -> Iterator[Diagnostic]:
    for id_, touchpoint in plan.touchpoints.items():
        origin = file.origin("touchpoints", id_)
        for mention in of_touchpoint(touchpoint):
            yield from checks.known.mention(mention, origin)
        if touchpoint.window:
            yield from scope.anchor(touchpoint.window, origin.at(touchpoint.window.key))


def references_of_plays(checks: Checks, file: Shaped[Plays]) -> Iterator[Diagnostic]:
    """What the steps of plays refer to."""
    written: dict[str, list[WrittenStep]] = {}
    for each in written_in_plays(file):
        yield from checks.use(each.placed, each.origin)
        written.setdefault(each.group, []).append(each)
    for play in checks.project.plays.values():
        scope = _scope(checks, play.steps, written.get(play.id, ()))
        for step in play.steps:
            yield from checks.step(step)
            yield from scope.step(step)


def _scope(
    checks: Checks,
    steps: Iterable[Step],
    written: Iterable[WrittenStep],
    plan: Plan | None = None,
    added: Iterable[Step] = (),
) -> _Scope:
    """What the steps of a plan or play may refer to. What a persona adds may be needed, by it alone."""
    known = {step.id: step for step in steps}
    ids = {each.id for each in written}
    phases = {phase.id for phase in plan.phases} if plan else set()
    named = set(plan.named_days) if plan else set()
    milestones = {id_ for id_, step in known.items() if isinstance(step.content, Milestone)}
    left_out = checks.files.left_out
    return _Scope(
        Known(
            codes.UNKNOWN_NEED,
            "step or phase" if plan else "step of this play",
            phases | ids | {step.id for step in added},
            "name a step or phase of this playbook" if plan else "name a step of this play",
            left_out,
        ),
        Known(
            codes.UNKNOWN_ANCHOR,
            "anchor",
            {START} | named | milestones | (ids - known.keys()),
            "count from `start`, a milestone or a named day",
            left_out,
        ),
        known,
    )


def _tier(checks: Checks, folder: str, file: Shaped[Playbook]) -> Iterator[Diagnostic]:
    """Whether a playbook is for a known tier, and lies in its folder."""
    tier, origin = file.model.tier, file.origin("tier")
    unknown = list(checks.known.tiers.check(tier, origin))
    yield from unknown
    if not unknown and tier != folder:
        message = f"this playbook is for `{tier}`, but its folder is called `{folder}`"
        hint = f"call the folder `{tier}`, or write `tier: {folder}`"
        yield Diagnostic(codes.WRONG_NAME, message, origin.span, hint)


def _persona(
    checks: Checks,
    name: str,
    file: Shaped[PersonaFile],
    plan: Plan,
    written: Iterable[WrittenStep],
) -> Iterator[Diagnostic]:
    """What one persona file refers to."""
    yield from _role(checks, name, file)
    steps = {each.id for each in written}
    known = Known(
        codes.UNKNOWN_STEP,
        "step",
        steps,
        "name a step of the playbook in this folder",
        checks.files.left_out,
    )
    for position, id_ in enumerate(file.model.hide):
        yield from known.check(id_, file.origin("hide", position))
    for id_ in file.model.adjust:
        origin = file.origin("adjust", id_)
        yield from known.check(id_, origin, at_key=True)
        if id_ in file.model.hide:
            position = file.model.hide.index(id_)
            hidden = Related("hidden here", file.origin("hide", position).span)
            message = f"`{id_}` is hidden, so there is nothing to adjust"
            hint = "remove it from `hide`, or from `adjust`"
            yield Diagnostic(
                codes.HIDDEN_ADJUSTED, message, origin.key_span, hint, related=(hidden,)
            )
    phases = Known(
        codes.UNKNOWN_PHASE,
        "phase",
        {phase.id for phase in plan.phases},
        "name a phase of the playbook in this folder",
        checks.files.left_out,
    )
    for id_ in file.model.add:
        yield from phases.check(id_, file.origin("add", id_), at_key=True)
    yield from _added(checks, file, plan, written)


def _added(
    checks: Checks, file: Shaped[PersonaFile], plan: Plan, written: Iterable[WrittenStep]
) -> Iterator[Diagnostic]:
    """What the steps that a persona adds refer to."""
    for each in written_in_persona(file):
        yield from checks.use(each.placed, each.origin)
    persona = plan.personas.get(file.model.persona)
    added = [step for steps in persona.added.values() for step in steps] if persona else []
    scope = _scope(checks, plan.steps(), written, plan, added)
    for step in added:
        yield from checks.step(step)
        yield from scope.step(step)


def _role(checks: Checks, name: str, file: Shaped[PersonaFile]) -> Iterator[Diagnostic]:
    """Whether a persona is a known role that can have a guide, and its file is called like it."""
    role, origin = file.model.persona, file.origin("persona")
    unknown = list(checks.known.roles.check(role, origin))
    yield from unknown
    known = checks.project.vocabulary.roles.get(role)
    if known and known.side is Side.VENDOR:
        message = f"`{role}` is on the vendor's side: guides are for customers and partners"
        hint = "the internal edition shows what it does; remove this file"
        yield Diagnostic(codes.VENDOR_PERSONA, message, origin.span, hint)
    elif not unknown and role != name:
        message = f"this file is about `{role}`, but is called `{name}.yml`"
        hint = f"call it `{role}.yml`, or write `persona: {name}`"
        yield Diagnostic(codes.WRONG_NAME, message, origin.span, hint)
