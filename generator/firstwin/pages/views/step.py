"""A step on a page, and all that may stand in it.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from firstwin.models.keys import Key
from firstwin.pages.views.shared import ConditionView, FactView, LinkView, ListView, TickView
from firstwin.text import Prose, Url


class TickGroupView(Struct, frozen=True):
    """Lines to tick under a heading, which may be empty. `enough` says how many of them are, where that is not all."""

    title: str
    enough: str
    conditions: tuple[ConditionView, ...]
    ticks: tuple[TickView, ...]


class OthersLineView(Struct, frozen=True):
    """A line that others do. `notes` follow it."""

    text: Prose
    notes: tuple[str, ...]


class OthersLinesView(Struct, frozen=True):
    """What others do in a step: `title` says who, `step` names the step for those who only hear it."""

    title: str
    step: str
    lines: tuple[OthersLineView, ...]


class EntryView(Struct, frozen=True):
    """A value to write down, or to choose from `options`. `id` is unique on the page.

    `type` is the input's: empty where several lines are written. `section` is the heading over it, or empty.
    """

    id: str
    key: Key
    label: str
    hint: str
    type: str
    options: tuple[str, ...]
    required: bool
    section: str


class DecisionView(Struct, frozen=True):
    """A decision: who decides and who stands in, and what each outcome takes."""

    question: str
    facts: tuple[FactView, ...]
    outcomes: tuple[ListView, ...]


class TrialView(Struct, frozen=True):
    """Something that is tried. What came of it is kept under `key`, and why under `why`; `label` says so where it is heard."""

    id: str
    key: Key
    why: Key
    scenario: Prose
    expected: Prose
    label: str


class LevelView(Struct, frozen=True):
    """Whom to turn to when a step stalls, and after how long."""

    after: str
    who: str
    text: Prose


class SessionView(Struct, frozen=True):
    """One session of a training. `meta`: minutes, who attends, whether it is recorded."""

    title: str
    meta: tuple[str, ...]
    covers: tuple[Prose, ...]
    mine: bool


class LetterView(Struct, frozen=True):
    """An email: its head as facts (from, to, subject) and its text."""

    head: tuple[FactView, ...]
    body: Prose


class RaciRowView(Struct, frozen=True):
    """One line of who is responsible, accountable, consulted, informed. `letter` is its sign."""

    letter: str
    title: str
    roles: str


class AcceptanceView(Struct, frozen=True):
    """Who accepts the work, and what has to be true for it: `points`, or `ticks` for whoever ticks them."""

    title: str
    points: tuple[Prose, ...]
    ticks: tuple[TickView, ...]


class BlockView(Struct, frozen=True):
    """One part of a step: the component that shows it, and what its macro is given."""

    component: str
    args: Mapping[str, object]


class StepView(Struct, frozen=True):
    """One step on a page: its row, and what stands in it when it is open.

    `form` is what the reader has in it: "own", "shared" (others lead), "told" (`line` is all there is) or "seen" (a
    milestone of others). `id` is its anchor, `was` the one it had before, `row_id` that of its title. `position` is "Step 3 of 7", `milestone` what a
    milestone is called, or empty. `meta` are the facts of its row: by when, how long, who; `facts` are those beside
    them. `open`: it stands open. `edit` leads to where the step is written, in editions that link to it. What holds
    prose stands in the order in which the page shows it.
    """

    id: str
    was: str
    row_id: str
    key: Key
    type: str
    form: Literal["own", "shared", "told", "seen"]
    number: int
    position: str
    title: str
    meta: tuple[str, ...]
    milestone: str
    optional: str
    line: str
    summary: Prose
    text: Prose
    conditions: tuple[ConditionView, ...]
    needs: tuple[LinkView, ...]
    facts: tuple[FactView, ...]
    blocks: tuple[BlockView, ...]
    edit: Url
    open: bool = False


class StepGroupView(Struct, frozen=True):
    """Steps that stand together. `title` is their author's or their days, or empty; `days` stand beside an author's."""

    id: str
    title: str
    days: str
    steps: tuple[StepView, ...]
