"""FW307: a need that may not be done in time."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.dates import number_of
from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW307",
    Severity.WARNING,
    "A need that ends after this begins",
    "What a step or phase needs must be complete before. Here its window is still open when this "
    "begins: whoever uses all of their time is late. Let the two windows meet, or need a step "
    "that ends earlier.",
    wrong="- id: import-data\n  days: 10-12\n  needs:\n    - prerequisites\n- id: prerequisites\n  days: 6-11",
    right="- id: import-data\n  days: 11-13\n  needs:\n    - prerequisites\n- id: prerequisites\n  days: 6-11",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for need, own, its in inspection.dated_needs():
        if its.first <= own.last and its.last > own.first:
            yield Diagnostic(
                CODE,
                f"`{need.who}` begins on day {number_of(own.first)}, before `{need.what}`, which it needs, ends "
                f"on day {number_of(its.last)}",
                need.origin.span,
                "move one of the two, or need a step that ends earlier",
            )


RULE = Rule(CODE, check, plan_by_plan=True)
