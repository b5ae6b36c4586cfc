"""FW502: a child that would show what its parent keeps back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.item import ItemGroup
from firstwin.models.plan import Origin, Step
from firstwin.models.steps.content import Content
from firstwin.models.values import Audience
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW502",
    Severity.ERROR,
    "An audience that is wider than what it stands in",
    "Whatever has an audience keeps everything in it back from others: a step in an internal "
    "phase is internal. What stands inside may narrow the audience further; it cannot widen it.",
    wrong="- id: handoff\n  audience: internal\n  items:\n    notes:\n      text: Read the notes\n      audience: customer",
    right="- id: handoff\n  audience: internal\n  items:\n    notes:\n      text: Read the notes",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        audiences = {phase.id: phase.audience for phase in plan.phases}
        for phase in plan.phases:
            origin = phase.origin_of("audience")
            yield from _widened(
                inspection.written_audience(origin), plan.audience, "the tier", origin
            )
        for id_, touchpoint in plan.touchpoints.items():
            origin = plan.origin_of("touchpoints", id_, "audience")
            yield from _widened(touchpoint.audience, plan.audience, "the tier", origin)
        for step in plan.every_step():
            around = audiences.get(step.phase, plan.audience)
            yield from _step(inspection, step, around, "the phase")
    for play in inspection.plays:
        for step in play.steps:
            yield from _step(inspection, step, play.audience, "the play")
    for id_, entry in inspection.library.items():
        origin = inspection.project.entries[id_]
        yield from _inside(entry, entry.audience or Audience.CUSTOMER, origin, frozenset())


def _step(inspection: Inspection, step: Step, around: Audience, what: str) -> Iterator[Diagnostic]:
    """A step against what it stands in and the entry it uses, and what stands in it against the step."""
    own = step.content.audience
    entry = inspection.project.library.get(step.entry) if step.entry else None
    found = list(_widened(own, around, what, step.origin_of("audience")))
    if not found and entry and "audience" not in step.origins:
        found = list(_widened(own, entry.audience, "the library entry", step.origin.at("audience")))
    yield from found
    yield from _inside(step.content, step.audience, step.origin, step.origins)


def _inside(
    content: Content, audience: Audience, origin: Origin, elsewhere: Collection[str]
) -> Iterator[Diagnostic]:
    """Items and notes against their step. Those in `elsewhere` are another file's."""
    if content.notes and "notes" not in elsewhere:
        for readers in Audience:
            meant = readers if getattr(content.notes, readers.value) else None
            at = origin.at("notes", readers.value)
            for found in _widened(meant, audience, "the step", at):
                yield replace(found, span=at.key_span)
    for id_, item in content.items.items() if "items" not in elsewhere else ():
        here = origin.at("items", id_)
        if item.audience:
            yield from _widened(item.audience, audience, "the step", here.at("audience"))
        if isinstance(item, ItemGroup):
            group = item.audience or audience
            for inner, each in item.items.items():
                at = here.at("items", inner, "audience")
                yield from _widened(each.audience, group, "the group", at)


def _widened(
    audience: Audience | None, around: Audience | None, what: str, origin: Origin
) -> Iterator[Diagnostic]:
    if audience and around and audience.width > around.width:
        yield Diagnostic(
            CODE,
            f"{what} is for the audience `{around.value}`: nothing in it can be for `{audience.value}`",
            origin.span,
            f"remove it, or widen the audience of {what}",
        )


RULE = Rule(CODE, check, plan_by_plan=True, firm="readers would see what is not for them")
