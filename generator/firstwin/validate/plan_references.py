"""Follow the references inside one playbook or play: needs, anchors, people, and its own tier.

In: a playbook's file, and the plan built from it. Out: diagnostics.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from firstwin.diagnostics import Diagnostic
from firstwin.models.plan import Plan
from firstwin.models.playbook import Playbook
from firstwin.models.plays import Plays
from firstwin.validate.extended import hidden_in
from firstwin.validate.extension_references import references_of_extension
from firstwin.validate.in_file import StepInFile
from firstwin.validate.mended import value_at
from firstwin.validate.persona_references import references_of_persona
from firstwin.validate.reference_codes import WRONG_NAME
from firstwin.validate.references import Checks
from firstwin.validate.scope import Scope, scope_of_plan, scope_of_play
from firstwin.validate.shape import Shaped
from firstwin.validate.steps_in_files import steps_in_playbook, steps_in_plays


def references_of_plan(checks: Checks, folder: str) -> Iterator[Diagnostic]:
    """What a playbook and its persona files refer to."""
    file, plan = checks.files.playbooks[folder], checks.project.plans[folder]
    in_file = list(steps_in_playbook(file))
    hidden = hidden_in(file)
    scope = scope_of_plan(checks, file.document.path, plan, in_file, hidden)
    yield from _tier(checks, folder, file)
    for each in in_file:
        yield from checks.use(each.placed, each.origin)
    for step in plan.steps():
        yield from checks.step(step)
        yield from scope.step(step)
    for position, role in enumerate(file.model.guides):
        yield from checks.known.roles.check(role, file.origin("guides", position))
    for position, id_ in enumerate(file.model.movable):
        yield from scope.mark(id_, file.origin("movable", position))
    yield from _phases(checks, plan, scope)
    yield from _touchpoints(checks, plan, scope, hidden)
    yield from references_of_extension(checks, folder, file)
    for name, persona in checks.files.personas.get(folder, {}).items():
        yield from references_of_persona(checks, name, persona, plan, scope)


def references_of_plays(checks: Checks, file: Shaped[Plays]) -> Iterator[Diagnostic]:
    """What the steps of plays refer to."""
    by_play: dict[str, list[StepInFile]] = {}
    for each in steps_in_plays(file):
        yield from checks.use(each.placed, each.origin)
        by_play.setdefault(each.group, []).append(each)
    for play in checks.project.plays.values():
        own = by_play.get(play.id, ())
        scope = scope_of_play(checks, file.document.path, play.steps, own)
        for step in play.steps:
            yield from checks.step(step)
            yield from scope.step(step)


def _tier(checks: Checks, folder: str, file: Shaped[Playbook]) -> Iterator[Diagnostic]:
    """Whether a playbook is for a known tier, and lies in its folder."""
    tier, origin = file.model.tier, file.origin("tier")
    unknown = list(checks.known.tiers.check(tier, origin))
    yield from unknown
    if not unknown and tier != folder and value_at(file.document.data, ("tier",)) == tier:
        message = f"this playbook is for `{tier}`, but its folder is called `{folder}`"
        hint = f"call the folder `{tier}`, or write `tier: {folder}`"
        if tier in checks.files.playbooks:
            is_tier = folder in checks.project.vocabulary.tiers
            other = f"write `tier: {folder}`" if is_tier else "write a tier of its own in it"
            hint = f"there is a folder `{tier}` already: delete this one, or {other}"
        yield Diagnostic(WRONG_NAME, message, origin.span, hint)


def _phases(checks: Checks, plan: Plan, scope: Scope) -> Iterator[Diagnostic]:
    for phase in plan.phases:
        for mention in phase.mentions():
            yield from checks.known.mention(mention, phase.base_of(str(mention.keys[0])))
        for position, need in enumerate(phase.needs):
            yield from scope.needs.check(need, phase.origin_of("needs").at(position))
        if phase.window:
            yield from scope.anchor(phase.window, phase.origin_of(phase.window.key))
        for id_ in phase.headings:
            yield from scope.steps.check(id_, phase.origin.at("headings", id_), at_key=True)


def _touchpoints(
    checks: Checks, plan: Plan, scope: Scope, hidden: Container[str]
) -> Iterator[Diagnostic]:
    for id_, touchpoint in plan.touchpoints.items():
        origin = plan.origin_of("touchpoints", id_)
        for mention in touchpoint.mentions():
            yield from checks.known.mention(mention, origin)
        if touchpoint.window:
            yield from scope.anchor(touchpoint.window, origin.at(touchpoint.window.key))
        if touchpoint.counted_by and touchpoint.counted_by not in hidden:
            yield from scope.steps.check(touchpoint.counted_by, origin.at("counted_by"))
