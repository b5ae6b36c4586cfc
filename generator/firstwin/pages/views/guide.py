"""The pages of plans and guides: home, overview, guide, phase.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.pages.views.dates import DatesView
from firstwin.pages.views.shared import (
    CadenceView,
    CardView,
    ConditionView,
    ContentsView,
    FactView,
    LinkView,
    ListView,
    PagerView,
    PathsView,
    PeopleView,
    RailItemView,
    WinView,
)
from firstwin.pages.views.step import StepGroupView, StepView
from firstwin.pages.views.timeline import TimelineView
from firstwin.resolve.about import AboutText
from firstwin.resolve.guide import ContactLine
from firstwin.resolve.guide_step import MetricLine
from firstwin.text import Prose, Url


class RoleChoiceView(Struct, frozen=True):
    """A guide to choose: role, what it does, hours in all."""

    title: str
    url: Url
    summary: str
    time: str


class PlanChoiceView(Struct, frozen=True):
    """A plan to choose. `in_plan` stands behind the heading of its roles: in Enterprise."""

    id: str
    title: str
    duration: str
    summary: str
    in_plan: str
    overview: LinkView
    roles: tuple[RoleChoiceView, ...]


class StoneView(Struct, frozen=True):
    """A phase as a stone of the cairn. `win` is the one that holds the first value."""

    title: str
    label: str
    win: bool


class HomeView(Struct, frozen=True):
    """The way to one's own guide. `stones` are the phases of the first plan, the last on top. `contents` lead the team to
    its own pages, in its edition.
    """

    title: tuple[str, ...]
    lede: str
    stones: tuple[StoneView, ...]
    contents: tuple[ContentsView, ...]
    plans: tuple[PlanChoiceView, ...]
    links: tuple[LinkView, ...]


class GuideLinksView(Struct, frozen=True):
    """A guide of a plan: its role, what the role does, and its pages beside the guide itself."""

    title: str
    url: Url
    summary: str
    links: tuple[LinkView, ...]


class TierView(Struct, frozen=True):
    """A plan as a whole. `delivery` leads to the pages for whoever conducts it, where the edition has them."""

    title: str
    summary: Prose
    facts: tuple[FactView, ...]
    about: AboutText
    timeline: TimelineView
    dates: DatesView
    sides: tuple[PeopleView, ...]
    exchange: tuple[ListView, ...]
    cadences: tuple[CadenceView, ...]
    metrics: tuple[MetricLine, ...]
    criteria: tuple[ListView, ...]
    delivery: tuple[LinkView, ...]
    guides: tuple[GuideLinksView, ...]


class TaskStepView(Struct, frozen=True):
    """A step in the list of a guide. `note` is a condition or whose step it is; `day` its deadline."""

    title: str
    url: Url
    note: str
    day: str
    milestone: bool


class TaskView(Struct, frozen=True):
    """A phase in the list of a guide. `meta`: when, and how long. `win`: the first win in it, or empty.

    What comes `after` onboarding shows no number. `opens` says what it waits for, or is empty; all of that is `own` to the
    guide where its reader can tell when it is complete.
    """

    number: int
    after: bool
    title: str
    url: Url
    meta: tuple[str, ...]
    note: str
    win: str
    steps: tuple[TaskStepView, ...]
    opens: str = ""
    own: bool = False


class MomentView(Struct, frozen=True):
    """Something that a guide asks of its reader: when, what, and how long it takes (or empty)."""

    when: str
    title: str
    url: Url
    time: str


class GuideView(Struct, frozen=True):
    """What one persona of one tier does, from first to last phase.

    `context` names what the title leaves out, for search and for those who hear it. `meta` and `counted`, its steps, say how much
    there is to do, or `moments` tell all of it, where that is little. `start` leads to the first step, and `start_text` says in a sentence what it is. `first_day` says which day is day 1, where its author
    does, and `days` how days count. `time` are the hours in all, in a busy week and in each phase.
    """

    title: str
    context: str
    goal: Prose
    meta: tuple[str, ...]
    counted: str
    summary: str
    moments_title: str
    moments: tuple[MomentView, ...]
    start: CardView | None
    start_text: str
    win: WinView | None
    phases_title: str
    first_day: Prose
    days: str
    dates: DatesView
    paths: tuple[PathsView, ...]
    phases: tuple[TaskView, ...]
    time: tuple[FactView, ...]
    cadences: tuple[CadenceView, ...]
    links: tuple[LinkView, ...]
    contacts: tuple[ContactLine, ...]


class WholePhaseView(Struct, frozen=True):
    """A phase of a guide among all others, with its steps open. `label` says when it is."""

    id: str
    title: str
    label: str
    outcome: Prose
    conditions: tuple[ConditionView, ...]
    about: AboutText
    gate: tuple[ListView, ...]
    results: tuple[ListView, ...]
    steps: tuple[StepView, ...]


class WholeGuideView(Struct, frozen=True):
    """All phases of a guide on one page, to print it whole. `context` names plan and role."""

    title: str
    context: str
    goal: Prose
    hint: str
    paths: tuple[PathsView, ...]
    phases: tuple[WholePhaseView, ...]
    contacts: tuple[ContactLine, ...]


class PhaseView(Struct, frozen=True):
    """One phase of a guide with its steps. `meta`: when, hours, who leads. `count` says how many steps there are, and
    `done_when` when one is done of which nothing else says so, where there is one.

    `context` names plan and role, for search and for those who hear the title.
    """

    number: int
    of: int
    position: str
    title: str
    context: str
    outcome: Prose
    meta: tuple[str, ...]
    conditions: tuple[ConditionView, ...]
    needs: tuple[LinkView, ...]
    count: str
    done_when: str
    groups: tuple[StepGroupView, ...]
    rail: tuple[RailItemView, ...]
    about: AboutText
    gate: tuple[ListView, ...]
    results: tuple[ListView, ...]
    criteria: tuple[ListView, ...]
    pager: PagerView
