"""Phases and steps as they are written, before a library entry or a phase gives them anything.

In: files as models. Out: `PhaseInFile` and `StepInFile`, which know where each of their values stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from firstwin.models.placed import PlacedStep, Use
from firstwin.models.plan import Origin
from firstwin.models.playbook import PhaseFields
from firstwin.sources import KeyPath
from firstwin.validate.shape import Shaped


class StepInFile(Struct, frozen=True):
    """A step in a file. `group` is the id of its phase or play.

    In a plan that extends another, `taken_from` is the tier of that one, and `changes` tell what was written otherwise
    here: the places of fields, by their names in YAML.
    """

    placed: PlacedStep
    origin: Origin
    group: str
    changes: Mapping[str, Origin] = field(default_factory=dict)
    taken_from: str | None = None

    @property
    def id(self) -> str:
        """The id under which the step is known."""
        return self.placed.step_id if isinstance(self.placed, Use) else self.placed.id

    @property
    def id_origin(self) -> Origin:
        """Where that id was written."""
        by_use = isinstance(self.placed, Use) and self.placed.id is None
        return self.origin.at("use" if by_use else "id")


class PhaseInFile(Struct, frozen=True):
    """A phase at `keys` of a file, with its steps. Of one in a file of its own, its id stands in the playbook's list.

    `changes` are those of a plan that extends the one it is from. It may come `after` onboarding.
    """

    id: str
    fields: PhaseFields
    id_origin: Origin
    file: Shaped[object]
    keys: KeyPath
    steps: tuple[StepInFile, ...]
    changes: Mapping[str, Origin] = field(default_factory=dict)
    after: bool = False

    @property
    def origin(self) -> Origin:
        """Where the phase was written."""
        return self.file.origin(*self.keys)
