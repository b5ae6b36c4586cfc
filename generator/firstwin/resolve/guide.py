"""The types of stage 5: what each reader meets, with nothing left to look up.

In: nothing; `resolve` builds them. Out: frozen dataclasses of plain values. `str` is text that still
has to be escaped where it is shown; `Prose` is Markdown in the canonical, escaped form of
`firstwin.text`, safe to place in a page. Days count from the start date (day 1), times are minutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from firstwin.models.config import SiteConfig
from firstwin.models.plan import Days, SourceLine
from firstwin.models.values import Audience
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role as pages name it. `persona` tells whether it has a guide in this plan."""

    id: str
    title: str
    summary: str
    side: str
    persona: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens: planned days, and the words of the unit the author wrote.

    `label` is short (Days 15-45, Week 3), with an en dash; `deadline` says by when (Day 20, End of
    week 3). `relative` repeats a distance from an anchor in words (Weeks 1-4 after go-live), or is
    empty; the label then counts in days.
    """

    days: Days
    label: str
    deadline: str
    relative: str


@dataclass(frozen=True, slots=True)
class ConditionLabel:
    """The condition of something that is shown, labelled: the question behind it and the label."""

    question: str
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One line to tick. `key` is the permanent `playbook/step/item` progress is kept under."""

    id: str
    key: str
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
    """A value the reader writes down. `key` is permanent, as a tick's."""

    id: str
    key: str
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
class GuideStep:
    """One step as a reader meets it.

    `part` is what the persona has in it: owner, with, informed, or none (a milestone it only sees).
    `number` counts from 1 in the phase as this reader sees it. `page` is the library entry whose
    page holds the step's text (a tutorial or quiz), else empty. `minutes` are this persona's.
    `done_when` is the written completion criterion, or the tutorial's `verify` where none is
    written. `origins` says where each field was written, by its name in YAML.
    """

    id: str
    key: str
    number: int
    type: str
    title: str
    summary: Prose
    text: Prose
    moment: Moment
    owner: RoleName
    with_: tuple[RoleName, ...]
    informed: tuple[RoleName, ...]
    part: str
    minutes: int
    optional: bool
    conditions: tuple[ConditionLabel, ...]
    needs: tuple[NeededStep, ...]
    ticks: tuple[TickGroup, ...]
    entries: tuple[Entry, ...]
    deliverables: tuple[Prose, ...]
    links: tuple[Address, ...]
    sign_off: tuple[RoleName, ...]
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


@dataclass(frozen=True, slots=True)
class CriteriaText:
    """When something counts as complete."""

    technical: tuple[Prose, ...]
    user: tuple[Prose, ...]
    value: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class GuidePhase:
    """One phase as a reader sees it. `number` counts in the whole plan, of `of` phases."""

    id: str
    number: int
    of: int
    title: str
    outcome: Prose
    moment: Moment
    owner: RoleName | None
    needs: tuple[NeededStep, ...]
    criteria: CriteriaText
    minutes: int
    steps: tuple[GuideStep, ...]


@dataclass(frozen=True, slots=True)
class MilestoneDay:
    """A milestone on the timeline. `anchor`: windows of the plan count from it."""

    id: str
    title: str
    phase: str
    day: int
    first_value: bool
    anchor: bool = False


@dataclass(frozen=True, slots=True)
class Cadence:
    """A conversation that comes back. `times` is how often in its window, `minutes` each time."""

    id: str
    title: str
    every: str
    moment: Moment
    times: int
    minutes: int
    owner: RoleName
    with_: tuple[RoleName, ...]
    agenda: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class RoleShare:
    """What one role does in a plan: its minutes in all and the days from its first to its last step."""

    role: RoleName
    minutes: int
    days: Days | None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Whom to ask about what."""

    id: str
    title: str
    ask_about: str
    channels: tuple[Address, ...]
    responds: str
    tiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedMoment:
    """A named day of the plan."""

    id: str
    title: str
    day: int


@dataclass(frozen=True, slots=True)
class TierPlan:
    """A plan as everybody in the edition sees it, with all of the edition's steps."""

    tier: str
    tier_title: str
    tier_summary: str
    title: str
    summary: Prose
    duration: int
    phases: tuple[GuidePhase, ...]
    milestones: tuple[MilestoneDay, ...]
    named_days: tuple[NamedMoment, ...]
    cadences: tuple[Cadence, ...]
    criteria: CriteriaText
    roles: tuple[RoleShare, ...]
    you_get: tuple[Prose, ...]
    you_give: tuple[Prose, ...]
    metrics: tuple[MetricLine, ...]
    contacts: tuple[ContactLine, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What one persona of one tier sees."""

    tier: str
    persona: RoleName
    goal: Prose
    summary: str
    minutes: int
    first_win: Win | None
    phases: tuple[GuidePhase, ...]
    cadences: tuple[Cadence, ...]


@dataclass(frozen=True, slots=True)
class TutorialAction:
    """One action of a tutorial. `key` is the permanent `library-entry/action`."""

    id: str
    key: str
    number: int
    title: str
    do: Prose
    see: Prose
    image: str
    alt: str
    caption: str
    stuck: Prose


@dataclass(frozen=True, slots=True)
class UsedBy:
    """A guide's step that leads to a library page."""

    tier: str
    tier_title: str
    persona: RoleName
    phase: str
    phase_title: str
    step: str
    step_title: str
    step_number: int


@dataclass(frozen=True, slots=True)
class TutorialText:
    """A tutorial's page, once for the whole site. `image`s of its actions are the project's paths."""

    id: str
    title: str
    summary: Prose
    minutes: int
    goal: Prose
    before_you_start: tuple[Prose, ...]
    actions: tuple[TutorialAction, ...]
    verify: Prose
    verify_key: str
    used_by: tuple[UsedBy, ...]


@dataclass(frozen=True, slots=True)
class QuizAnswer:
    """One answer to choose from."""

    id: str
    text: str
    right: bool


@dataclass(frozen=True, slots=True)
class QuizItem:
    """One question of a quiz. `key` is the permanent `library-entry/question`."""

    id: str
    key: str
    ask: str
    answers: tuple[QuizAnswer, ...]
    because: Prose


@dataclass(frozen=True, slots=True)
class QuizText:
    """A quiz's page, once for the whole site."""

    id: str
    title: str
    summary: Prose
    minutes: int
    questions: tuple[QuizItem, ...]
    used_by: tuple[UsedBy, ...]


@dataclass(frozen=True, slots=True)
class PlayText:
    """What to do when something happens."""

    id: str
    title: str
    trigger: Prose
    tiers: tuple[str, ...]
    steps: tuple[GuideStep, ...]


@dataclass(frozen=True, slots=True)
class Guides:
    """Everything an edition's readers meet. Plans and guides are in the order of `tiers.yml`."""

    audience: Audience
    config: SiteConfig
    stuck: Prose
    plans: Mapping[str, TierPlan]
    guides: tuple[Guide, ...]
    tutorials: tuple[TutorialText, ...]
    quizzes: tuple[QuizText, ...]
    plays: tuple[PlayText, ...]
    contacts: tuple[ContactLine, ...]
