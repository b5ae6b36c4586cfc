"""The types of steps, one file a type.

In: nothing. Out: `STEP_TYPES`. The unions of what may stand in a playbook and in the library, their tags, the schemas
and the reference page all derive from it: a new type is a new file and its line in the list.

The words are those of the sources the product was designed from: task, tutorial, meeting, training, email, data
import, milestone, review, survey, quiz, handoff, procedure. A document is a template that these speak of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from firstwin.models.steps.content import Content
from firstwin.models.steps.data_import import DataImport
from firstwin.models.steps.document import Document
from firstwin.models.steps.email import Email
from firstwin.models.steps.handoff import Handoff
from firstwin.models.steps.meeting import Meeting
from firstwin.models.steps.milestone import Milestone
from firstwin.models.steps.procedure import Procedure
from firstwin.models.steps.quiz import Quiz
from firstwin.models.steps.review import Review
from firstwin.models.steps.survey import Survey
from firstwin.models.steps.task import Task
from firstwin.models.steps.training import Training
from firstwin.models.steps.tutorial import Tutorial

_IN_ORDER: Final[tuple[type[Content], ...]] = (
    Task,
    Tutorial,
    Meeting,
    Training,
    Email,
    DataImport,
    Milestone,
    Review,
    Survey,
    Quiz,
    Handoff,
    Procedure,
    Document,
)
"""In the order of the reference page."""

STEP_TYPES: Final[Mapping[str, type[Content]]] = {
    get_args(model.model_fields["type"].annotation)[0]: model for model in _IN_ORDER
}
"""Every type of step by the word that stands after `type:`."""
