"""FW301: a step that begins before its phase or ends after it."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.rules.days import counts_back_too_far, in_words, part_inside
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW301",
    Severity.ERROR,
    "A step outside its phase",
    "A step lies inside the window of its phase, whichever units the two are written in. "
    "Otherwise a phase would be over before all of its steps are due.",
    wrong="- id: plan\n  days: 1-7\n  steps:\n    - id: kickoff-call\n      days: 6-9",
    right="- id: plan\n  days: 1-10\n  steps:\n    - id: kickoff-call\n      days: 6-9",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        unclear = plan.unclear_phases
        phases = {phase.id: phase for phase in plan.phases if phase.id not in unclear}
        reported = set[str]()
        for step in plan.every_step():
            phase = phases.get(step.phase)
            if not phase or not phase.days or not step.days or step.event:
                continue
            if phase.days.first <= step.days.first and step.days.last <= phase.days.last:
                continue
            if any(counts_back_too_far(each.window, each.days) for each in (phase, step)):
                continue  # before the start date: that is another rule's
            if step.time and step.time.first in reported:
                continue
            reported |= {step.time.first} if step.time else set()
            yield Diagnostic(
                CODE,
                f"`{step.id}` is planned for {in_words(step.days)}, its phase for {in_words(phase.days)}",
                inspection.window_origin(step).span,
                _hint(part_inside(step.days, phase.days)),
                related=(Related(f"the phase `{phase.id}`", inspection.window_origin(phase).span),),
            )


def _hint(inside: str) -> str:
    if inside:
        return f"write {inside}, or give the phase a wider window"
    return "move the step, or give the phase a wider window"


RULE = Rule(CODE, check, plan_by_plan=True)
