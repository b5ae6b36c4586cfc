"""FW303: a window that counts back beyond day 1."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.dates import FIRST_DAY
from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Days, Origin, Plan
from firstwin.models.window import Window
from firstwin.rules.days import counts_back_too_far
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW303",
    Severity.ERROR,
    "A window before the start date",
    "Day 1 is the start date. A window such as `10-12 before go-live` leads to days before it when go-live is on day 10: "
    "that is hardly meant. What is done before the start counts from it: `day: -3`, `days: 3-5 before start`. "
    "In a play day 1 is the day on which it happens, and nothing can be done before.",
    wrong="- id: go-live\n  type: milestone\n  day: 10\n- id: send-invitations\n  days: 10-12 before go-live",
    right="- id: go-live\n  type: milestone\n  day: 10\n- id: send-invitations\n  days: 2-4 before go-live",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for id_, window, days, origin in _windows(inspection, plan):
            if days and counts_back_too_far(window, days):
                yield _diagnostic(id_, days, origin)
    for play in inspection.plays:
        for step in play.steps:
            if step.content.window and step.days and step.days.first < FIRST_DAY:
                yield _diagnostic(step.id, step.days, inspection.window_origin(step))


def _windows(
    inspection: Inspection, plan: Plan
) -> Iterator[tuple[str, Window | None, Days | None, Origin]]:
    """The windows that are written in a plan: of what, the window, its days, its place."""
    for phase in plan.phases:
        yield phase.id, phase.window, phase.days, inspection.window_origin(phase)
    for id_, days in plan.touchpoint_days.items():
        window = plan.touchpoints[id_].window
        if window:
            yield id_, window, days, plan.origin_of("touchpoints", id_, window.key)
    for step in plan.every_step():
        if step.content.window:
            yield step.id, step.window, step.days, inspection.window_origin(step)


def _diagnostic(id_: str, days: Days, origin: Origin) -> Diagnostic:
    early = 1 - days.first
    return Diagnostic(
        CODE,
        f"`{id_}` would begin {early} {'day' if early == 1 else 'days'} before the start date",
        origin.span,
        "count fewer days back, or move what it counts from",
    )


RULE = Rule(CODE, check, plan_by_plan=True)
