"""Worksheets: a metric's formula with fields to fill in, on a page or on paper.

In: a `MetricText`. Out: its `WorksheetView`. A script reckons with what is filled in; without one, the formula says how.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from firstwin.models.keys import key_of_metric
from firstwin.models.worksheet import INPUTS, Worksheet
from firstwin.pages import anchors
from firstwin.pages.views import WorksheetInputView, WorksheetView
from firstwin.resolve.vocabulary_texts import MetricText
from firstwin.words import Words


class _Sheet(Struct, frozen=True):
    """What a worksheet says: its formula, and what its inputs are called, in their order."""

    formula: str
    labels: tuple[str, ...]


def worksheet_of(metric: MetricText, words: Words) -> WorksheetView | None:
    """The worksheet below a metric, where it has one."""
    if not metric.worksheet:
        return None
    key, sheet = key_of_metric(metric.id), _sheets(words)[metric.worksheet]
    type_ = "date" if metric.worksheet is Worksheet.TIME_TO_VALUE else "number"
    return WorksheetView(
        id=anchors.anchor(metric.id, anchors.RESULT),
        kind=metric.worksheet,
        title=metric.title,
        formula=sheet.formula,
        inputs=tuple(
            WorksheetInputView(
                anchors.anchor(metric.id, anchors.INPUT.format(name)), key.below(name), label, type_
            )
            for name, label in zip(INPUTS[metric.worksheet], sheet.labels, strict=True)
        ),
    )


def _sheets(words: Words) -> Mapping[Worksheet, _Sheet]:
    say = words.say
    return {
        Worksheet.NET_PROMOTER_SCORE: _Sheet(
            # Translators: How a figure is reckoned, in the words of the fields below it. How likely somebody is to recommend
            # something was asked on a scale from 0 to 10.
            say("worksheet", "(Answers of 9 or 10 − answers of 0 to 6) ÷ all answers × 100"),  # noqa: RUF001  # a minus
            (
                # Translators: A field of a worksheet: how many answers were 9 or 10.
                say("worksheet", "Answers of 9 or 10"),
                # Translators: A field of a worksheet.
                say("worksheet", "Answers of 7 or 8"),
                # Translators: A field of a worksheet.
                say("worksheet", "Answers of 0 to 6"),
            ),
        ),
        Worksheet.CHURN_RATE: _Sheet(
            # Translators: How a figure is reckoned, in the words of the fields below it.
            say("worksheet", "Customers lost ÷ (customers at the start + new customers) × 100"),
            (
                # Translators: A field of a worksheet.
                say("worksheet", "Customers lost"),
                # Translators: A field of a worksheet: how many there were when the time began over which is counted.
                say("worksheet", "Customers at the start"),
                # Translators: A field of a worksheet.
                say("worksheet", "New customers"),
            ),
        ),
        Worksheet.ACTIVATION_RATE: _Sheet(
            # Translators: How a figure is reckoned, in the words of the fields below it.
            say("worksheet", "People who did all defined actions ÷ people invited × 100"),
            (
                # Translators: A field of a worksheet.
                say("worksheet", "People who did all defined actions"),
                # Translators: A field of a worksheet.
                say("worksheet", "People invited"),
            ),
        ),
        Worksheet.LIFETIME_VALUE: _Sheet(
            # Translators: How a figure is reckoned, in the words of the fields below it.
            say("worksheet", "Average purchase value × average number of purchases"),
            (
                # Translators: A field of a worksheet.
                say("worksheet", "Average purchase value"),
                # Translators: A field of a worksheet.
                say("worksheet", "Average number of purchases"),
            ),
        ),
        Worksheet.CHURN_TIME: _Sheet(
            # Translators: How a figure is reckoned, in the words of the fields below it.
            say("worksheet", "Months that all customers stayed ÷ number of customers"),
            (
                # Translators: A field of a worksheet: the months that each customer stayed, added up.
                say("worksheet", "Months that all customers stayed"),
                # Translators: A field of a worksheet.
                say("worksheet", "Number of customers"),
            ),
        ),
        Worksheet.TIME_TO_VALUE: _Sheet(
            # Translators: How a figure is reckoned, in the words of the fields below it.
            say("worksheet", "Days from the start date to the first outcome, both counted"),
            (
                # Translators: A field of a worksheet: day 1.
                say("worksheet", "Start date"),
                # Translators: A field of a worksheet.
                say("worksheet", "Date of the first outcome"),
            ),
        ),
        Worksheet.RETURN_ON_INVESTMENT: _Sheet(
            # Translators: How a figure is reckoned, in the words of the fields below it.
            say("worksheet", "(What it brought − what it cost) ÷ what it cost × 100"),  # noqa: RUF001  # a minus
            (
                # Translators: A field of a worksheet: how much money something brought, or saved.
                say("worksheet", "What it brought"),
                # Translators: A field of a worksheet: how much money something cost.
                say("worksheet", "What it cost"),
            ),
        ),
    }
