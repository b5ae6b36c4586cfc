"""Where a reader says when their plan starts."""

from __future__ import annotations

from msgspec import Struct


class ChoiceView(Struct, frozen=True):
    """One of several things to choose from, or to set."""

    id: str
    title: str


class DatesView(Struct, frozen=True):
    """The dates that a reader sets. `marks` are those beside the start date, `tell` says whom to tell before they move."""

    marks: tuple[ChoiceView, ...]
    countries: tuple[ChoiceView, ...]
    tell: str
    calendar: bool
