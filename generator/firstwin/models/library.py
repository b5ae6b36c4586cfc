"""A library entry: something several playbooks use, written once.

In: a file below `library/`, whose name is the entry's id. Out: one class a type. An entry has no id
of its own and, when it has no page of its own, may declare parameters that each use fills.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag, TypeAdapter

from firstwin.models import content
from firstwin.models.base import Model
from firstwin.models.date import Dated
from firstwin.models.values import Id, Text


class Parameter(Model):
    """A value each use of the entry may set; texts write it as `{{ set.name }}`."""

    title: Text
    """What the value is."""
    default: Text | None = None
    """The value where a use sets none. Without it every use must."""


def asked_as(parameter: str) -> str:
    """The name by which the texts of an entry ask for a parameter of theirs."""
    return f"set.{parameter}"


def values_of_use(values: Mapping[str, str]) -> dict[str, str]:
    """What the texts of an entry may fill in, in one use of it, by the names they ask for it."""
    return {asked_as(name): value for name, value in values.items()}


class Parametrised(Dated):
    """A library entry that is shown where it is used."""

    parameters: dict[Id, Parameter] = Field(default_factory=dict)
    """The values each use may set, by name."""


class TaskEntry(content.Task, Parametrised):
    """A task in the library."""


class MeetingEntry(content.Meeting, Parametrised):
    """A meeting in the library."""


class TrainingEntry(content.Training, Parametrised):
    """A training in the library."""


class EmailEntry(content.Email, Parametrised):
    """An email in the library."""


class DataImportEntry(content.DataImport, Parametrised):
    """A data import in the library."""


class MilestoneEntry(content.Milestone, Parametrised):
    """A milestone in the library."""


class ReviewEntry(content.Review, Parametrised):
    """A review in the library."""


class SurveyEntry(content.Survey, Parametrised):
    """A survey in the library."""


class HandoffEntry(content.Handoff, Parametrised):
    """A handoff in the library."""


class ProcedureEntry(content.Procedure, Parametrised):
    """A procedure in the library."""


class TutorialEntry(content.Tutorial, Dated):
    """A tutorial. It has one page for the whole site, so it takes no parameters."""


class QuizEntry(content.Quiz, Dated):
    """A quiz. It has one page for the whole site, so it takes no parameters."""


ENTRY_TAGS = {
    name: f"<{name}>"
    for name in (
        "task",
        "tutorial",
        "meeting",
        "training",
        "email",
        "data-import",
        "milestone",
        "review",
        "survey",
        "quiz",
        "handoff",
        "procedure",
    )
}


def _entry_tag(value: object) -> str:
    type_ = value.get("type", "task") if isinstance(value, dict) else "task"
    return ENTRY_TAGS.get(type_, "<unknown>") if isinstance(type_, str) else "<unknown>"


LibraryEntry = Annotated[
    Annotated[TaskEntry, Tag("<task>")]
    | Annotated[TutorialEntry, Tag("<tutorial>")]
    | Annotated[MeetingEntry, Tag("<meeting>")]
    | Annotated[TrainingEntry, Tag("<training>")]
    | Annotated[EmailEntry, Tag("<email>")]
    | Annotated[DataImportEntry, Tag("<data-import>")]
    | Annotated[MilestoneEntry, Tag("<milestone>")]
    | Annotated[ReviewEntry, Tag("<review>")]
    | Annotated[SurveyEntry, Tag("<survey>")]
    | Annotated[QuizEntry, Tag("<quiz>")]
    | Annotated[HandoffEntry, Tag("<handoff>")]
    | Annotated[ProcedureEntry, Tag("<procedure>")],
    Discriminator(_entry_tag),
]
"""A file of the library, whichever type it has."""

library_entry: TypeAdapter[LibraryEntry] = TypeAdapter(LibraryEntry)
