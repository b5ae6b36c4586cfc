"""Where the pages of a guide lie: its own, and those that the site has too, so that a reader never leaves their guide.

In: a guide, the phases of its plan, and the entries of the library that it leads to. Out: `GuidePlaces`. Authors choose
the ids of phases and entries, and an address that was published stays: a page gives way to those that were there before
it. A phase has the address of its id; a page of ours whose name a phase has is told from it by `page_`, and an entry whose
id is taken by `entry_`: no id has an underscore. Why: docs/decisions/0030-a-reader-stays-in-their-guide.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from msgspec import Struct

from firstwin.pages.urls import (
    CHECKLIST,
    DAYS,
    Place,
    checklist_place,
    days_place,
    guide_place,
    page_of_guide,
    phase_place,
)

ONE_PAGE: Final = "on-one-page"
PLAN: Final = "whole-plan"
PLAYS: Final = "plays"
HELP: Final = "help"
METRICS: Final = "metrics"
GLOSSARY: Final = "glossary"
OWN: Final = (ONE_PAGE, PLAN, PLAYS, HELP, METRICS, GLOSSARY)
"""The pages of a guide that give way where a phase has their name."""


class GuidePlaces(Struct, frozen=True):
    """The places of one guide. `phases` and `entries` are by id, and have only what has a page in this guide."""

    start: Place
    days: Place
    checklist: Place
    one_page: Place
    plan: Place
    plays: Place
    help: Place
    metrics: Place
    glossary: Place
    phases: Mapping[str, Place]
    entries: Mapping[str, Place]


def guide_places(
    tier: str,
    persona: str,
    *,
    plan: Collection[str],
    phases: Iterable[str],
    entries: Iterable[str],
) -> GuidePlaces:
    """The places of a guide with pages for these phases and entries. `plan` are all phases of its plan."""

    def own(name: str) -> Place:
        return page_of_guide(tier, persona, f"page_{name}" if name in plan else name)

    taken = {*plan, *OWN, CHECKLIST, DAYS}
    return GuidePlaces(
        start=guide_place(tier, persona),
        days=days_place(tier, persona),
        checklist=checklist_place(tier, persona),
        one_page=own(ONE_PAGE),
        plan=own(PLAN),
        plays=own(PLAYS),
        help=own(HELP),
        metrics=own(METRICS),
        glossary=own(GLOSSARY),
        phases={phase: phase_place(tier, persona, phase) for phase in phases},
        entries={
            entry: page_of_guide(tier, persona, f"entry_{entry}" if entry in taken else entry)
            for entry in entries
        },
    )
