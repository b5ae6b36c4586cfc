"""A playbook: the plan of one tier, and the persona files beside it.

In: `<tier>/playbook.yml`, `<tier>/phases/<phase>.yml` and `<tier>/<persona>.yml`. Out: `Playbook`, `PhaseFile` and
`PersonaFile`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

from pydantic import Discriminator, Field, Tag, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from firstwin.models.base import FileModel, Model
from firstwin.models.condition import OnlyIf
from firstwin.models.criteria import Criteria, Point
from firstwin.models.date import Dated
from firstwin.models.effort import Minutes
from firstwin.models.mentions import Mention, mentions
from firstwin.models.placed import PlacedStep
from firstwin.models.several import Several
from firstwin.models.step import AgendaPoint, Link, Notes, Period, StepFields, Timed, Windowed
from firstwin.models.table import Table
from firstwin.models.values import Audience, Flag, Id, Markdown, MarkdownLine, Number, Text, is_id
from firstwin.models.window import PlanDay


class Choice(Model):
    """Steps of a phase of which some are enough."""

    of: tuple[Id, ...] = Field(min_length=2)
    """The steps, by their ids."""
    at_least: Number = 1
    """How many of them are enough."""


def choices_left(choices: Iterable[Choice], is_left: Callable[[str], bool]) -> Iterator[Choice]:
    """The choices between steps that are still ones, once some steps are gone."""
    for each in choices:
        left = tuple(id_ for id_ in each.of if is_left(id_))
        if left == each.of:
            yield each
        elif len(left) > each.at_least:
            yield each.model_copy(update={"of": left})


class PhaseFields(Timed):
    """The fields of every phase."""

    was: Id | None = None
    """The phase's earlier id."""
    draft: Flag = False
    """Whether it is still being written: only the team's edition and the preview show it, and what is merely unfinished in it is noted."""
    title: Text
    """What is done in it, beginning with a verb: Set up the account."""
    outcome: MarkdownLine
    """What is true at its end."""
    owner: Id | None = None
    """The role that leads it; steps without an owner take it."""
    text: Markdown | None = None
    """What everybody has to know before its first step."""
    tables: tuple[Table, ...] = ()
    """Small tables with named columns."""
    links: tuple[Link, ...] = ()
    """Where to read more."""
    notes: Notes | None = None
    """Remarks for one audience each."""
    deliverables: Several[MarkdownLine] = ()
    """What exists at its end."""
    needs: Several[Id] = ()
    """Phases or steps that must be complete before it begins."""
    only_if: OnlyIf | None = None
    """The condition under which all of it applies, beside those of its steps; asked in `conditions.yml`."""
    audience: Audience | None = None
    """Who may see it. It may narrow the tier's audience, never widen it."""
    ready_when: dict[Id, Point] = Field(default_factory=dict)
    """What has to be true before it begins, beside what it needs, by permanent id: the gate at its beginning. `criteria` are the one at its end."""
    criteria: Criteria = Criteria()
    """When the phase counts as complete, beside its steps."""
    headings: dict[Id, Text] = Field(default_factory=dict)
    """Headings over its steps: each by the id of the step it stands over, and good until the next one."""
    choices: tuple[Choice, ...] = ()
    """Steps of which some are enough: one of several, or as many as it says. The phase is done when that many are."""
    steps: tuple[PlacedStep, ...] = ()
    """What is done, in the order of the page."""


class _PhaseId(Model):
    id: Id
    """The phase's permanent id, unique in the playbook."""


class Phase(PhaseFields, _PhaseId):
    """A stretch of the plan with an outcome. Phases may overlap."""


class PhaseFile(PhaseFields, FileModel):
    """One phase of a playbook, in a file of its own. Its id is the file's name."""


def _phase_or_file(value: object) -> str:
    return "<file>" if isinstance(value, str) and is_id(value) else "<phase>"


PhaseOrFile = Annotated[
    Annotated[Phase, Tag("<phase>")] | Annotated[Id, Tag("<file>")],
    Discriminator(_phase_or_file),
]


class NamedDay(Model):
    """A day of the plan that windows may count from."""

    title: Text
    """What happens on it."""
    day: PlanDay
    """The planned day, counted from the start date (day 1); `-1` is the day before."""


class Touchpoint(Windowed):
    """A conversation that comes back: the weekly call, the quarterly review."""

    title: Text
    """What it is called."""
    every: Period
    """How often it comes back within its window. `day` is each working day: five in a week."""
    minutes: Minutes
    """How long each one takes, in minutes, or from how many to how many."""
    owner: Id
    """The role that holds it."""
    with_: Several[Id] = Field(default=(), alias="with")
    """The roles that take part; the minutes count for them, each time."""
    agenda: Several[AgendaPoint] = ()
    """What is talked about, in order, each with its minutes."""
    counted_by: Id | None = None
    """The step that is the first of these conversations. Its minutes count there, not here."""
    audience: Audience | None = None
    """Who may see it."""

    def mentions(self) -> Iterator[Mention]:
        """The roles in it."""
        yield Mention("role", self.owner, ("owner",))
        yield from mentions("role", self.with_, "with")

    @property
    def people(self) -> tuple[str, ...]:
        """The roles whose time it takes."""
        return (self.owner, *self.with_)


class PlanChange(StepFields):
    """What a plan that extends another says otherwise of one of its steps or phases."""

    outcome: MarkdownLine | None = None
    """Of a phase: what is true at its end."""


class Playbook(Dated):
    """The plan of one tier."""

    tier: Id
    """The tier this plan is for, from `tiers.yml`; also the name of this file's folder."""
    title: Text
    """The name of the plan: Enterprise onboarding."""
    summary: MarkdownLine
    """What it leads to, in a sentence."""
    duration: Number
    """How many days it takes."""
    draft: Flag = False
    """Whether it is still being written: only the team's edition and the preview show it, and what is merely unfinished in it is noted."""
    extends: Id | None = None
    """The tier whose plan this one begins with: its phases, days, conversations and persona files, changed by what stands here."""
    hide: Several[Id] = ()
    """Steps and phases of the plan it extends that this one does not have."""
    adjust: dict[Id, PlanChange] = Field(default_factory=dict)
    """What is otherwise here, by the step or phase of the plan it extends."""
    move: dict[Id, Id] = Field(default_factory=dict)
    """Where a step stands here: under a phase's id at its end, under a step's id after it. A phase stands after another phase."""
    add: dict[Id, tuple[PlacedStep, ...]] = Field(default_factory=dict)
    """Steps of this plan alone: under a phase's id at its end, under a step's id after it."""
    text: Markdown | None = None
    """What everybody has to know about it, on the page of the plan."""
    tables: tuple[Table, ...] = ()
    """Small tables with named columns."""
    links: tuple[Link, ...] = ()
    """Where to read more."""
    notes: Notes | None = None
    """Remarks for one audience each."""
    first_day: MarkdownLine | None = None
    """Which day is day 1, as its readers know it: Day 1 is the day on which your contract begins."""
    named_days: dict[Id, NamedDay] = Field(default_factory=dict)
    """Days that windows may count from, beside `start` and the milestones."""
    movable: Several[Id] = ()
    """Milestones and named days whose date a reader may set, beside the start date. What counts from them moves along."""
    criteria: Criteria = Criteria()
    """When onboarding counts as complete."""
    touchpoints: dict[Id, Touchpoint] = Field(default_factory=dict)
    """Conversations that come back, by id."""
    guides: Several[Id] = ()
    """Roles that have a guide and no file: it says what the plan leads to, and what the role does."""
    phases: tuple[PhaseOrFile, ...] = Field(default=(), min_length=1)
    """The phases, in the order of the page. An id alone stands for the file of that name in the folder `phases`. In a plan that extends another they stand at its end, and there need be none."""
    aftercare: tuple[PhaseOrFile, ...] = ()
    """What goes on when onboarding is over: phases like the others, which are counted apart."""
    retired: Several[Id] = ()
    """Ids of phases and steps that are gone; they may not be used again."""

    @model_validator(mode="after")
    def _has_phases(self) -> Playbook:
        if not (self.phases or self.extends):
            missing = InitErrorDetails(type="missing", loc=("phases",), input=None)
            raise ValidationError.from_exception_data("phases", [missing])
        return self


class Adjustment(Model):
    """What one persona reads differently in a step. Its truth stays the same for everybody."""

    title: Text | None = None
    """The title for this persona."""
    summary: MarkdownLine | None = None
    """The summary for this persona."""
    text: Markdown | None = None
    """The explanation for this persona."""
    for_others: MarkdownLine | None = None
    """The one line for this persona, where it shares the step without leading it."""
    minutes: Minutes | None = None
    """How long it takes this persona."""
    links: tuple[Link, ...] | None = None
    """Links for this persona, instead of the step's."""
    notes: Notes | None = None
    """Remarks for this persona, instead of the step's."""


class PersonaFile(FileModel):
    """What one persona of a tier sees on top of the plan. Applied in the order hide, adjust, add."""

    persona: Id
    """The role this guide is for, from `roles.yml`; also the name of this file."""
    goal: MarkdownLine
    """What the reader has reached at the end, addressed as you."""
    summary: Text
    """What the reader does, in one line for the home page: You set up the product."""
    stuck: MarkdownLine | None = None
    """What the foot of the guide's pages and its help say to a reader who is stuck, in place of what the plan says."""
    retired: MarkdownLine | None = None
    """What the guide says once nobody begins with it any more, and what took its place. It leaves home, search and lists."""
    hide: Several[Id] = ()
    """Steps this persona does not see."""
    adjust: dict[Id, Adjustment] = Field(default_factory=dict)
    """Wording, minutes, links and notes for this persona, by step."""
    add: dict[Id, tuple[PlacedStep, ...]] = Field(default_factory=dict)
    """Steps for this persona alone: under a phase's id at its end, under a step's id after it."""
