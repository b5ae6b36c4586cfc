"""FW304: windows of milestones that lead in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firstwin.diagnostics import Code, Diagnostic, Related, Severity
from firstwin.models.plan import Step
from firstwin.rules.inspection import Inspection
from firstwin.rules.loops import knots, loop_in
from firstwin.rules.rule import Rule

CODE = Code(
    "FW304",
    Severity.ERROR,
    "Milestones that count from each other",
    "The window of a milestone may count from another milestone. Where two or more count from "
    "each other, none of them has a day.",
    wrong="- id: go-live\n  type: milestone\n  day: 5 after first-report\n- id: first-report\n  type: milestone\n  day: 5 after go-live",
    right="- id: go-live\n  type: milestone\n  day: 16\n- id: first-report\n  type: milestone\n  day: 5 after go-live",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        yield from _loops(inspection, plan.steps())
    for play in inspection.plays:
        yield from _loops(inspection, play.steps)


def _loops(inspection: Inspection, steps: Iterable[Step]) -> Iterator[Diagnostic]:
    milestones = {step.id: step for step in steps if step.is_milestone}
    graph = {
        id_: [step.window.range.anchor]
        for id_, step in milestones.items()
        if step.window and step.window.range.anchor in milestones
    }
    for knot in knots(graph):
        way = [milestones[id_] for id_ in loop_in(knot, graph)]
        first, *others = way
        circle = " → ".join(f"`{step.id}`" for step in (*way, first))
        alone = f"`{first.id}` counts from itself"
        yield Diagnostic(
            CODE,
            f"these milestones count from each other: {circle}" if others else alone,
            inspection.window_origin(first).span,
            "give one of them a day of its own",
            related=tuple(
                Related(f"`{step.id}` counts from here", inspection.window_origin(step).span)
                for step in others
            ),
        )


RULE = Rule(CODE, check, plan_by_plan=True, firm="nothing has a day without it")
