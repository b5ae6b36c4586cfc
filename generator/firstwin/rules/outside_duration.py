"""FW302: a plain window that ends after the plan."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.models.plan import Days, Origin, Plan
from firstwin.rules.days import part_inside
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW302",
    Severity.ERROR,
    "A window outside the duration",
    "`duration` says how many days the plan takes. What is counted from the start date ends "
    "within them. A window that counts from an anchor may end later: care after go-live, for "
    "example.",
    wrong="duration: 30\nphases:\n  - id: plan\n    days: 1-40",
    right="duration: 40\nphases:\n  - id: plan\n    days: 1-40",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for what, days, origin in _plain_windows(inspection, plan):
            if days.last > plan.duration:
                yield Diagnostic(
                    CODE,
                    f"{what} ends on day {days.last}, but the plan takes {plan.duration} days",
                    origin.span,
                    _hint(plan, days, origin),
                    related=(Related("the duration", plan.origin.at("duration").span),),
                )


def _hint(plan: Plan, days: Days, origin: Origin) -> str:
    """How it fits: shorter, in a longer plan, or counted from something in the plan."""
    longer = f"write `duration: {days.last}`"
    if origin.keys[-1:] == ("day",) and "named_days" in origin.keys:
        return f"name an earlier day, or {longer}"
    inside = part_inside(days, Days(days.first, plan.duration))
    if inside and _has_late_step(plan, origin):
        return f"move its later steps and write {inside}; or, for a longer plan, {longer}"
    if inside:
        return f"write {inside}; or, for a longer plan, {longer}"
    if origin.keys[:1] == ("phases",):
        return f"move the phase below a key `aftercare:`, beside `phases:`; or, for a longer plan, {longer}"
    return f"{longer}; what goes on after the plan counts from one of its milestones or named days{_such_as(plan)}"


def _such_as(plan: Plan) -> str:
    """A distance from something in the plan, as an example."""
    milestones = (step.id for step in plan.every_step() if step.is_milestone and not step.event)
    anchor = next(iter((*milestones, *plan.named_days)), "")
    return f": `1-6 after {anchor}`" if anchor else ""


def _has_late_step(plan: Plan, origin: Origin) -> bool:
    """Whether a step of the phase whose window is at `origin` ends after the plan."""
    late = {
        step.phase for step in plan.every_step() if step.days and step.days.last > plan.duration
    }
    around = (origin.path, origin.keys[:-1])
    return any(
        phase.id in late and (phase.origin.path, phase.origin.keys) == around
        for phase in plan.phases
    )


def _plain_windows(inspection: Inspection, plan: Plan) -> Iterator[tuple[str, Days, Origin]]:
    """What is counted from the start date, with its days; steps only where no phase bounds them."""
    for id_, named in plan.named_days.items():
        yield f"`{id_}`", Days(named.day, named.day), plan.origin_of("named_days", id_, "day")
    for id_, touchpoint in plan.touchpoints.items():
        window, days = touchpoint.window, plan.touchpoint_days.get(id_)
        if window and days and not window.range.anchor:
            yield f"`{id_}`", days, plan.origin_of("touchpoints", id_, window.key)
    bounded = set()
    for phase in plan.phases:
        if phase.after:
            bounded.add(phase.id)
        elif phase.window and phase.days and not phase.window.range.anchor:
            bounded.add(phase.id)
            yield f"`{phase.id}`", phase.days, inspection.window_origin(phase)
    for step in plan.every_step():
        window = step.content.window
        if step.phase not in bounded and window and step.days and not window.range.anchor:
            yield f"`{step.id}`", step.days, inspection.window_origin(step)


RULE = Rule(CODE, check, plan_by_plan=True)
