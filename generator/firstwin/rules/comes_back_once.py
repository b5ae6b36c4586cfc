"""FW412: a step that comes back, and whose window holds it once or too often."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.validate.repeats import MOST_TIMES

CODE = Code(
    "FW412",
    Severity.ERROR,
    "A step that comes back, and has not the window for it",
    "A step with `every` comes back in its window, or in that of its phase: `months: 4-9` with `every: month` are six steps to "
    f"tick. The window counts forward, and holds the step at least twice and at most {MOST_TIMES} times. A milestone does not "
    "come back.",
    wrong="- id: look-again\n  title: Look at the numbers\n  week: 3\n  every: week\n  done_when: You know what changed.",
    right="- id: look-again\n  title: Look at the numbers\n  weeks: 2-4\n  every: week\n  done_when: You know what changed.",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for step in plan.every_step():
            every, time = step.content.every, step.time
            if every is None or (time and time.number > 1):
                continue
            span = step.origin_of("every").span
            if step.is_milestone:
                hint = "remove `every`, or make it a task"
                yield Diagnostic(CODE, f"`{step.id}` is a milestone, and comes once", span, hint)
            elif step.event:
                message = f"`{step.id}` comes back each {every}, and has no days to do so"
                yield Diagnostic(CODE, message, span, "write its days, or remove `every`")
            elif time is None and step.window:
                message = f"`{step.id}` comes back each {every}, and its window holds that once"
                hint = "give it a longer window that counts forward, or remove `every`"
                yield Diagnostic(CODE, message, span, hint)
            elif time and time.of > MOST_TIMES:
                message = f"`{step.id}` comes back {time.of} times; at most {MOST_TIMES} are made"
                yield Diagnostic(CODE, message, span, "let it come back less often")


RULE = Rule(CODE, check, plan_by_plan=True)
