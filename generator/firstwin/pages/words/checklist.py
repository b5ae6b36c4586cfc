"""The words of a guide's checklist and of its days."""

from __future__ import annotations

from typing import Final

from firstwin.pages.words.numbers import count, days, sentence, spelled, within

CHECKLIST: Final = "Checklist"
PRINT_CHECKLIST: Final = "Print the checklist"
MADE_FOR_PAPER: Final = "Made for paper: print this page, or tick it off here."
NAME_LINE: Final = "Name"
DAY_ONE_LINE: Final = "Day 1 is"
CHECK_THAT_IT_WORKS: Final = "Check that it works"
THIS_IS_DONE: Final = "This is done"


def checklist_title(role: str) -> str:
    """The title of a checklist."""
    return f"Checklist for the {within(role)}"


def checklist_lede(plan: str, length: int, things: int, phases: int) -> str:
    """What a checklist holds, and how to read it."""
    return (
        f"{plan}, {days(length)}. {sentence(count(things, 'thing', 'things'))} in "
        f"{count_spelled(phases, 'phase', 'phases')}. What has no other name beside it is yours."
    )


def count_spelled(number: int, one: str, many: str) -> str:
    """`five phases`."""
    return f"{spelled(number)} {one if number == 1 else many}"


def numbered(number: int, title: str) -> str:
    """A phase with its number before it."""
    return f"{number}. {title}"


def signed(who: str) -> str:
    """Before the line someone signs on."""
    return f"Signed, {who}"
