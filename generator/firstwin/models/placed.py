"""A step where it is written: in a playbook, a persona file or a play.

In: one element of `steps`. Out: `PlacedStep`, a step of some type with its id, or a `Use` of a
library entry. Tutorials and quizzes are never written in place: their text lives in the library.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Discriminator, Field, Tag

from firstwin.models import content
from firstwin.models.base import Model
from firstwin.models.step import StepFields
from firstwin.models.values import Id, Text

STEP_TAGS = {
    name: f"<{name}>"
    for name in (
        "task",
        "meeting",
        "training",
        "email",
        "data-import",
        "milestone",
        "review",
        "survey",
        "handoff",
        "procedure",
    )
}
USE_TAG = "<use>"
UNKNOWN_TAG = "<unknown>"


class Placed(Model):
    """What only a step in its place has: an id."""

    id: Id
    """The step's permanent id, unique in the playbook."""
    was: Id | None = None
    """The step's earlier id: ticks kept under it move here."""


class TaskStep(content.Task, Placed):
    """A task in a playbook."""


class MeetingStep(content.Meeting, Placed):
    """A meeting in a playbook."""


class TrainingStep(content.Training, Placed):
    """A training in a playbook."""


class EmailStep(content.Email, Placed):
    """An email in a playbook."""


class DataImportStep(content.DataImport, Placed):
    """A data import in a playbook."""


class MilestoneStep(content.Milestone, Placed):
    """A milestone in a playbook."""


class ReviewStep(content.Review, Placed):
    """A review in a playbook."""


class SurveyStep(content.Survey, Placed):
    """A survey in a playbook."""


class HandoffStep(content.Handoff, Placed):
    """A handoff in a playbook."""


class ProcedureStep(content.Procedure, Placed):
    """A procedure in a playbook."""


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


def _step_tag(value: object) -> str:
    if not isinstance(value, dict) or "use" in value:
        return USE_TAG if isinstance(value, dict) else STEP_TAGS["task"]
    type_ = value.get("type", "task")
    return STEP_TAGS.get(type_, UNKNOWN_TAG) if isinstance(type_, str) else UNKNOWN_TAG


PlacedStep = Annotated[
    Annotated[TaskStep, Tag("<task>")]
    | Annotated[MeetingStep, Tag("<meeting>")]
    | Annotated[TrainingStep, Tag("<training>")]
    | Annotated[EmailStep, Tag("<email>")]
    | Annotated[DataImportStep, Tag("<data-import>")]
    | Annotated[MilestoneStep, Tag("<milestone>")]
    | Annotated[ReviewStep, Tag("<review>")]
    | Annotated[SurveyStep, Tag("<survey>")]
    | Annotated[HandoffStep, Tag("<handoff>")]
    | Annotated[ProcedureStep, Tag("<procedure>")]
    | Annotated[Use, Tag("<use>")],
    Discriminator(_step_tag),
]
"""A step as written. Tags stand in angle brackets, so that no key can be taken for one."""
