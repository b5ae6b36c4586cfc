"""The types of stage 5: a step as a reader meets it, and everything that is shown of it.

In: nothing; `resolve` builds them. Out: frozen dataclasses of plain values, as `guide` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from firstwin.models.keys import Key
from firstwin.models.part import Part
from firstwin.models.plan import Days, SourceLine
from firstwin.models.window import Unit
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role as pages name it. `persona` tells whether it has a guide in this plan.

    `in_sentence` is how its author speaks of it within a sentence, or empty.
    """

    id: str
    title: str
    in_sentence: str
    summary: str
    side: str
    persona: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that a distance counts from.

    A plan's `start`, the day on which the `event` of a play happened, or a `day` of the plan: a
    milestone or a named day. Only that has a title.
    """

    kind: Literal["start", "event", "day"]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a window lies from its anchor, in the unit its author wrote: weeks 1 to 4 after go-live."""

    unit: Unit
    first: int
    last: int
    side: Literal["before", "after"]
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens: its planned days, and what is said of them.

    `first` and `last` count in `unit`, the one the author wrote; what lies at a `distance` from another
    day, or has no window of its own, counts in days.
    """

    days: Days
    unit: Unit
    first: int
    last: int
    distance: Distance | None = None


@dataclass(frozen=True, slots=True)
class ConditionLabel:
    """The condition of something that is shown, labelled: the question behind it and the label.

    `negated` tells that it applies where the label does not.
    """

    question: str
    label: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """One line to tick."""

    key: Key
    text: Prose
    owners: tuple[RoleName, ...]
    optional: bool
    conditions: tuple[ConditionLabel, ...]


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Ticks under a heading; the heading is empty for those that stand alone."""

    title: str
    conditions: tuple[ConditionLabel, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A value the reader writes down."""

    key: Key
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class Address:
    """A link to another site."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for one audience: customer, partner or internal."""

    audience: str
    text: Prose


@dataclass(frozen=True, slots=True)
class Win:
    """A quick win: what can be shown to others, and by when."""

    title: str
    text: Prose
    step: str
    day: int


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One point of an agenda. `minutes` is 0 where none are written."""

    text: Prose
    minutes: int


@dataclass(frozen=True, slots=True)
class TrainingSession:
    """One session of a training. `mine` tells whether this guide's persona attends."""

    title: str
    roles: tuple[RoleName, ...]
    minutes: int
    covers: tuple[Prose, ...]
    recorded: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """An email as it is sent."""

    sender: RoleName
    to: tuple[RoleName, ...]
    subject: str
    body: Prose


@dataclass(frozen=True, slots=True)
class MappedField:
    """Where one field of the old data goes."""

    source: str
    target: str
    rule: Prose


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question of a survey."""

    ask: str
    scale: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MetricLine:
    """A metric of a plan with its target there (empty where the plan has none)."""

    id: str
    title: str
    meaning: Prose
    formula: str
    counted: str
    value: str
    value_meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class NeededStep:
    """Something that must be complete before: a step or a phase of the same plan.

    `phase` is the phase it lies in (a phase's own id). `shown` tells whether this reader's guide has
    it, so that a link can lead there.
    """

    id: str
    title: str
    kind: str
    phase: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class AcceptancePoint:
    """Who accepts the work of a step, and what has to be true for it."""

    by: RoleName
    when: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class GuideStep:
    """One step as a reader meets it.

    `part` is what the persona has in it: owner, with, informed, or none (a milestone it only sees).
    `number` counts from 1 in the phase as this reader sees it. `page` is the library entry whose
    page holds the step's text (a tutorial or quiz), else empty. `minutes` are this persona's.
    `done_when` is the written completion criterion, or the tutorial's `verify` where none is
    written. `accountable`, `consulted` and `acceptance` are there for partners and the vendor; the
    owner is responsible. `origins` says where each field was written, by its name in YAML; `edit` is
    the address at which the step can be changed, empty where the edition links to none.
    """

    id: str
    key: Key
    number: int
    type: str
    title: str
    summary: Prose
    text: Prose
    moment: Moment
    owner: RoleName
    with_: tuple[RoleName, ...]
    informed: tuple[RoleName, ...]
    part: Part
    minutes: int
    optional: bool
    conditions: tuple[ConditionLabel, ...]
    needs: tuple[NeededStep, ...]
    ticks: tuple[TickGroup, ...]
    entries: tuple[Entry, ...]
    deliverables: tuple[Prose, ...]
    links: tuple[Address, ...]
    sign_off: tuple[RoleName, ...]
    accountable: RoleName | None
    consulted: tuple[RoleName, ...]
    acceptance: AcceptancePoint | None
    done_when: Prose
    win: Win | None
    notes: tuple[Note, ...]
    page: str
    actions: int
    agenda: tuple[AgendaLine, ...]
    sessions: tuple[TrainingSession, ...]
    letter: Letter | None
    mapping: tuple[MappedField, ...]
    checks: tuple[Prose, ...]
    first_value: bool
    metrics: tuple[MetricLine, ...]
    questions: tuple[AskedQuestion, ...]
    handoff_to: RoleName | None
    contents: tuple[Prose, ...]
    instructions: tuple[Prose, ...]
    origins: Mapping[str, SourceLine]
    edit: str
