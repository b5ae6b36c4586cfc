"""The types of stage 5: a step as a reader meets it, and everything that is shown of it.

In: nothing; `resolve` builds them. Out: frozen dataclasses of plain values, as `guide` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

from msgspec import Struct

from firstwin.dates import START
from firstwin.models.effort import Effort
from firstwin.models.keys import Key
from firstwin.models.part import Part
from firstwin.models.plan import Days, SourceLine, Time
from firstwin.models.time_limit import TimeLimit
from firstwin.models.window import Unit
from firstwin.resolve.blocks.block import Block
from firstwin.text import Prose, Url

AnyBlock = TypeVar("AnyBlock", bound=Block)
Kind = type[AnyBlock]


class RoleName(Struct, frozen=True):
    """A role as pages name it. `persona` tells whether it has a guide in this plan.

    `in_sentence` is how its author speaks of it within a sentence, or empty.
    """

    id: str
    title: str
    in_sentence: str
    summary: str
    side: str
    persona: bool


class Anchor(Struct, frozen=True):
    """The day that a distance counts from.

    A plan's `start`, the day on which the `event` of a play happened, or a `day` of the plan: a
    milestone or a named day. Only that has a title.
    """

    kind: Literal["start", "event", "day"]
    title: str = ""


class Distance(Struct, frozen=True):
    """How far a window lies from its anchor, in the unit its author wrote: weeks 1 to 4 after go-live."""

    unit: Unit
    first: int
    last: int
    side: Literal["before", "after"]
    anchor: Anchor


class Moment(Struct, frozen=True):
    """When something happens: its planned days, and what is said of them.

    `first` and `last` count in `unit`, the one the author wrote; what lies at a `distance` from another
    day, or has no window of its own, counts in days. `counted_from` is what its date moves with: the start date, or a mark
    of the plan. Where no day is known, `event` says when it happens, and the days are those that it may fall on: nobody is told
    of them.
    """

    days: Days
    unit: Unit
    first: int
    last: int
    distance: Distance | None = None
    counted_from: str = START
    event: str = ""


class PathText(Struct, frozen=True):
    """One way of several: what one chooses, and what is different on it, which may be empty."""

    id: str
    title: str
    text: str


class ConditionLabel(Struct, frozen=True):
    """The condition of something that is shown, labelled: the question behind it and the label.

    `negated` tells that it applies where the label does not. `rule` says the same to a script: `data-migration`,
    `not data-migration`, or `hosting: self-managed`; `answers` are those to choose from, each by its id; a plain
    yes or no has no text of its own. `asked` tells that readers answer it themselves. `paths` are its answers where they are
    ways to go, side by side.
    """

    question: str
    label: str
    negated: bool = False
    rule: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    asked: bool = True
    paths: tuple[PathText, ...] = ()

    @property
    def condition(self) -> str:
        """The id of the condition."""
        return self.rule.removeprefix("not ").partition(":")[0]


class AlternativeLabels(Struct, frozen=True):
    """Conditions of something that is shown, of which one must hold. Mostly it is one alone."""

    labels: tuple[ConditionLabel, ...]

    @property
    def rule(self) -> str:
        """The same for a script: `data-migration or hosting: self-managed`."""
        return " or ".join(label.rule for label in self.labels)


class StepChoice(Struct, frozen=True):
    """Steps of which some are enough: how many, and each by its id and title."""

    at_least: int
    steps: tuple[tuple[str, str], ...]


class OutsideLink(Struct, frozen=True):
    """A link to another site. One that leads inside this one has no `url`: its title is the link."""

    title: str
    url: Url


class MetricLine(Struct, frozen=True):
    """A metric of a plan with its target there (empty where the plan has none).

    The target is split for the eye: `number` is drawn large, `unit` small behind it (4.5 | of 5), and `target_meaning`
    says what the number is. `counted` says how it is counted, `source` where the target is from.
    """

    id: str
    title: str
    meaning: Prose
    formula: str
    counted: str
    number: str
    unit: str
    target_meaning: str
    source: str


class NeededStep(Struct, frozen=True):
    """Something that must be complete before: a step or a phase of the same plan.

    `phase` is the phase it lies in (a phase's own id). `shown` tells whether this reader's guide has
    it, so that a link can lead there; where it has not, its `owner` says who sees to it.
    """

    id: str
    title: str
    kind: str
    phase: str
    owner: RoleName | None
    shown: bool = True


class TakenFrom(Struct, frozen=True):
    """The plan that a step is from, where its own extends that one, and what is `changed` here, by the names in YAML."""

    plan: str
    changed: tuple[str, ...]


class GuideStep(Struct, frozen=True):
    """One step as a reader meets it: what it is, what is known of it, and its blocks in their order.

    `was` is the id it had before, or empty. `also` is what else people call it. `draft` tells that it is still being written. `number` counts from 1 in the phase as this
    reader sees it. `part` is what the persona has in it, `minutes` are this persona's. `within` is how soon it has to be done
    once its turn has come. `heading` is the author's over it and those beside it, or empty. `may_not_apply`, that its reader
    may say so. `attended` tells that whoever takes part is there in person, or looks back on what was
    reached. `takes_over` is the role that work is handed to. `origins` says where each field was written, by its name
    in YAML, and `taken_from` to the team from which plan it is. `time` is which of several times it is, `choice` is of what it is one to choose; `edit` is the
    address at which the step can be changed, empty where the edition links to none.
    """

    id: str
    was: str
    key: Key
    number: int
    type: str
    title: str
    heading: str
    also: tuple[str, ...]
    summary: Prose
    text: Prose
    conditions: tuple[AlternativeLabels, ...]
    needs: tuple[NeededStep, ...]
    optional: bool
    draft: bool
    may_not_apply: bool
    attended: bool
    first_value: bool
    moment: Moment
    within: TimeLimit | None
    minutes: Effort
    part: Part
    owner: RoleName
    with_: tuple[RoleName, ...]
    may_join: tuple[RoleName, ...]
    informed: tuple[RoleName, ...]
    takes_over: RoleName | None
    blocks: tuple[Block, ...]
    origins: Mapping[str, SourceLine]
    taken_from: TakenFrom | None
    time: Time | None
    edit: str
    choice: StepChoice | None = None

    @property
    def is_milestone(self) -> bool:
        """Whether it marks an outcome."""
        return self.type == "milestone"

    def block(self, kind: Kind[AnyBlock]) -> AnyBlock | None:
        """Its block of one kind, where it has one."""
        for block in self.blocks:  # a generator would take twice the time, and pages ask often
            if isinstance(block, kind):
                return block
        return None
