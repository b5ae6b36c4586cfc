"""What a reader writes down, as texts ask for it: `{{ reader.workspace }}`.

In: a `Plan`. Out: its fields by the names that texts may ask for them by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firstwin.models.plan import Plan, Step

READER = "reader"


def reader_fields(plan: Plan) -> Mapping[str, Sequence[tuple[Step, str]]]:
    """The steps that have a field of each name, `workspace` or, with its step, `sign-in.workspace`, each with the field's id."""
    found: dict[str, list[tuple[Step, str]]] = {}
    for step in plan.every_step():
        for field in step.content.fields:
            for name in (field, f"{step.id}.{field}"):
                found.setdefault(name, []).append((step, field))
    return found


def first_fields(plan: Plan) -> Mapping[str, tuple[Step, str]]:
    """The first step that has a field of each name."""
    return {name: steps[0] for name, steps in reader_fields(plan).items()}
