"""The pages for whoever conducts an onboarding: what is accepted, and who has which part.

In: nothing. Out: view models, as the package says.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.pages.views.step import AcceptanceView, DecisionView, RaciRowView, TrialView
from firstwin.text import Prose, Url


class PointView(Struct, frozen=True):
    """A step that somebody accepts or signs. `meta`: by when, and who leads it.

    `trials` are what is tried before, `evidence` is what comes out of it and can be shown. `signatures` are who signs.
    """

    id: str
    title: str
    url: Url
    meta: str
    acceptance: AcceptanceView | None
    decision: DecisionView | None
    trials: tuple[TrialView, ...]
    done_when: Prose
    evidence: tuple[Prose, ...]
    signatures: tuple[str, ...]


class PointsPhaseView(Struct, frozen=True):
    """The points of a phase. `label` says when it is."""

    title: str
    label: str
    points: tuple[PointView, ...]


class PointsView(Struct, frozen=True):
    """Everything in a plan that somebody accepts or signs."""

    title: str
    lede: str
    phases: tuple[PointsPhaseView, ...]


class MatrixRowView(Struct, frozen=True):
    """A step, with the letters of each role in the order of the columns; empty where a role has no part."""

    title: str
    url: Url
    day: str
    cells: tuple[str, ...]


class MatrixPhaseView(Struct, frozen=True):
    """The steps of a phase."""

    title: str
    rows: tuple[MatrixRowView, ...]


class MatrixView(Struct, frozen=True):
    """Who has which part in each step of a plan. `parts` says what the letters mean."""

    title: str
    lede: str
    parts: tuple[RaciRowView, ...]
    roles: tuple[str, ...]
    phases: tuple[MatrixPhaseView, ...]
