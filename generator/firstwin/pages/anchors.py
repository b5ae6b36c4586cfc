"""Anchors: the ids of elements in a page.

In: ids of authors, and what we call a place. Out: an anchor, which is made of parts with a double hyphen
between them. A part from an author is kebab-case. A part of ours begins with `page_`, which no author's id does
and none of Material's (`__config`): so an anchor of ours is never one of an author's, and neither is what a
script looks up. No part comes from a title: whatever has an anchor is given one here or in its template,
because a heading without one would get it from the engine, out of its words.
"""

from __future__ import annotations

from typing import Final

CONTACTS: Final = "page_contacts"
"""Where the help page says whom to ask; behind it stands the plan, where there are several."""

CADENCES: Final = "page_cadences"
"""Where a guide tells of the calls that come back."""

ROLES: Final = "page_roles"
"""Where the help page says what each role means."""

GUIDES: Final = "page_guides"
"""Where the overview of a plan leads to its guides."""

PLAYS: Final = "page_plays"
"""Where the emails of plays are; each of them begins with it, because a play may be called like a plan."""

VALUE_LOG: Final = "page_log"
"""What was won, to show at a review."""

UNDATED: Final = "page_undated"
"""What has no day, on the page of a guide's days."""

INPUT: Final = "page_{}"
"""What is filled into a worksheet; before it stands the metric."""

RESULT: Final = "page_result"
"""What comes out of a worksheet; before it stands the metric."""

VERIFY: Final = "page_verify"
"""The check of a tutorial."""

FIELD: Final = "page_field"
"""What is written into a document; behind it stand the names of its key."""

DONE: Final = "page_done"
"""The tick of a whole step."""

SIGNED: Final = "page_signed"
"""The reader's signature under a step."""

ROW: Final = "page_row"
"""The title of a step: it stands in the line that opens the step. The step's own anchor is in what is opened, because a
browser opens what holds the place that an address names."""

TERM: Final = "page_term"
"""What a term means; behind it stands the term."""

ACTIONS: Final = "page_actions"
"""The lines of a tutorial's actions in a checklist: the step may have items of the same names."""


def anchor(*parts: str) -> str:
    """The anchor of these parts, without those that are empty."""
    return "--".join(filter(None, parts))


def contacts_anchor(tier: str, plans: int) -> str:
    """Where the help page says whom to ask in a plan. With one plan, all of the page does."""
    return anchor(CONTACTS, tier) if plans > 1 else ""


def group_anchor(number: int) -> str:
    """A group of the steps on a page."""
    return f"page_group-{number}"


def section_anchor(number: int) -> str:
    """A part of a document."""
    return f"page_part-{number}"


def phase_anchor(number: int) -> str:
    """A phase, on a page that holds several."""
    return f"page_phase-{number}"


def week_anchor(number: int) -> str:
    """A week, on a page that goes week by week; 0 is the week before the start."""
    return f"page_week-{number}" if number > 0 else f"page_week-{1 - number}-before"
