"""A step where it is written: in a playbook, a persona file or a play.

In: one element of `steps`. Out: `PlacedStep`, a step of some type with its id, or a `Use` of a
library entry. Tutorials, quizzes and documents are never written in place: their text lives in the library.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pydantic import ConfigDict, Field

from firstwin.models.base import Model
from firstwin.models.step import StepFields
from firstwin.models.steps import STEP_TYPES
from firstwin.models.steps.content import Content
from firstwin.models.steps.variants import one_of, type_of, variant
from firstwin.models.values import Id, Text


class Placed(Model):
    """What only a step in its place has: an id."""

    id: Id
    """The step's permanent id, unique in the playbook."""
    was: Id | None = None
    """The step's earlier id: ticks kept under it move here."""


class Use(StepFields):
    """A library entry as a step. What is written here wins over what the entry says."""

    model_config = ConfigDict(title="Use of the library")

    use: Id
    """The id of the library entry: its file's name without `.yml`."""
    id: Id | None = None
    """The step's id, when it is not the entry's: needed when an entry is used twice."""
    was: Id | None = None
    """The step's earlier id: ticks kept under it move here."""
    set: dict[Id, Text] = Field(default_factory=dict)
    """Values for the entry's parameters."""

    @property
    def step_id(self) -> str:
        """The id under which the step is known in its playbook."""
        return self.id or self.use


PLACED: Final[Mapping[str, type[Content]]] = {
    word: variant(content, "Step", Placed)
    for word, content in STEP_TYPES.items()
    if not content.has_page
}
"""The types of steps that are written in place."""


def _word_of(value: object) -> str:
    return "use" if isinstance(value, dict) and "use" in value else type_of(value)


if TYPE_CHECKING:

    class _PlacedContent(Content, Placed):
        """What every step that is written in place has."""

    PlacedStep = _PlacedContent | Use
else:
    PlacedStep = one_of({**PLACED, "use": Use}, _word_of)
