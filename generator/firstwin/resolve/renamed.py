"""Ids that were changed, for the browser: what readers ticked under the old one is moved to the new one.

In: the content of an edition. Out: pairs of keys, in the order in which they are moved. What lies below
an old key moves along: with a step its items, fields and its own tick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firstwin.models.content import Content, Tutorial
from firstwin.models.plan import Project, Step
from firstwin.models.step import ItemGroup
from firstwin.resolve.guide import Renamed
from firstwin.resolve.plays import KEYS


def renamed(project: Project) -> tuple[Renamed, ...]:
    """Every change of an id under which something is kept; a step's before those of its items."""
    return tuple(dict.fromkeys(_renamed(project)))


def _renamed(project: Project) -> Iterator[Renamed]:
    for plan in project.plans.values():
        yield from _in_steps(plan.steps(), plan.tier)
        for persona in plan.personas.values():
            yield from _in_steps(persona.steps(), plan.tier)
    for play in project.plays.values():
        yield from _in_steps(play.steps, f"{KEYS}/{play.id}")
    for id_, entry in project.library.items():
        if isinstance(entry, Tutorial):
            yield from _below(id_, ((name, each.was) for name, each in entry.actions.items()))


def _in_steps(steps: Iterable[Step], playbook: str) -> Iterator[Renamed]:
    for step in steps:
        yield from _below(playbook, [(step.id, step.was)])
        yield from _below(f"{playbook}/{step.id}", _items(step.content))


def _items(content: Content) -> Iterator[tuple[str, str | None]]:
    for id_, item in content.items.items():
        if isinstance(item, ItemGroup):
            yield from ((inner, each.was) for inner, each in item.items.items())
        else:
            yield id_, item.was


def _below(key: str, ids: Iterable[tuple[str, str | None]]) -> Iterator[Renamed]:
    for id_, was in ids:
        if was:
            yield Renamed(f"{key}/{was}", f"{key}/{id_}")
