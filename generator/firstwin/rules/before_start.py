"""FW303: a window that counts back beyond day 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Days, Origin, Step
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW303",
    Severity.ERROR,
    "A window before the start date",
    "Day 1 is the start date and nothing is planned before it. A window such as "
    "`10-12 before go-live` leads there when go-live is on day 10. What happens before the start belongs on day 1, "
    "or the start date is an earlier day.",
    wrong="- id: go-live\n  type: milestone\n  day: 10\n- id: send-invitations\n  days: 10-12 before go-live",
    right="- id: go-live\n  type: milestone\n  day: 10\n- id: send-invitations\n  days: 2-4 before go-live",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for phase in plan.phases:
            if phase.days and phase.days.first < 1:
                yield _diagnostic(phase.id, phase.days, inspection.window_origin(phase))
        for id_, days in plan.touchpoint_days.items():
            window = plan.touchpoints[id_].window
            if window and days.first < 1:
                yield _diagnostic(id_, days, plan.origin.at("touchpoints", id_, window.key))
        yield from _steps(inspection, plan.every_step())
    for play in inspection.plays:
        yield from _steps(inspection, play.steps)


def _steps(inspection: Inspection, steps: Iterable[Step]) -> Iterator[Diagnostic]:
    for step in steps:
        if step.content.window and step.days and step.days.first < 1:
            yield _diagnostic(step.id, step.days, inspection.window_origin(step))


def _diagnostic(id_: str, days: Days, origin: Origin) -> Diagnostic:
    early = 1 - days.first
    return Diagnostic(
        CODE,
        f"`{id_}` would begin {early} {'day' if early == 1 else 'days'} before the start date",
        origin.span,
        "count fewer days back, or move what it counts from",
    )


RULE = Rule(CODE, check, plan_by_plan=True)
