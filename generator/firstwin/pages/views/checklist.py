"""The checklist of a guide.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.keys import Key
from firstwin.pages.views.dates import DatesView
from firstwin.pages.views.step import AcceptanceView, EntryView, TrialView
from firstwin.resolve.guide import ContactLine
from firstwin.text import Prose


class ChecklistLineView(Struct, frozen=True):
    """A line to tick. `who` has it to do where the reader has not alone; `notes` follow the text."""

    id: str
    key: str
    text: str
    notes: tuple[str, ...]
    who: str


class ChecklistGroupView(Struct, frozen=True):
    """Lines under a heading, which may be empty."""

    title: str
    notes: tuple[str, ...]
    lines: tuple[ChecklistLineView, ...]


class ChecklistStepView(Struct, frozen=True):
    """A step with what is ticked in it.

    `by` says when it is due, `milestone` (Go live, day 45) stands under a flag instead of both.
    Where a step has no lines of its own, it is a line itself, `single`. `instructions` are those of a procedure.
    `signatures` are who signs on paper; `deliverables` are there where they are what completes the step. `acceptance` is
    who accepts the work, and when.
    """

    title: str
    by: str
    who: str
    notes: tuple[str, ...]
    milestone: str
    single: ChecklistLineView | None
    instructions: tuple[Prose, ...]
    groups: tuple[ChecklistGroupView, ...]
    trials: tuple[TrialView, ...]
    entries: tuple[EntryView, ...]
    deliverables: tuple[Prose, ...]
    done_when: Prose
    done_words: str
    signatures: tuple[str, ...]
    acceptance: AcceptanceView | None


class ChecklistPhaseView(Struct, frozen=True):
    """A phase of a checklist. `label` says when it is, `notes` under which condition."""

    key: Key
    title: str
    label: str
    notes: tuple[str, ...]
    steps: tuple[ChecklistStepView, ...]


class ChecklistView(Struct, frozen=True):
    """All that one persona ticks off, made for paper.

    `site` and `context` name what the sheet belongs to; `blanks` are the lines to write on at its top. `contacts` are
    whom to ask, because paper leads nowhere.
    """

    title: str
    site: str
    context: str
    lede: str
    hint: str
    dates: DatesView
    blanks: tuple[str, ...]
    phases: tuple[ChecklistPhaseView, ...]
    contacts: tuple[ContactLine, ...]
