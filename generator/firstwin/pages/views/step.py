"""A step on a page, and all that may stand in it.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firstwin.pages.views.shared import (
    AgendaLineView,
    CardView,
    ConditionView,
    FactView,
    LinkView,
    ListView,
    MetricView,
    WinView,
)
from firstwin.text import Prose, Url


@dataclass(frozen=True, slots=True)
class TickView:
    """A line to tick. `id` is unique on the page; `notes` follow it: Optional, whose it is, a condition."""

    id: str
    key: str
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TickGroupView:
    """Lines to tick under a heading, which may be empty."""

    title: str
    conditions: tuple[ConditionView, ...]
    ticks: tuple[TickView, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """A value to write down. `id` is unique on the page."""

    id: str
    key: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session of a training. `meta`: minutes, who attends, whether it is recorded."""

    title: str
    meta: tuple[str, ...]
    covers: tuple[Prose, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class LetterView:
    """An email: its head as facts (from, to, subject) and its text."""

    head: tuple[FactView, ...]
    body: Prose


@dataclass(frozen=True, slots=True)
class MappingView:
    """Where one field of the old data goes."""

    source: str
    target: str
    rule: Prose


@dataclass(frozen=True, slots=True)
class SurveyQuestionView:
    """A question of a survey. `answers` says how it is answered: a scale or what to choose from."""

    ask: str
    answers: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A remark. `label` names its readers (For the team only), empty where everybody reads it."""

    audience: str
    label: str
    text: Prose


@dataclass(frozen=True, slots=True)
class RaciRowView:
    """One line of who is responsible, accountable, consulted, informed. `letter` is its sign."""

    letter: str
    title: str
    roles: str


@dataclass(frozen=True, slots=True)
class AcceptanceView:
    """Who accepts the work, and what has to be true for it."""

    title: str
    points: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step on a page.

    `form` is what the reader has in it: "own" (shown whole), "shared" (others lead: `line` says who
    and when, the rest may be folded), "told" (`line` alone) or "seen" (a milestone of others).
    `id` is its anchor. `position` is "Step 3 of 7", `kind` the type in words, `milestone` its label
    (Milestone, day 45) or empty. `card` leads to the tutorial or quiz. Of `done_when` (the author's)
    and `done_words` (ours, where the author wrote none) one is filled. `done_tick` is the tick of a
    step that has no others. `raci` and `acceptance` are there for partners and the vendor. `edit` leads
    to where the step is written, in editions that link to it. Fields with prose stand in the order in which the page shows them.
    """

    id: str
    key: str
    type: str
    form: Literal["own", "shared", "told", "seen"]
    number: int
    position: str
    title: str
    milestone: str
    first_value: bool
    optional: str
    line: str
    summary: Prose
    text: Prose
    conditions: tuple[ConditionView, ...]
    needs: tuple[LinkView, ...]
    facts: tuple[FactView, ...]
    raci: tuple[RaciRowView, ...]
    card: CardView | None
    agenda: tuple[AgendaLineView, ...]
    sessions: tuple[SessionView, ...]
    letter: LetterView | None
    instructions: tuple[Prose, ...]
    mapping: tuple[MappingView, ...]
    ticks: tuple[TickGroupView, ...]
    entries: tuple[EntryView, ...]
    questions: tuple[SurveyQuestionView, ...]
    metrics: tuple[MetricView, ...]
    lists: tuple[ListView, ...]
    links: tuple[LinkView, ...]
    sign_off: tuple[str, ...]
    done_when: Prose
    done_words: str
    done_tick: TickView | None
    acceptance: AcceptanceView | None
    win: WinView | None
    notes: tuple[NoteView, ...]
    edit: Url
