"""The pages that belong to the site as a whole: help, plays, metrics, glossary.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.pages.views.guide import GuideLinksView
from firstwin.pages.views.shared import (
    ContentsView,
    FactView,
    LinkView,
    ListView,
    PeopleView,
    PictureView,
    RailItemView,
)
from firstwin.pages.views.step import StepView
from firstwin.resolve.blocks.tables import SmallTable
from firstwin.resolve.guide import ContactLine
from firstwin.text import Prose, Url


class OwnSectionView(Struct, frozen=True):
    """A heading of an own page (`level` 2 or 3) with what stands below it; level 0 where there is no heading."""

    id: str
    level: int
    title: str
    text: Prose
    tables: tuple[SmallTable, ...]
    pictures: tuple[PictureView, ...]
    links: tuple[Prose, ...]


class OwnPageView(Struct, frozen=True):
    """A page of the project's own."""

    title: str
    lede: str
    sections: tuple[OwnSectionView, ...]


class AskView(Struct, frozen=True):
    """Whom to ask about what in one plan, or in all of them. `guides` leads back to the plan's guides."""

    id: str
    title: str
    text: Prose
    contacts: tuple[ContactLine, ...]
    guides: tuple[LinkView, ...]


class HelpView(Struct, frozen=True):
    """Whom to ask about what, and what each role means."""

    title: str
    stuck: Prose
    ask: tuple[AskView, ...]
    sides: tuple[PeopleView, ...]


class PlayView(Struct, frozen=True):
    """What to do when something happens. `tiers` names the plans it is for, `tell` whom to tell."""

    id: str
    title: str
    trigger: Prose
    tiers: str
    steps: tuple[StepView, ...]
    tell: str
    after: tuple[ListView, ...]


class GuidePlayView(Struct, frozen=True):
    """What the reader of a guide does when something happens.

    `tell` names whom to tell, `contacts` are those of them who can be reached. `after` says what moves with it.
    """

    id: str
    title: str
    trigger: Prose
    steps: tuple[StepView, ...]
    tell: str
    contacts: tuple[ContactLine, ...]
    after: tuple[ListView, ...]


class GuidePlaysView(Struct, frozen=True):
    """What the reader of a guide does when something goes wrong. `context` names plan and role."""

    title: str
    context: str
    lede: str
    plays: tuple[GuidePlayView, ...]
    contents: tuple[RailItemView, ...]


class PlaysView(Struct, frozen=True):
    """All plays of an edition. `contents` leads to each, where there are several."""

    title: str
    lede: str
    contents: tuple[ContentsView, ...]
    plays: tuple[PlayView, ...]


class TargetView(Struct, frozen=True):
    """A figure a metric is held against: whose it is, its value and meaning, and where it is from."""

    whose: str
    value: str
    meaning: str
    source: str
    benchmark: bool = False


class WorksheetInputView(Struct, frozen=True):
    """A field of a worksheet. `id` is unique on the page; `type` is that of the input: `number`, `date`."""

    id: str
    key: str
    label: str
    type: str


class WorksheetView(Struct, frozen=True):
    """A formula to fill in. `kind` says to a script which it is, `title` what comes out, at `id`."""

    id: str
    kind: str
    title: str
    formula: str
    inputs: tuple[WorksheetInputView, ...]


class MeasureView(Struct, frozen=True):
    """A metric with all its targets. `how` are its formula and how it is counted, `source` where the formula is from."""

    id: str
    title: str
    meaning: Prose
    how: tuple[FactView, ...]
    source: str
    worksheet: WorksheetView | None
    targets: tuple[TargetView, ...]


class MeasuresView(Struct, frozen=True):
    """All metrics of an edition. The rows of the value log are kept below `log_key`."""

    title: str
    lede: str
    measures: tuple[MeasureView, ...]
    log_id: str
    log_key: str


class TermView(Struct, frozen=True):
    """A word and what it means. `also` are other words for it."""

    id: str
    title: str
    also: str
    meaning: Prose


class IndexLineView(Struct, frozen=True):
    """One line of a list from A to Z; `context` says where it lies, or what it is called there."""

    title: str
    url: Url
    context: str


class IndexGroupView(Struct, frozen=True):
    """The lines of a list that begin with one letter."""

    id: str
    letter: str
    lines: tuple[IndexLineView, ...]


class EverythingPlanView(Struct, frozen=True):
    """A plan with its guides, and what else leads into it."""

    id: str
    title: str
    guides: tuple[GuideLinksView, ...]
    links: tuple[LinkView, ...]


class EverythingView(Struct, frozen=True):
    """Everything there is on the site, or in a plan."""

    title: str
    lede: str
    plans: tuple[EverythingPlanView, ...]
    groups: tuple[IndexGroupView, ...]


class GlossView(Struct, frozen=True):
    """What a term means, to read where the term stands. `url` leads to the glossary."""

    id: str
    title: str
    meaning: Prose
    url: Url


class GlossaryView(Struct, frozen=True):
    """The words that are explained."""

    title: str
    lede: str
    terms: tuple[TermView, ...]
