"""The types of steps: what each adds to the fields all steps share.

In: the mapping of a step or library entry. Out: one class a type. The words are those of the sources
the product was designed from: task, tutorial, meeting, training, email, data import, milestone,
review, survey, quiz, handoff, procedure.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from firstwin.models.base import Model, ShortForm
from firstwin.models.step import AgendaPoint, StepFields
from firstwin.models.values import Address, Asset, Flag, Id, Markdown, MarkdownLine, Number, Text


class Titled(StepFields):
    """A step with a title of its own."""

    title: Text
    """What to do, as an instruction: Hold the kickoff call."""


class Task(Titled):
    """Something to do. What a step is when no type is written."""

    type: Literal["task"] = "task"
    """The type of step."""


class Meeting(Titled):
    """People talk to each other at one time."""

    type: Literal["meeting"]
    """The type of step."""
    agenda: tuple[AgendaPoint, ...] = ()
    """What is talked about, in order, each with its minutes: `Introductions (10 min)`."""


class Session(Model):
    """One training session."""

    title: Text
    """What the session is called."""
    for_: tuple[Id, ...] = Field(alias="for", min_length=1)
    """The roles that attend; the minutes count for them."""
    minutes: Number
    """How long it lasts."""
    covers: tuple[MarkdownLine, ...] = ()
    """What is learnt."""
    recorded: Flag = False
    """Whether a recording can be watched later."""


class Training(Titled):
    """People learn from somebody, in one session or several."""

    type: Literal["training"]
    """The type of step."""
    sessions: dict[Id, Session] = Field(min_length=1)
    """The sessions, by id."""


class Email(Titled):
    """A message one side sends the other."""

    type: Literal["email"]
    """The type of step."""
    to: tuple[Id, ...] = Field(min_length=1)
    """The roles that receive it. It comes from the step's owner."""
    subject: Text
    """The subject line."""
    body: Markdown
    """The message."""


class FieldMapping(Model):
    """Where one field of the old data goes."""

    from_: Text = Field(alias="from")
    """The field's name in the old system."""
    to: Text
    """The field's name in the product."""
    rule: MarkdownLine | None = None
    """How its values are changed on the way."""


class DataImport(Titled):
    """Data moves from one system to another."""

    type: Literal["data-import"]
    """The type of step."""
    mapping: tuple[FieldMapping, ...] = ()
    """Which field becomes which."""
    checks: tuple[MarkdownLine, ...] = ()
    """How to tell that the data arrived whole."""


class Milestone(Titled):
    """An outcome reached. Its id is an anchor that windows may count from."""

    type: Literal["milestone"]
    """The type of step."""
    first_value: Flag = False
    """Whether this is the first value: the one milestone a customer plan cannot do without."""


class Review(Titled):
    """Both sides look at what was reached and decide what comes next."""

    type: Literal["review"]
    """The type of step."""
    agenda: tuple[AgendaPoint, ...] = ()
    """What is talked about, in order, each with its minutes."""
    metrics: tuple[Id, ...] = ()
    """The metrics that are looked at, from `metrics.yml`."""


class SurveyQuestion(ShortForm):
    """One question of a survey. A lone text stands for `{ask: ...}`."""

    short: ClassVar[str] = "ask"

    ask: Text
    """The question."""
    scale: Text | None = None
    """The scale of the answer: 0 to 10."""
    options: tuple[Text, ...] = ()
    """The answers to choose from."""


class Survey(Titled):
    """Questions about how things went."""

    type: Literal["survey"]
    """The type of step."""
    questions: dict[Id, SurveyQuestion] = Field(min_length=1)
    """The questions, by id."""


class Handoff(Titled):
    """Work passes from the owner to another role, with all that was learnt."""

    type: Literal["handoff"]
    """The type of step."""
    to: Id
    """The role that takes over."""
    contents: tuple[MarkdownLine, ...] = Field(min_length=1)
    """What the handoff document says, so that nobody is asked twice."""


class Procedure(Titled):
    """How something is done the standard way, instruction by instruction."""

    type: Literal["procedure"]
    """The type of step."""
    instructions: tuple[MarkdownLine, ...] = Field(min_length=1)
    """The instructions, in order."""


class Action(Model):
    """One numbered instruction of a tutorial."""

    title: Text | None = None
    """The instruction in a few words. Without it the page numbers the action alone."""
    do: Markdown
    """What to do."""
    see: MarkdownLine | None = None
    """What the reader sees when it worked."""
    image: Asset | None = None
    """A picture, as a path below this file's folder."""
    alt: Text | None = None
    """What the picture shows, for those who cannot see it."""
    caption: Text | None = None
    """A line under the picture."""
    stuck: Markdown | None = None
    """What to do when it did not work."""
    was: Id | None = None
    """The action's earlier id: ticks kept under it move here."""


class Video(Model):
    """A tutorial as a film, for those who rather watch."""

    url: Address
    """Where the film is."""
    minutes: Number
    """How long it is."""
    transcript: Markdown
    """Every word that is said in it, for those who cannot hear or do not want to."""


class Tutorial(Titled):
    """A guided exercise. Its text lives in the library, once, and has a page of its own."""

    type: Literal["tutorial"]
    """The type of step."""
    goal: MarkdownLine
    """What the reader can do afterwards."""
    before_you_start: tuple[MarkdownLine, ...] = ()
    """What has to be at hand."""
    actions: dict[Id, Action] = Field(min_length=1)
    """The actions, in order, by permanent id."""
    video: Video | None = None
    """The same as a film. Pages show its address as a link and load nothing from there."""
    verify: MarkdownLine
    """How to tell that it works."""


class QuizQuestion(Model):
    """One question of a quiz."""

    ask: Text
    """The question."""
    options: dict[Id, Text] = Field(min_length=2)
    """The answers to choose from, by id."""
    answer: Id
    """The id of the right answer."""
    because: MarkdownLine
    """Why it is right."""


class Quiz(Titled):
    """Questions that show what was understood. It lives in the library and has a page of its own."""

    type: Literal["quiz"]
    """The type of step."""
    questions: dict[Id, QuizQuestion] = Field(min_length=1)
    """The questions, in order, by permanent id."""


Content = (
    Task
    | Tutorial
    | Meeting
    | Training
    | Email
    | DataImport
    | Milestone
    | Review
    | Survey
    | Quiz
    | Handoff
    | Procedure
)
"""What a step is about, whichever type it has."""
