"""The words of the site, of plans and of guides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from firstwin.pages.words.numbers import (
    days,
    duration,
    joined,
    sentence,
    spelled,
    total,
    within,
)

HOME_TITLE: Final = ("Start here.", "Reach your first win.")
HOME_LEDE: Final = (
    "Choose your plan, then your role. You get a guide with the steps that are yours, in order, "
    "each with a date and a way to know it is done."
)
ALL_GUIDES: Final = "All guides"
GUIDE: Final = "Guide"
GUIDES: Final = "Guides"
PLAN: Final = "Plan"
HELP: Final = "Help"
PLAYS: Final = "Plays"
ROLES_LINK: Final = "What each role means"
STUCK_TITLE: Final = "Stuck? Ask a person."
FIRST_VALUE: Final = "First win"
ENDS: Final = "Onboarding ends"
YOUR_SIDE_SPENDS: Final = "Your side spends"
PICTURE_TITLE: Final = "The plan in one picture"
PEOPLE_TITLE: Final = "Who does the work"
ON_YOUR_SIDE: Final = "On your side"
ON_CUSTOMERS_SIDE: Final = "On the customer’s side"
ON_PARTNERS_SIDE: Final = "On the partner’s side"
EXCHANGE_TITLE: Final = "What you get, what you give"
YOU_GET: Final = "You get"
YOU_GIVE: Final = "You give"
CADENCES_TITLE: Final = "Regular calls"
SUCCESS_TITLE: Final = "When we call it a success"
SET_UP: Final = "Set up"
IN_USE: Final = "In use"
WORTH_IT: Final = "Worth it"
GUIDES_TITLE: Final = "Open your guide"
START: Final = "Start here"
SEE_PLAN: Final = "See the whole plan"
FIRST_QUICK_WIN: Final = "Your first quick win"
QUICK_WIN: Final = "A quick win"
TIME_TITLE: Final = "Time needed"
IN_ALL: Final = "In all"
CONTACTS_TITLE: Final = "Who helps with what"
IN_THIS_PHASE: Final = "In this phase"
NOTHING_HERE: Final = "Nothing in this phase is yours to do. Others see to it."
PHASE_CRITERIA: Final = "This phase is complete when"
HELP_LEDE: Final = "Whom to ask about what, and how soon an answer comes."
ROLES_TITLE: Final = "What each role means"
PLAYS_LEDE: Final = "What to do when something happens. Days count from the day it happened."
FOR_EVERY_PLAN: Final = "For every plan"


def time_in_all(minutes: int) -> str:
    """What a guide takes its reader, for the list of guides."""
    return sentence(f"{total(minutes)} in all") if minutes else ""


def guide_title(role: str) -> str:
    """The title of a guide."""
    return f"Your guide as {within(role)}"


def guide_name(plan: str, role: str) -> str:
    """A guide in a list of guides of several plans."""
    return f"{plan}, {within(role)}"


def in_context(title: str, context: str) -> str:
    """The title of a page where titles of several guides meet: in a browser's tabs, in search."""
    return f"{title}: {context}"


def with_first_win(when: str) -> str:
    """When a phase is that holds the first value."""
    return f"{when}, first win"


def in_tier(plan: str) -> str:
    """Follows the heading over the roles of a plan."""
    return f"in {plan}"


def whole_plan(plan: str) -> str:
    """The link from the choice of roles to the overview of a plan."""
    return f"See the whole {plan} plan"


def back_to_guide(role: str) -> str:
    """The link from a phase to its guide."""
    return f"{role} guide"


def phase_of(number: int, of: int) -> str:
    """Where a phase stands in its plan."""
    return f"Phase {number} of {of}"


def phase_number(number: int) -> str:
    """A phase by its number."""
    return f"Phase {number}"


def next_phase(number: int) -> str:
    """The label of the next phase."""
    return f"What comes next: phase {number}"


def starts(first: int, *, overlaps: bool) -> str:
    """When the next phase begins, seen from this one."""
    return (
        f"Starts on day {first}, while you finish this phase."
        if overlaps
        else f"Starts on day {first}."
    )


def your_phases(number: int) -> str:
    """The title over the phases of a guide."""
    return "Your phase" if number == 1 else f"Your {spelled(number)} phases"


def of_your_time(minutes: int) -> str:
    """What a phase takes its reader."""
    return f"{total(minutes)} of your time"


def led_by(whose: str) -> str:
    """Who leads a phase."""
    return f"Led by {whose}"


LED_BY_YOU: Final = "Led by you"


def opens_when(titles: Sequence[str]) -> str:
    """What a phase waits for."""
    quoted = joined([f"“{title}”" for title in titles])
    return f"Opens when {quoted} {'is' if len(titles) == 1 else 'are'} complete."


def by_day(number: int) -> str:
    """By when a quick win is there."""
    return f"By day {number}"


def on_side_of(company: str) -> str:
    """The vendor's people."""
    return f"On {company}’s side"


def picture_intro(number: int, *, overlap: bool) -> str:
    """A line over the timeline."""
    if number == 1:
        return "One phase."
    phases = f"{sentence(spelled(number))} phases"
    return f"{phases}. Some overlap." if overlap else f"{phases}, one after the other."


def picture_alternative(title: str, length: int) -> str:
    """The timeline in a sentence, for those who cannot see it."""
    return f"{title} as a picture: its phases and milestones over {days(length)}"


def dated(title: str, when: str) -> str:
    """Something with its day: `Go-live (day 45)`."""
    return f"{title} ({within(when)})"


def open_guide(role: str) -> str:
    """The link to a guide from its plan."""
    return f"Guide for the {within(role)}"


def each(minutes: int) -> str:
    """How long each of several takes."""
    return f"{duration(minutes)} each"


def with_others(names: str) -> str:
    """Who takes part."""
    return f"With {within(names)}"


def for_plans(titles: Sequence[str]) -> str:
    """The plans something is for."""
    return f"For {joined(titles)}" if titles else FOR_EVERY_PLAN
