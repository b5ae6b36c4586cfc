"""What needs what: steps and phases of a plan, with their windows.

In: a plan or a play. Out: `Needs`: every need with its place, and the loops among them. A phase is done
with its required steps; a step cannot begin before its phase, nor the phase before what it needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Literal

from msgspec import Struct

from firstwin.models.plan import Days, Origin, PhasePlan, Plan, PlayPlan, Step
from firstwin.rules.loops import knots, loop_in

Node = tuple[Literal["begin", "done"], str]
"""A step or phase that is done, or a phase that begins."""


class Need(Struct, frozen=True):
    """`who` needs `what`; `what` stands at `origin`. `begin` tells that a phase needs it to begin."""

    who: str
    what: str
    origin: Origin
    begin: bool

    @property
    def nodes(self) -> tuple[Node, Node]:
        """The ends of the need in the graph."""
        return ("begin" if self.begin else "done", self.who), ("done", self.what)


class Needs(Struct, frozen=True, dict=True):
    """The needs of one plan or play. `days` are those of its steps and phases, in the
    order of the file."""

    needs: Sequence[Need]
    days: Mapping[str, Days | None]
    graph: Mapping[Node, Sequence[Node]]

    @cached_property
    def knots(self) -> Sequence[Sequence[Node]]:
        """Steps and phases that wait for each other."""
        return list(knots(self.graph))

    @cached_property
    def _knot_of(self) -> Mapping[Node, int]:
        return {node: number for number, knot in enumerate(self.knots) for node in knot}

    def is_in_knot(self, need: Need) -> bool:
        """Whether a need is part of what is reported as a loop already."""
        who, what = need.nodes
        return who in self._knot_of and self._knot_of[who] == self._knot_of.get(what)

    def loop(self, knot: Sequence[Node]) -> Sequence[Need]:
        """The needs an author wrote that make up a loop of a knot.

        The first is one of what stands later in the file: each loop has such a need, and it is the one
        that is not in the order of the plan.
        """
        way = loop_in(knot, self.graph)
        pairs = zip(way, [*way[1:], way[0]], strict=True)
        loop = [self._need_between[pair] for pair in pairs if pair in self._need_between]
        order = self._order
        ahead = [order.get(need.what, 0) > order.get(need.who, 0) for need in loop]
        first = ahead.index(True) if any(ahead) else 0
        return [*loop[first:], *loop[:first]]

    @cached_property
    def _need_between(self) -> Mapping[tuple[Node, Node], Need]:
        return {need.nodes: need for need in reversed(self.needs)}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {id_: position for position, id_ in enumerate(self.days)}


def needs_of_plan(plan: Plan, away: AbstractSet[str] = frozenset()) -> Needs:
    """The needs of a plan, with those of the steps that personas add; without those of phases and steps that are `away`."""
    graph: dict[Node, list[Node]] = {}
    phases = {phase.id for phase in plan.phases}
    added = [step for persona in plan.personas.values() for step in persona.steps()]
    steps = _first_of_each(step for step in (*plan.steps(), *added) if step.id not in phases)
    all_needs = [need for phase in plan.phases for need in _of_phase(phase)]
    all_needs += [need for step in steps.values() for need in _of_step(step)]
    # Which of two phases with one id, or of a phase and a step, is needed, nobody knows.
    unclear = plan.unclear_phases | away | (phases & {step.id for step in (*plan.steps(), *added)})
    needs = [need for need in all_needs if unclear.isdisjoint((need.who, need.what))]
    for need in needs:
        who, what = need.nodes
        graph.setdefault(who, []).append(what)
    for step in steps.values():
        graph.setdefault(("done", step.id), []).append(("begin", step.phase))
    for phase in plan.phases:
        required = [s.id for s in phase.steps if s.id in steps and not s.content.optional]
        graph["done", phase.id] = [("begin", phase.id), *(("done", id_) for id_ in required)]
    days: dict[str, Days | None] = {}
    for phase in plan.phases:
        days[phase.id] = _known(phase)
        days |= {step.id: _known(step) for step in phase.steps if step.id in steps}
    return Needs(needs, days | {step.id: _known(step) for step in steps.values()}, graph)


def needs_of_play(play: PlayPlan) -> Needs:
    """The needs of a play."""
    graph: dict[Node, list[Node]] = {}
    steps = _first_of_each(play.steps)
    needs = [need for step in steps.values() for need in _of_step(step)]
    for need in needs:
        who, what = need.nodes
        graph.setdefault(who, []).append(what)
    return Needs(needs, {id_: _known(step) for id_, step in steps.items()}, graph)


def _first_of_each(steps: Iterable[Step]) -> dict[str, Step]:
    """The steps by id. Of two with one id the first is meant, until somebody says otherwise."""
    found: dict[str, Step] = {}
    for step in steps:
        found.setdefault(step.id, step)
    return found


def _of_phase(phase: PhasePlan) -> Iterable[Need]:
    for position, need in enumerate(phase.needs):
        yield Need(phase.id, need, phase.origin_of("needs").at(position), begin=True)


def _of_step(step: Step) -> Iterable[Need]:
    for position, need in enumerate(step.content.needs):
        yield Need(step.id, need, step.origin_of("needs").at(position), begin=False)


def _known(thing: Step | PhasePlan) -> Days | None:
    """The planned days of something; none where it happens when something else does."""
    return None if thing.event else thing.days
