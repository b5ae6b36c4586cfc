"""A metric as pages show it: the target as a number one remembers.

In: a `MetricLine`. Out: a `MetricView`.
"""

from __future__ import annotations

import re
from typing import Final

from firstwin.pages.views import MetricView
from firstwin.resolve.guide_step import MetricLine

# `80%`, `3+`, `< 45`, `4.5`, `$285K`: what is drawn large. What follows it is the unit: `of 5`, `days`.
_number: Final = re.compile(
    r"(?P<number>[<>≤≥~]?\s?[$€£]?\d[\d.,]*\s?(?:%|\+|[KkMm]\b)?\+?)(?:\s+(?P<unit>\D.*))?"
)


def metric_view(metric: MetricLine) -> MetricView:
    """The view of a metric. A target that is no number is drawn whole."""
    found = _number.fullmatch(metric.value)
    return MetricView(
        title=metric.title,
        number=found["number"] if found else metric.value,
        unit=(found["unit"] or "") if found else "",
        meaning=metric.value_meaning,
        text=metric.meaning,
        formula=metric.formula,
        detail=metric.counted,
        source=metric.source,
    )
