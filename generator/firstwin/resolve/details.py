"""What each type of step adds: agendas, sessions, letters, mappings, questions.

In: a step's content. Out: the pieces of a `GuideStep` that only some types have, empty for the others.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.models.step import AgendaPoint, Link, Notes
from firstwin.models.steps.content import Content
from firstwin.models.steps.data_import import DataImport
from firstwin.models.steps.email import Email
from firstwin.models.steps.handoff import Handoff
from firstwin.models.steps.meeting import Meeting
from firstwin.models.steps.procedure import Procedure
from firstwin.models.steps.quiz import Quiz
from firstwin.models.steps.review import Review
from firstwin.models.steps.survey import Survey
from firstwin.models.steps.training import Training
from firstwin.models.steps.tutorial import Tutorial
from firstwin.resolve.guide_step import (
    AcceptancePoint,
    Address,
    AgendaLine,
    AskedQuestion,
    Letter,
    MappedField,
    MetricLine,
    Note,
    RoleName,
    TrainingSession,
)
from firstwin.resolve.names import Names
from firstwin.resolve.texts import Texts
from firstwin.text import Prose


def agenda_lines(points: Iterable[AgendaPoint], texts: Texts) -> tuple[AgendaLine, ...]:
    """The points of an agenda."""
    return tuple(AgendaLine(texts.prose(point.text), point.minutes or 0) for point in points)


def addresses(links: Iterable[Link], texts: Texts) -> tuple[Address, ...]:
    """Links to other sites."""
    return tuple(Address(texts.text(link.title), texts.text(link.url)) for link in links)


def remarks(notes: Notes | None, texts: Texts) -> tuple[Note, ...]:
    """Remarks, those for every reader first."""
    written = [(name, getattr(notes, name, None)) for name in Notes.model_fields]
    return tuple(Note(name, texts.prose(text)) for name, text in written if text)


def acceptance(content: Content, names: Names, texts: Texts) -> AcceptancePoint | None:
    """Who accepts the work, and when."""
    written = content.acceptance
    if written is None:
        return None
    return AcceptancePoint(names.roles[written.by], texts.proses(written.when))


def agenda(content: Content, texts: Texts) -> tuple[AgendaLine, ...]:
    """What a meeting or review talks about."""
    return agenda_lines(content.agenda, texts) if isinstance(content, Meeting | Review) else ()


def sessions(content: Content, names: Names, texts: Texts) -> tuple[TrainingSession, ...]:
    """The sessions of a training; whose they are is not known yet."""
    if not isinstance(content, Training):
        return ()
    return tuple(
        TrainingSession(
            title=texts.text(session.title),
            roles=names.people(session.for_),
            minutes=session.minutes,
            covers=texts.proses(session.covers),
            recorded=session.recorded,
            mine=False,
        )
        for session in content.sessions.values()
    )


def letter(content: Content, sender: RoleName, names: Names, texts: Texts) -> Letter | None:
    """An email as it is sent by the step's owner."""
    if not isinstance(content, Email):
        return None
    to = names.people(content.to)
    return Letter(sender, to, texts.text(content.subject), texts.prose(content.body))


def mapping(content: Content, texts: Texts) -> tuple[MappedField, ...]:
    """Which field of the old data becomes which."""
    if not isinstance(content, DataImport):
        return ()
    return tuple(
        MappedField(texts.text(field.from_), texts.text(field.to), texts.prose(field.rule))
        for field in content.mapping
    )


def checks(content: Content, texts: Texts) -> tuple[Prose, ...]:
    """How to tell that imported data arrived whole."""
    return texts.proses(content.checks) if isinstance(content, DataImport) else ()


def metrics(content: Content, names: Names) -> tuple[MetricLine, ...]:
    """The metrics a review looks at."""
    if not isinstance(content, Review):
        return ()
    return tuple(names.metrics[id_] for id_ in content.metrics)


def questions(content: Content, texts: Texts) -> tuple[AskedQuestion, ...]:
    """The questions of a survey."""
    if not isinstance(content, Survey):
        return ()
    return tuple(
        AskedQuestion(
            ask=texts.text(question.ask),
            scale=texts.text(question.scale),
            options=tuple(texts.text(option) for option in question.options),
        )
        for question in content.questions.values()
    )


def handoff_to(content: Content, names: Names) -> RoleName | None:
    """The role that takes over."""
    return names.roles[content.to] if isinstance(content, Handoff) else None


def contents(content: Content, texts: Texts) -> tuple[Prose, ...]:
    """What a handoff document says."""
    return texts.proses(content.contents) if isinstance(content, Handoff) else ()


def instructions(content: Content, texts: Texts) -> tuple[Prose, ...]:
    """The instructions of a procedure."""
    return texts.proses(content.instructions) if isinstance(content, Procedure) else ()


def page_length(content: Content) -> int:
    """How many actions or questions wait on the page of a library entry; 0 where there is none."""
    if isinstance(content, Tutorial):
        return len(content.actions)
    return len(content.questions) if isinstance(content, Quiz) else 0
