"""Ids that were changed, for the browser: what readers ticked under the old one is moved to the new one.

In: the content of an edition. Out: pairs of keys, in the order in which they are moved; and the ids themselves, for the
addresses that held them. What lies below
an old key moves along: with a step its items, fields and its own tick. (Below a phase's key nothing lies: a
step's key names no phase.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from firstwin.caching.memo import Memo
from firstwin.models.keys import Key, key_of_entry, key_of_plan, key_of_play
from firstwin.models.library import was_of
from firstwin.models.plan import Plan, Step
from firstwin.models.project import Project
from firstwin.models.steps.meeting import Meeting
from firstwin.models.steps.tutorial import Tutorial
from firstwin.resolve.guide import Earlier, Renamed


def renamed(project: Project, memo: Memo) -> tuple[Renamed, ...]:
    """Every change of an id under which something is kept; a tier's before those of its steps, a step's before its items'.

    Those in a plan are found once while the `memo` has it.
    """
    tiers = project.vocabulary.tiers.items()
    outermost = (
        *((key_of_plan(tier.was), key_of_plan(id_)) for id_, tier in tiers if tier.was),
        *(
            (key_of_entry(was), key_of_entry(id_))
            for id_, entry in project.library.items()
            if (was := was_of(entry))
        ),
    )
    in_plans = (
        memo.of(("renamed in a plan", id_), _in_plan, plan) for id_, plan in project.plans.items()
    )
    pairs = (
        *(Renamed(*pair) for pair in outermost),
        *chain.from_iterable(in_plans),
        *_beside_plans(project),
    )
    return tuple(dict.fromkeys(pairs))


def earlier_ids(project: Project) -> Iterator[Earlier]:
    """Every change of an id that the addresses of pages hold."""
    for tier, plan in project.plans.items():
        for phase in plan.phases:
            if phase.was:
                yield Earlier("phase", phase.id, phase.was, tier)
    for id_, entry in project.library.items():
        if was := was_of(entry):
            yield Earlier("entry", id_, was)
    for id_, role in project.vocabulary.roles.items():
        if role.was:
            yield Earlier("persona", id_, role.was)
    for id_, tier_ in project.vocabulary.tiers.items():
        if tier_.was:
            yield Earlier("tier", id_, tier_.was)


def _in_plan(plan: Plan) -> tuple[Renamed, ...]:
    own = key_of_plan(plan.tier)
    phases = _below(own, ((phase.id, phase.was) for phase in plan.phases))
    return (*phases, *_in_criteria(plan, own), *_in_steps(plan.every_step(), own))


def _in_criteria(plan: Plan, own: Key) -> Iterator[Renamed]:
    criteria = ((id_, criterion.was) for (_, id_), criterion in plan.criteria.every())
    yield from _below(own.complete, criteria)
    for phase in plan.phases:
        ready = ((id_, criterion.was) for id_, criterion in phase.ready_when.items())
        done = ((id_, criterion.was) for (_, id_), criterion in phase.criteria.every())
        yield from _below(own.below(phase.id), chain(ready, done))


def _beside_plans(project: Project) -> Iterator[Renamed]:
    for play in project.plays.values():
        yield from _in_steps(play.steps, key_of_play(play.id))
    for id_, entry in project.library.items():
        if isinstance(entry, Tutorial):
            actions = ((name, action.was) for name, action in entry.actions.items())
            yield from _below(key_of_entry(id_), actions)


def _in_steps(steps: Iterable[Step], playbook: Key) -> Iterator[Renamed]:
    for step in steps:
        yield from _below(playbook, [(step.id, step.was)])
        items = ((id_, item.was) for id_, item in step.content.every_item())
        tests = ((id_, test.was) for id_, test in step.content.tests.items())
        sessions = step.content.sessions.items() if isinstance(step.content, Meeting) else ()
        met = ((id_, session.was) for id_, session in sessions)
        accepted = step.content.acceptance.when.items() if step.content.acceptance else ()
        points = ((id_, point.was) for id_, point in accepted)
        yield from _below(playbook.below(step.id), chain(items, tests, met, points))


def _below(key: Key, ids: Iterable[tuple[str, str | None]]) -> Iterator[Renamed]:
    for id_, was in ids:
        if was:
            yield Renamed(key.below(was), key.below(id_))
