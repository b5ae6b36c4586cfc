"""FW420: a session of a meeting on a day that is none of the meeting's."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.dates import number_of
from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.steps.meeting import Meeting
from firstwin.rules.days import in_words
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW420",
    Severity.ERROR,
    "A session outside its meeting",
    "The sessions of a meeting lie inside its days: whoever reads those has time for all of them.",
    wrong="type: meeting\ndays: 3-5\nsessions:\n  sales:\n    title: The head of sales\n    day: 8",
    right="type: meeting\ndays: 3-8\nsessions:\n  sales:\n    title: The head of sales\n    day: 8",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for step in inspection.every_step():
        sessions = step.content.sessions if isinstance(step.content, Meeting) else {}
        for id_, session in sessions.items():
            if session.day is None or step.days is None:
                continue
            if not step.days.first <= session.day <= step.days.last:
                yield Diagnostic(
                    CODE,
                    f"`{id_}` is on day {number_of(session.day)}, its meeting is planned for {in_words(step.days)}",
                    step.origin_of("sessions").at(id_, "day").span,
                    "write one of these days, or give the step more of them",
                )


RULE = Rule(CODE, check, plan_by_plan=True)
