"""The pages for the vendor's team.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from firstwin.pages.views.guide import TaskView
from firstwin.pages.views.shared import ContentsView, LinkView, PathsView
from firstwin.pages.views.step import LetterView
from firstwin.text import Prose, Url


class TeamView(Struct, frozen=True):
    """The way to everything the team has."""

    title: str
    lede: str
    contents: tuple[ContentsView, ...]


class TeamPlanView(Struct, frozen=True):
    """A plan with everybody's steps."""

    title: str
    lede: str
    paths: tuple[PathsView, ...]
    phases: tuple[TaskView, ...]
    links: tuple[LinkView, ...]


class ColumnView(Struct, frozen=True):
    """A column of a table; figures stand at its end."""

    title: str
    number: bool = False


class DutyView(Struct, frozen=True):
    """A step somebody works on in a week. `note`: until when, with whom."""

    title: str
    url: Url
    note: str


class DutiesView(Struct, frozen=True):
    """What one role does in a week. `time` is what it takes, `calls` the conversations in it."""

    role: str
    time: str
    duties: tuple[DutyView, ...]
    calls: tuple[str, ...]


class TeamWeekView(Struct, frozen=True):
    """A week of the team, or several that are alike."""

    id: str
    title: str
    label: str
    roles: tuple[DutiesView, ...]


class TeamWeeksView(Struct, frozen=True):
    """What the team does in a plan, week by week. `sums` are the hours of each role, a row each."""

    title: str
    lede: str
    columns: tuple[ColumnView, ...]
    sums: tuple[tuple[str, ...], ...]
    weeks: tuple[TeamWeekView, ...]


class FailureView(Struct, frozen=True):
    """A reason why onboarding fails. `steps` prevent it, `plays` help when it happens."""

    id: str
    title: str
    signs: tuple[Prose, ...]
    prevention: Prose
    steps: tuple[LinkView, ...]
    plays: tuple[LinkView, ...]
    source: str


class FailuresView(Struct, frozen=True):
    """All reasons why onboarding fails."""

    title: str
    lede: str
    failures: tuple[FailureView, ...]


class SentView(Struct, frozen=True):
    """An email with the day it is sent."""

    id: str
    title: str
    when: str
    letter: LetterView


class MailsView(Struct, frozen=True):
    """The emails of a plan, or of all plays."""

    title: str
    id: str
    sent: tuple[SentView, ...]


class EmailsView(Struct, frozen=True):
    """All emails."""

    title: str
    lede: str
    groups: tuple[MailsView, ...]


class SourceView(Struct, frozen=True):
    """A source, and what comes from it."""

    source: str
    what: str


class TableView(Struct, frozen=True):
    """A page that is a table, with where its figures come from."""

    title: str
    lede: str
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[SourceView, ...]


class CoverCellView(Struct, frozen=True):
    """A guide in the matrix of plans and roles. `url` leads to its line, empty where there is no guide."""

    status: Literal["full", "thin", "none"]
    word: str
    url: Url


class CoverRowView(Struct, frozen=True):
    """A role in the matrix, with a cell for each plan."""

    role: str
    cells: tuple[CoverCellView, ...]


class MeasuredView(Struct, frozen=True):
    """A value a guide is held against, and whether it is thin."""

    value: str
    thin: bool


class CoverGuideView(Struct, frozen=True):
    """A guide with its values, in the order of the columns."""

    id: str
    role: str
    url: Url
    values: tuple[MeasuredView, ...]


class CoverPlanView(Struct, frozen=True):
    """The guides of a plan."""

    id: str
    title: str
    guides: tuple[CoverGuideView, ...]


class CoverageView(Struct, frozen=True):
    """Which guide is thin, and in what. `columns` name the values of each guide."""

    title: str
    lede: str
    rules: tuple[str, ...]
    tiers: tuple[str, ...]
    matrix: tuple[CoverRowView, ...]
    columns: tuple[str, ...]
    plans: tuple[CoverPlanView, ...]
