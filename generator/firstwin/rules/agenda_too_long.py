"""FW606: agenda points that add up to more than the meeting's minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.effort import Effort
from firstwin.models.plan import Origin
from firstwin.models.step import AgendaPoint
from firstwin.models.steps.meeting import Meeting
from firstwin.models.steps.review import Review
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW606",
    Severity.ERROR,
    "An agenda that is longer than its meeting",
    "The minutes of an agenda's points fit into the minutes of the meeting.",
    wrong="minutes: 30\nagenda:\n  - Introductions (10 min)\n  - The goal (25 min)",
    right="minutes: 35\nagenda:\n  - Introductions (10 min)\n  - The goal (25 min)",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for id_, touchpoint in plan.touchpoints.items():
            origin = plan.origin_of("touchpoints", id_, "agenda")
            yield from _agenda(touchpoint.agenda, touchpoint.minutes, origin)
    for step in inspection.every_step():
        if isinstance(step.content, Meeting | Review):
            yield from _agenda(step.content.agenda, step.content.minutes, step.origin_of("agenda"))


def _agenda(
    agenda: Iterable[AgendaPoint], minutes: Effort | None, origin: Origin
) -> Iterator[Diagnostic]:
    planned = sum(point.minutes or 0 for point in agenda)
    if minutes and planned > minutes.most:
        yield Diagnostic(
            CODE,
            f"the agenda takes {planned} minutes, but {minutes.most} are planned",
            origin.key_span,
            "shorten the agenda, or write more `minutes`",
        )


RULE = Rule(CODE, check, plan_by_plan=True)
