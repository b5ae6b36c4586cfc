"""FW306: a need that cannot be done in time."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.dates import number_of
from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW306",
    Severity.ERROR,
    "A need that begins after this ends",
    "What a step or phase needs must be complete before. Here it only begins when this is already "
    "over.",
    wrong="- id: kickoff-call\n  day: 3\n  needs:\n    - prerequisites\n- id: prerequisites\n  day: 6",
    right="- id: kickoff-call\n  day: 7\n  needs:\n    - prerequisites\n- id: prerequisites\n  day: 6",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for need, own, its in inspection.dated_needs():
        if its.first > own.last:
            yield Diagnostic(
                CODE,
                f"`{need.who}` ends on day {number_of(own.last)}, before `{need.what}`, which it needs, begins "
                f"on day {number_of(its.first)}",
                need.origin.span,
                "move one of the two, or remove the need",
            )


RULE = Rule(CODE, check, plan_by_plan=True)
