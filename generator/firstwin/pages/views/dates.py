"""Where a reader says when their plan starts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One of several things to choose from, or to set."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class DatesView:
    """The dates that a reader sets. `marks` are those beside the start date, `tell` says whom to tell before they move."""

    marks: tuple[ChoiceView, ...]
    countries: tuple[ChoiceView, ...]
    tell: str
    calendar: bool
