"""A playbook with its references resolved: what stages 2 to 5 hand on.

In: models, put together by `validate`. Out: frozen `Plan`s made of `PhasePlan`s and `Step`s. A `Step`
is the step a reader meets: the library entry under its `use`, the owner and window it takes from its
phase, its planned days. Each value's `Origin` stays known, however far it travelled.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Protocol

from msgspec import Struct, field

from firstwin.diagnostics import Span
from firstwin.models.condition import Alternatives
from firstwin.models.criteria import Criteria, Point
from firstwin.models.mentions import Mention, conditions
from firstwin.models.part import Part, counted, parts
from firstwin.models.playbook import Adjustment, Choice, NamedDay, Touchpoint
from firstwin.models.plays import StillOpen
from firstwin.models.step import Link, Notes
from firstwin.models.steps.content import Content
from firstwin.models.steps.milestone import Milestone
from firstwin.models.table import Table
from firstwin.models.values import Audience, Markdown, MarkdownLine, Text
from firstwin.models.window import Window
from firstwin.sources import KeyPath


class Days(Struct, frozen=True):
    """Planned days, both included, counted from the start date (day 1)."""

    first: int
    last: int


class Located(Protocol):
    """A file that knows the place of what is written in it.

    In a catalog it is a `Document`; in an edition it knows the lines of what is left, and no content.
    """

    @property
    def path(self) -> str:
        """The file, relative to the project."""

    def span(self, keys: KeyPath = ()) -> Span:
        """The place of the value at `keys`."""

    def key_span(self, keys: KeyPath) -> Span:
        """The place of the key that ends `keys`."""

    def line_of(self, keys: KeyPath) -> int:
        """The line on which the key that ends `keys` stands."""

    def lines_below(self, keys: KeyPath) -> Mapping[str, int]:
        """The line of each key of the mapping at `keys`."""

    def has(self, keys: KeyPath) -> bool:
        """Whether a value stands at `keys`."""


class SourceLine(Struct, frozen=True):
    """The file and line a value was written at."""

    path: str
    line: int


class Origin(Struct, frozen=True):
    """Where a value was written: a file and the way to it."""

    document: Located
    keys: KeyPath = ()

    def at(self, *keys: str | int) -> Origin:
        """The origin of what stands below this one."""
        return Origin(self.document, self.keys + keys)

    @property
    def span(self) -> Span:
        """The place of the value."""
        return self.document.span(self.keys)

    @property
    def key_span(self) -> Span:
        """The place of the value's key."""
        return self.document.key_span(self.keys)

    @property
    def path(self) -> str:
        """The file, relative to the project."""
        return self.document.path

    @property
    def line(self) -> int:
        """The line of the value's key, from 1."""
        return self.document.line_of(self.keys)

    @property
    def source_line(self) -> SourceLine:
        """The file and line alone."""
        return SourceLine(self.path, self.line)


class Time(Struct, frozen=True):
    """One of the times a step comes back: which of how many, and the id of the first."""

    number: int
    of: int
    first: str


class Step(Struct, frozen=True, dict=True):
    """One step of a plan, with everything it takes from its library entry and its phase.

    `content` is the merged model: the entry's fields under those the `use` writes. `owner`, `window`
    and `audience` include what the phase and the tier give. `days` is None where the window leads
    nowhere. `values` fill the `{{ set.name }}` of its texts. `origins` names the fields that come from
    somewhere else than `origin`; of these, the plan itself has `changed` some, which extends the one that the step is
    from: that of the tier `taken_from`. `time` tells which of several times it is, where it comes back. `was` is the id it had before. `heading` is the one of its phase it stands under.
    Where no day is known, `event` says when it happens, and its days are those that it may fall on.
    """

    id: str
    phase: str
    content: Content
    owner: str | None
    window: Window | None
    days: Days | None
    audience: Audience
    origin: Origin
    entry: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    was: str | None = None
    heading: str = ""
    draft: bool = False
    changed: frozenset[str] = frozenset()
    taken_from: str | None = None
    time: Time | None = None
    event: Text | None = None

    @property
    def is_milestone(self) -> bool:
        """Whether it marks an outcome, and windows may count from it."""
        return isinstance(self.content, Milestone)

    def is_shown_to(self, role: str) -> bool:
        """Whether the guide of a role shows it, unless its file hides it: milestones are for everybody."""
        return role in self.parts or self.is_milestone

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """The part of each role that has one, the owner first."""
        return parts(self.content, self.owner)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The paths of its pictures in the project: they lie below the folder of the file that names them."""
        if not self.content.pictures:
            return ()
        folder = posixpath.dirname(self.origin_of("pictures").path)
        return tuple(posixpath.join(folder, each.image) for each in self.content.pictures)

    def origin_of(self, name: str) -> Origin:
        """Where the field `name` (as YAML spells it) was written."""
        return self.origins.get(name) or self.origin.at(name)

    def around(self, name: str) -> Origin | None:
        """Where the step itself says the field `name`, beside its others; None where an entry or phase gives it."""
        if name in self.changed:
            changed = self.origins[name]
            return Origin(changed.document, changed.keys[:-1])
        return None if name in self.origins else self.origin


class About(Struct, frozen=True):
    """What is said of a phase or of a plan as a whole, beside its steps."""

    text: Markdown | None = None
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    notes: Notes | None = None


class PhasePlan(Struct, frozen=True):
    """One phase of a plan. `number` counts from 1 in the playbook's order; `was` is the id it had before.

    `headings` are those over its steps, by the step that each begins with. `origins` names the fields that come from
    somewhere else than `origin`, in a plan that extends another. It may come `after` onboarding. Where no day is known, `event`
    says when it happens, and its days are all there are.
    """

    id: str
    number: int
    title: str
    outcome: str
    owner: str | None
    window: Window | None
    days: Days | None
    needs: tuple[str, ...]
    audience: Audience
    criteria: Criteria
    origin: Origin
    steps: tuple[Step, ...]
    was: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    about: About = About()
    deliverables: tuple[MarkdownLine, ...] = ()
    ready_when: Mapping[str, Point] = field(default_factory=dict)
    draft: bool = False
    origins: Mapping[str, Origin] = field(default_factory=dict)
    after: bool = False
    only_if: tuple[Alternatives, ...] = ()
    choices: tuple[Choice, ...] = ()
    event: Text | None = None

    def mentions(self) -> Iterator[Mention]:
        """The role and the conditions it names by itself, beside what its steps mention."""
        if self.owner:
            yield Mention("role", self.owner, ("owner",))
        yield from conditions(self.only_if, "only_if")

    def origin_of(self, name: str) -> Origin:
        """Where the field `name` was written."""
        return self.origins.get(name) or self.origin.at(name)

    def base_of(self, name: str) -> Origin:
        """The place that the field `name` stands at, beside others."""
        found = self.origins.get(name)
        return Origin(found.document, found.keys[:-1]) if found else self.origin


class Persona(Struct, frozen=True, dict=True):
    """What one persona's file says. `added` are its own steps, by the phase or step they follow.

    One that is `listed` has no file: its goal is what the plan leads to, its summary what its role does.
    """

    role: str
    goal: str
    summary: str
    hide: tuple[str, ...]
    adjust: Mapping[str, Adjustment]
    added: Mapping[str, tuple[Step, ...]]
    origin: Origin
    retired: str | None = None
    stuck: str | None = None
    listed: bool = False

    @cached_property
    def hidden(self) -> Mapping[str, int]:
        """The steps it hides, each with its place in the list."""
        return {id_: at for at, id_ in reversed([*enumerate(self.hide)])}

    def sees(self, phase: PhasePlan) -> Iterator[Step]:
        """The steps of a phase that its guide shows, its own in their places."""
        for step in phase.steps:
            if step.is_shown_to(self.role) and step.id not in self.hidden:
                yield step
            yield from self.added.get(step.id, ())
        yield from self.added.get(phase.id, ())

    def steps(self) -> Iterator[Step]:
        """Every step the persona adds."""
        for added in self.added.values():
            yield from added


class Plan(Struct, frozen=True):
    """The playbook of one tier.

    `extends` is the tier whose plan it begins with, and `origins` tells what of it was written there, by the ways to it.
    """

    tier: str
    title: str
    summary: str
    duration: int
    audience: Audience
    named_days: Mapping[str, NamedDay]
    criteria: Criteria
    touchpoints: Mapping[str, Touchpoint]
    touchpoint_days: Mapping[str, Days]
    phases: tuple[PhasePlan, ...]
    personas: Mapping[str, Persona]
    origin: Origin
    first_day: str | None = None
    movable: tuple[str, ...] = ()
    reviewed: date | None = None
    review_by: date | None = None
    about: About = About()
    draft: bool = False
    extends: str | None = None
    origins: Mapping[KeyPath, Origin] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The folder that its files lie in, as a path in the project."""
        return self.origin.path.rpartition("/")[0]

    def origin_of(self, *keys: str | int) -> Origin:
        """Where what stands at `keys` was written."""
        for end in (2, 1):
            if keys[:end] in self.origins:
                return self.origins[keys[:end]].at(*keys[end:])
        return self.origin.at(*keys)

    def base_of(self, *keys: str) -> Origin:
        """The file that the way `keys` leads on in."""
        return Origin(self.origins[keys].document) if keys in self.origins else self.origin

    def of_onboarding(self, touchpoint: Touchpoint, days: Days) -> int:
        """How often a touchpoint on some days takes minutes of onboarding: what comes after the plan is not counted."""
        last = min(days.last, self.duration)
        return counted(touchpoint, last - days.first + 1) if days.first <= last else 0

    def steps(self) -> Iterator[Step]:
        """Every step of the plan, in order; not those a persona adds."""
        for phase in self.phases:
            yield from phase.steps

    def every_step(self) -> Iterator[Step]:
        """Every step of the plan, and after them those that its personas add."""
        yield from self.steps()
        for persona in self.personas.values():
            yield from persona.steps()

    @property
    def unclear_phases(self) -> frozenset[str]:
        """The ids that two phases have: what is said about one of them may be meant for the other."""
        times = Counter(phase.id for phase in self.phases)
        return frozenset(id_ for id_, count in times.items() if count > 1)


class PlayPlan(Struct, frozen=True):
    """A play. Its steps' days count from the day of the trigger.

    What calls for it are steps of plans that are `late`, and what is `still_open` on a day, both by tier, and so many days
    without a visit.
    """

    id: str
    title: str
    trigger: str
    audience: Audience
    tiers: tuple[str, ...]
    tell: tuple[str, ...]
    moves: tuple[str, ...]
    late: Mapping[str, tuple[str, ...]]
    still_open: Mapping[str, tuple[StillOpen, ...]]
    not_seen: int
    steps: tuple[Step, ...]
    origin: Origin
