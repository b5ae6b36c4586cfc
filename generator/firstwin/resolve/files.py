"""The files that an edition was written in.

In: the project as its edition has it, or a plan of it. Out: their files, relative to the project. The manifest of a
built site says of each page what it was made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from firstwin.models.plan import Plan, Step
from firstwin.models.project import Project
from firstwin.resolve.edits import vocabulary_files


class PlanFiles(Struct, frozen=True):
    """The playbook of a plan with the files of its phases, those of its personas by role, and what steps take from the library."""

    playbook: tuple[str, ...]
    personas: Mapping[str, str]
    library: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        """All of them."""
        return frozenset({*self.playbook, *self.personas.values(), *self.library})


class EditionFiles(Struct, frozen=True):
    """The vocabulary files of an edition by name, and what the steps of plays take from the library."""

    vocabularies: Mapping[str, str]
    plays: tuple[str, ...]


def files_of_edition(project: Project) -> EditionFiles:
    """The files behind what belongs to no plan."""
    steps = (step for play in project.plays.values() for step in play.steps)
    return EditionFiles(vocabulary_files(project), _elsewhere(steps))


def files_of_plan(plan: Plan) -> PlanFiles:
    """The files behind a plan."""
    personas = {
        role: persona.origin.path for role, persona in plan.personas.items() if not persona.listed
    }
    listed = (persona.origin for persona in plan.personas.values() if persona.listed)
    written = (plan.origin, *(phase.origin for phase in plan.phases), *listed)
    playbook = tuple(dict.fromkeys(origin.path for origin in written))
    own = {*playbook, *personas.values()}
    library = tuple(path for path in _elsewhere(plan.every_step()) if path not in own)
    return PlanFiles(playbook, personas, library)


def _elsewhere(steps: Iterable[Step]) -> tuple[str, ...]:
    """The files that fields of steps come from, each once."""
    return tuple(dict.fromkeys(origin.path for step in steps for origin in step.origins.values()))
