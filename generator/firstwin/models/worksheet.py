"""The worksheets: what is reckoned from what.

In: nothing. Out: `Worksheet`, one member a formula. Their inputs are listed here once: keys are made of them, pages label
them, and scripts reckon with them (`theme/scripts/measuring/formulas.ts`, by the same names).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from firstwin.models.values import Word


class Worksheet(Word):
    """A formula that readers fill in with numbers of their own."""

    NET_PROMOTER_SCORE = (
        "net-promoter-score",
        "Answers of 9 or 10 less answers of 0 to 6, of all answers, in percent.",
    )
    CHURN_RATE = "churn-rate", "Customers lost, of those at the start and new ones, in percent."
    ACTIVATION_RATE = "activation-rate", "People who did all defined actions, in percent."
    LIFETIME_VALUE = "lifetime-value", "Average purchase value times average number of purchases."
    CHURN_TIME = "churn-time", "The time that all customers stayed, by the number of customers."
    TIME_TO_VALUE = "time-to-value", "Days from the start date to the first outcome, both counted."
    RETURN_ON_INVESTMENT = (
        "return-on-investment",
        "What it brought less what it cost, of what it cost, in percent.",
    )


INPUTS: Final[Mapping[Worksheet, tuple[str, ...]]] = {
    Worksheet.NET_PROMOTER_SCORE: ("promoters", "passives", "detractors"),
    Worksheet.CHURN_RATE: ("lost", "at-start", "new"),
    Worksheet.ACTIVATION_RATE: ("activated", "invited"),
    Worksheet.LIFETIME_VALUE: ("value", "purchases"),
    Worksheet.CHURN_TIME: ("months", "customers"),
    Worksheet.TIME_TO_VALUE: ("start", "outcome"),
    Worksheet.RETURN_ON_INVESTMENT: ("gain", "cost"),
}
"""What each is reckoned from, in the order in which it is asked."""
