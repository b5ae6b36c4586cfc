"""Steps as they are written, before a library entry or a phase gives them anything.

In: a file as a model. Out: each step with its place and the phase or play it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from firstwin.models.placed import Use
from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.models.plays import Plays
from firstwin.validate.extended import phases_in
from firstwin.validate.in_file import StepInFile
from firstwin.validate.shape import Files, Shaped


def steps_in_playbook(file: Shaped[Playbook]) -> Iterator[StepInFile]:
    """The steps of a playbook, in order."""
    for phase in phases_in(file):
        yield from phase.steps


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
