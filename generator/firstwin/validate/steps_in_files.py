"""Steps as they are written, before a library entry or a phase gives them anything.

In: a file as a model. Out: each step with its place and the phase or play it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from firstwin.models.placed import PlacedStep, Use
from firstwin.models.plan import Origin
from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.models.vocabulary import Plays
from firstwin.validate.phase_files import phases_in
from firstwin.validate.shape import Files, Shaped


@dataclass(frozen=True, slots=True)
class StepInFile:
    """A step in a file. `group` is the id of its phase or play."""

    placed: PlacedStep
    origin: Origin
    group: str

    @property
    def id(self) -> str:
        """The id under which the step is known."""
        return self.placed.step_id if isinstance(self.placed, Use) else self.placed.id

    @property
    def id_origin(self) -> Origin:
        """Where that id was written."""
        by_use = isinstance(self.placed, Use) and self.placed.id is None
        return self.origin.at("use" if by_use else "id")


def steps_in_playbook(file: Shaped[Playbook]) -> Iterator[StepInFile]:
    """The steps of a playbook, in order."""
    for phase in phases_in(file):
        for position, placed in enumerate(phase.fields.steps):
            yield StepInFile(placed, phase.origin("steps", position), phase.id)


def steps_in_persona(file: Shaped[PersonaFile]) -> Iterator[StepInFile]:
    """The steps a persona file adds."""
    for phase, steps in file.model.add.items():
        for position, placed in enumerate(steps):
            yield StepInFile(placed, file.origin("add", phase, position), phase)


def uses_in_plan(
    playbook: Shaped[Playbook], personas: Mapping[str, Shaped[PersonaFile]]
) -> frozenset[str]:
    """The entries of the library that a playbook and its persona files name."""
    files = (steps_in_playbook(playbook), *map(steps_in_persona, personas.values()))
    return frozenset(
        step.placed.use for step in chain.from_iterable(files) if isinstance(step.placed, Use)
    )


def steps_in_plays(file: Shaped[Plays]) -> Iterator[StepInFile]:
    """The steps of all plays."""
    for id_, play in file.model.plays.items():
        for position, placed in enumerate(play.steps):
            yield StepInFile(placed, file.origin("plays", id_, "steps", position), id_)


def steps_in(files: Files) -> Iterator[StepInFile]:
    """Every step that is written in any file."""
    for playbook in files.playbooks.values():
        yield from steps_in_playbook(playbook)
    for personas in files.personas.values():
        for persona in personas.values():
            yield from steps_in_persona(persona)
    if "plays" in files.vocabulary:
        yield from steps_in_plays(files.vocabulary["plays"])
