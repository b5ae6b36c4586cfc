"""The pages for the vendor's team.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firstwin.pages.views.guide import TaskView
from firstwin.pages.views.shared import ContentsView, LinkView, PathsView
from firstwin.pages.views.step import LetterView
from firstwin.text import Prose, Url


@dataclass(frozen=True, slots=True)
class TeamView:
    """The way to everything the team has."""

    title: str
    lede: str
    contents: tuple[ContentsView, ...]


@dataclass(frozen=True, slots=True)
class TeamPlanView:
    """A plan with everybody's steps."""

    title: str
    lede: str
    paths: tuple[PathsView, ...]
    phases: tuple[TaskView, ...]
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a table; figures stand at its end."""

    title: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class DutyView:
    """A step somebody works on in a week. `note`: until when, with whom."""

    title: str
    url: Url
    note: str


@dataclass(frozen=True, slots=True)
class DutiesView:
    """What one role does in a week. `time` is what it takes, `calls` the conversations in it."""

    role: str
    time: str
    duties: tuple[DutyView, ...]
    calls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamWeekView:
    """A week of the team, or several that are alike."""

    id: str
    title: str
    label: str
    roles: tuple[DutiesView, ...]


@dataclass(frozen=True, slots=True)
class TeamWeeksView:
    """What the team does in a plan, week by week. `sums` are the hours of each role, a row each."""

    title: str
    lede: str
    columns: tuple[ColumnView, ...]
    sums: tuple[tuple[str, ...], ...]
    weeks: tuple[TeamWeekView, ...]


@dataclass(frozen=True, slots=True)
class FailureView:
    """A reason why onboarding fails. `steps` prevent it, `plays` help when it happens."""

    id: str
    title: str
    signs: tuple[Prose, ...]
    prevention: Prose
    steps: tuple[LinkView, ...]
    plays: tuple[LinkView, ...]
    source: str


@dataclass(frozen=True, slots=True)
class FailuresView:
    """All reasons why onboarding fails."""

    title: str
    lede: str
    failures: tuple[FailureView, ...]


@dataclass(frozen=True, slots=True)
class SentView:
    """An email with the day it is sent."""

    id: str
    title: str
    when: str
    letter: LetterView


@dataclass(frozen=True, slots=True)
class MailsView:
    """The emails of a plan, or of all plays."""

    title: str
    id: str
    sent: tuple[SentView, ...]


@dataclass(frozen=True, slots=True)
class EmailsView:
    """All emails."""

    title: str
    lede: str
    groups: tuple[MailsView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source, and what comes from it."""

    source: str
    what: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A page that is a table, with where its figures come from."""

    title: str
    lede: str
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class CoverCellView:
    """A guide in the matrix of plans and roles. `url` leads to its line, empty where there is no guide."""

    status: Literal["full", "thin", "none"]
    word: str
    url: Url


@dataclass(frozen=True, slots=True)
class CoverRowView:
    """A role in the matrix, with a cell for each plan."""

    role: str
    cells: tuple[CoverCellView, ...]


@dataclass(frozen=True, slots=True)
class MeasuredView:
    """A value a guide is held against, and whether it is thin."""

    value: str
    thin: bool


@dataclass(frozen=True, slots=True)
class CoverGuideView:
    """A guide with its values, in the order of the columns."""

    id: str
    role: str
    url: Url
    values: tuple[MeasuredView, ...]


@dataclass(frozen=True, slots=True)
class CoverPlanView:
    """The guides of a plan."""

    id: str
    title: str
    guides: tuple[CoverGuideView, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Which guide is thin, and in what. `columns` name the values of each guide."""

    title: str
    lede: str
    rules: tuple[str, ...]
    tiers: tuple[str, ...]
    matrix: tuple[CoverRowView, ...]
    columns: tuple[str, ...]
    plans: tuple[CoverPlanView, ...]
