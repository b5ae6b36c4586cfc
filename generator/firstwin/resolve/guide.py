"""The types of stage 5: what each reader meets, with nothing left to look up.

In: nothing; `resolve` builds them. Out: frozen dataclasses of plain values. `str` is text that still
has to be escaped where it is shown; `Prose` is HTML of `firstwin.text`, safe to place in a page. Days
count from the start date (day 1), times are minutes. `edit` is the address at which something can be
changed, empty where the edition links to none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from firstwin.dates import START
from firstwin.models.config import SiteConfig
from firstwin.models.effort import NO_TIME, Effort
from firstwin.models.keys import Key
from firstwin.models.plan import Days
from firstwin.models.plays import StillOpen
from firstwin.models.step import Period
from firstwin.models.values import Audience
from firstwin.resolve.about import AboutText
from firstwin.resolve.blocks.agenda import AgendaLine
from firstwin.resolve.blocks.ticks import Tick
from firstwin.resolve.blocks.win import Win
from firstwin.resolve.files import EditionFiles, PlanFiles
from firstwin.resolve.guide_step import (
    AlternativeLabels,
    GuideStep,
    MetricLine,
    Moment,
    NeededStep,
    OutsideLink,
    RoleName,
)
from firstwin.resolve.library_texts import DocumentText, EntryText, QuizText, TutorialText
from firstwin.resolve.own_pages import OwnPageText
from firstwin.resolve.vocabulary_texts import (
    FailureText,
    FigureLine,
    GlossaryTerm,
    MethodLine,
    MetricText,
)
from firstwin.text import Inside, Prose


class CriteriaText(Struct, frozen=True):
    """When something counts as complete."""

    technical: tuple[Tick, ...]
    user: tuple[Tick, ...]
    value: tuple[Tick, ...]


class GuidePhase(Struct, frozen=True):
    """One phase as a reader sees it. `number` counts in the whole plan, of `of` phases.

    Its `conditions` hold for each of its steps, beside their own. `draft` tells that it is still being written.
    """

    id: str
    number: int
    of: int
    title: str
    outcome: Prose
    moment: Moment
    owner: RoleName | None
    needs: tuple[NeededStep, ...]
    criteria: CriteriaText
    minutes: Effort
    steps: tuple[GuideStep, ...]
    edit: str
    about: AboutText
    deliverables: tuple[Prose, ...]
    ready_when: tuple[Tick, ...]
    after: bool
    draft: bool
    conditions: tuple[AlternativeLabels, ...]


class MilestoneDay(Struct, frozen=True):
    """A milestone on the timeline. `anchor`: windows of the plan count from it. Its date moves with what it is `counted_from`.

    Where no day is known, `event` says when it is reached.
    """

    id: str
    title: str
    phase: str
    day: int
    first_value: bool
    anchor: bool = False
    counted_from: str = START
    event: str = ""


class Cadence(Struct, frozen=True):
    """A conversation that comes back. `times` is how often in its window, `minutes` each time.

    `counted` of them take minutes of their own in onboarding, and `later` ones when it is over: where a step is the first
    of them, the step counts it.
    """

    id: str
    title: str
    every: Period
    moment: Moment
    times: int
    counted: int
    later: int
    minutes: Effort
    owner: RoleName
    with_: tuple[RoleName, ...]
    agenda: tuple[AgendaLine, ...]

    @property
    def people(self) -> tuple[RoleName, ...]:
        """Whose time it takes."""
        return (self.owner, *self.with_)

    @property
    def in_all(self) -> Effort:
        """What those of them take that have minutes of their own."""
        return self.minutes * self.counted

    @property
    def in_all_later(self) -> Effort:
        """What those of them take that come when onboarding is over."""
        return self.minutes * self.later

    def has(self, role: str) -> bool:
        """Whether a role takes part."""
        return any(person.id == role for person in self.people)


class RoleShare(Struct, frozen=True):
    """What one role does in a plan: its minutes in all, the days from its first to its last step, and its work.

    `work` is what each step takes it, by the step's id, those after onboarding as well.
    """

    role: RoleName
    minutes: Effort
    days: Days | None
    work: Mapping[str, Effort]


class ContactLine(Struct, frozen=True):
    """Whom to ask about what, and who answers while they are away. `role` is the id of the role behind it, or empty.

    Where `responds` is empty it is a page to read, and nobody to ask.
    """

    id: str
    title: str
    role: str
    ask_about: str
    channels: tuple[OutsideLink, ...]
    responds: str
    stand_in: str
    tiers: tuple[str, ...]


class NamedMoment(Struct, frozen=True):
    """A named day of the plan."""

    id: str
    title: str
    day: int
    counted_from: str = START


class PlanMark(Struct, frozen=True):
    """A day of the plan whose date a reader may set. It keeps its distance to what it is `counted_from` until they do."""

    id: str
    title: str
    day: int
    counted_from: str


class TierPlan(Struct, frozen=True):
    """A plan as everybody in the edition sees it, with all of the edition's steps.

    `first_day` says which day is day 1, or is empty. `stuck` is empty where the plan says what the site says. `economics` are there for the vendor alone. `files` are
    the files behind it and its guides. `retired` is what its pages say where nobody begins with it any more, or empty.
    """

    tier: str
    tier_title: str
    tier_summary: str
    title: str
    summary: Prose
    duration: int
    first_day: Prose
    about: AboutText
    phases: tuple[GuidePhase, ...]
    milestones: tuple[MilestoneDay, ...]
    named_days: tuple[NamedMoment, ...]
    marks: tuple[PlanMark, ...]
    cadences: tuple[Cadence, ...]
    criteria: CriteriaText
    roles: tuple[RoleShare, ...]
    you_get: tuple[Prose, ...]
    you_give: tuple[Prose, ...]
    metrics: tuple[MetricLine, ...]
    contacts: tuple[ContactLine, ...]
    stuck: Prose
    economics: tuple[FigureLine, ...]
    reviewed: date | None
    edit: str
    files: PlanFiles
    retired: Prose

    def people_to_ask(self, reader: str) -> tuple[ContactLine, ...]:
        """The contacts that answer the role of a reader: the others are pages to read, or the reader."""
        return tuple(
            contact for contact in self.contacts if contact.responds and contact.role != reader
        )


class Guide(Struct, frozen=True):
    """What one persona of one tier sees. `promised` are the most minutes its tier promised, 0 where none.

    `later` is what comes when onboarding is over, which `minutes` do not hold. `plays` are what this reader does when something
    goes wrong. `retired` is what it says where nobody begins with it any more, while others begin with its plan; `stuck` is
    empty where it says what its plan says.
    """

    tier: str
    persona: RoleName
    goal: Prose
    summary: str
    minutes: Effort
    first_win: Win | None
    phases: tuple[GuidePhase, ...]
    cadences: tuple[Cadence, ...]
    edit: str
    retired: Prose
    stuck: Prose
    promised: int = 0
    later: Effort = NO_TIME
    plays: tuple[PlayText, ...] = ()

    @property
    def own_phases(self) -> tuple[GuidePhase, ...]:
        """The phases in which there is something for its reader."""
        return tuple(phase for phase in self.phases if phase.steps)


class PlayText(Struct, frozen=True):
    """What to do when something happens, whom to tell, and what moves with it.

    `tell` are the roles, `contacts` those of them that the reader can reach, `late` the steps of the guide's plan that call
    for it when they are late, `still_open` what does on a day, `not_seen` after how many days without a visit (0: never).
    """

    id: str
    title: str
    trigger: Prose
    tiers: tuple[str, ...]
    tell: tuple[RoleName, ...]
    contacts: tuple[ContactLine, ...]
    late: tuple[str, ...]
    still_open: tuple[StillOpen, ...]
    not_seen: int
    moves: tuple[Prose, ...]
    steps: tuple[GuideStep, ...]
    edit: str


class Renamed(Struct, frozen=True):
    """A key under which readers have kept something, and the one under which it is kept now."""

    old: Key
    new: Key


class Earlier(Struct, frozen=True):
    """The id that something had before, of what an address may hold: a tier, a persona, a phase of a tier, or an entry."""

    kind: Literal["tier", "persona", "phase", "entry"]
    id: str
    was: str
    tier: str = ""


class Guides(Struct, frozen=True):
    """Everything an edition's readers meet. Plans and guides are in the order of `tiers.yml`.

    `edits` are the addresses at which the vocabulary files can be changed, by their names: metrics,
    contacts, plays, glossary ... `files` are those behind what belongs to no plan. `footer` are the owner's own links at the
    foot of all pages, and `own_pages` the owner's own pages. `downloads` are the sizes of the
    files that texts offer, by name, and `pictures` the paths of all that something shows. `earlier` are ids that addresses held once, and `redirects` what the owner says that old
    addresses lead to.
    """

    audience: Audience
    config: SiteConfig
    stuck: Prose
    footer: tuple[OutsideLink, ...]
    own_pages: tuple[OwnPageText, ...]
    downloads: Mapping[str, int]
    pictures: tuple[str, ...]
    plans: Mapping[str, TierPlan]
    guides: tuple[Guide, ...]
    tutorials: tuple[TutorialText, ...]
    quizzes: tuple[QuizText, ...]
    documents: tuple[DocumentText, ...]
    plays: tuple[PlayText, ...]
    contacts: tuple[ContactLine, ...]
    metrics: tuple[MetricText, ...]
    glossary: tuple[GlossaryTerm, ...]
    failures: tuple[FailureText, ...]
    methods: tuple[MethodLine, ...]
    edits: Mapping[str, str]
    files: EditionFiles
    renamed: tuple[Renamed, ...]
    earlier: tuple[Earlier, ...] = ()
    redirects: tuple[tuple[str, Inside], ...] = ()

    @property
    def entries(self) -> tuple[EntryText, ...]:
        """What of the library has a page of its own."""
        return (*self.tutorials, *self.quizzes, *self.documents)
