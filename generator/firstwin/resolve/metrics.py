"""Metrics as a plan shows them.

In: the vocabulary. Out: `MetricLine`s with the target of one tier, as a number one remembers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from firstwin.models.vocabulary import Metric
from firstwin.resolve.guide_step import MetricLine
from firstwin.resolve.texts import Texts

# `80%`, `3+`, `< 45`, `4.5`, `$285K`: what is drawn large. What follows it is the unit: `of 5`, `days`.
_number: Final = re.compile(
    r"(?P<number>[<>≤≥~]?\s?[$€£]?\d[\d.,]*\s?(?:%|\+|[KkMm]\b)?\+?)(?:\s+(?P<unit>\D.*))?"
)


def metric_lines(metrics: Mapping[str, Metric], tier: str, texts: Texts) -> dict[str, MetricLine]:
    """Every metric, with its target in a tier where there is one."""
    return {id_: _metric_line(id_, metric, tier, texts) for id_, metric in metrics.items()}


def split_target(value: str) -> tuple[str, str]:
    """The number and the unit of a target. One that is no number is drawn whole."""
    found = _number.fullmatch(value)
    return (found["number"], found["unit"] or "") if found else (value, "")


def _metric_line(id_: str, metric: Metric, tier: str, texts: Texts) -> MetricLine:
    target = metric.targets.get(tier)
    number, unit = split_target(texts.text(target.value)) if target else ("", "")
    return MetricLine(
        id=id_,
        title=texts.text(metric.title),
        meaning=texts.prose(metric.meaning),
        formula=texts.text(metric.formula),
        counted=texts.text(metric.counted),
        number=number,
        unit=unit,
        target_meaning=texts.text(target.meaning) if target else "",
        source=texts.text(target.source) if target else "",
    )
