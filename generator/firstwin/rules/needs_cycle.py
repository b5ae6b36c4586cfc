"""FW305: steps and phases that wait for each other."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.needs import Need
from firstwin.rules.rule import Rule

CODE = Code(
    "FW305",
    Severity.ERROR,
    "Needs that lead in a circle",
    "A step cannot begin before what it needs is done, nor before its phase begins; a phase is "
    "done with its required steps. Where these lead in a circle, nothing in it can ever begin.",
    wrong="- id: kickoff-call\n  day: 3\n  needs:\n    - prerequisites\n- id: prerequisites\n  day: 6\n  needs:\n    - kickoff-call",
    right="- id: kickoff-call\n  day: 3\n- id: prerequisites\n  day: 6\n  needs:\n    - kickoff-call",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for needs in inspection.needs:
        for knot in needs.knots:
            first, *others = needs.loop(knot)
            names = [need.who for need in (first, *others)]
            circle = " → ".join(f"`{name}`" for name in (*names, names[0]))
            yield Diagnostic(
                CODE,
                f"these wait for each other: {circle}" if others else _alone(first),
                first.origin.span,
                "remove one of the needs",
                related=tuple(
                    Related(f"`{need.who}` needs `{need.what}`", need.origin.span)
                    for need in others
                ),
            )


def _alone(need: Need) -> str:
    """One need is enough for a loop: of itself, of its own phase, of a step of its own."""
    if need.who == need.what:
        return f"`{need.who}` needs itself"
    return f"`{need.who}` waits for `{need.what}`, which cannot be done without it"


RULE = Rule(CODE, check, plan_by_plan=True)
