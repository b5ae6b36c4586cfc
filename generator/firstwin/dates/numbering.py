"""How days are number_of: day 1 is the start date, the day before it is day -1, and there is no day 0.

In code days run through 0, so that what lies between two of them is a subtraction. Weeks and months before the start are
numbered alike. Whoever reads a number, or writes one, goes through here.
"""

from __future__ import annotations


def in_a_row(number: int) -> int:
    """The day, week or month with a number, in a row that has a 0: of -1 that is 0."""
    return number if number > 0 else number + 1


def number_of(place: int) -> int:
    """The number of a day, week or month of that row."""
    return place if place > 0 else place - 1
