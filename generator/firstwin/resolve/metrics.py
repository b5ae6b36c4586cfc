"""Metrics and contacts as a plan shows them.

In: the vocabularies. Out: `MetricLine`s with the target of one tier, `MetricText`s with those of all,
and `ContactLine`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firstwin.models.vocabulary import Contact, Figure, Metric, Tier
from firstwin.resolve.guide import ContactLine, FigureLine, MetricText, TargetLine
from firstwin.resolve.guide_step import Address, MetricLine
from firstwin.resolve.texts import Texts


def metric_lines(metrics: Mapping[str, Metric], tier: str, texts: Texts) -> dict[str, MetricLine]:
    """Every metric, with its target in a tier where there is one."""
    return {id_: _metric_line(id_, metric, tier, texts) for id_, metric in metrics.items()}


def metric_texts(
    metrics: Mapping[str, Metric], tiers: Mapping[str, Tier], texts: Texts
) -> tuple[MetricText, ...]:
    """Every metric with its targets, in the order of `tiers`."""
    return tuple(
        MetricText(
            id=id_,
            title=texts.text(metric.title),
            meaning=texts.prose(metric.meaning),
            formula=texts.text(metric.formula),
            counted=texts.text(metric.counted),
            targets=tuple(
                TargetLine(
                    tier=tier_id,
                    tier_title=texts.text(tier.title),
                    value=texts.text(metric.targets[tier_id].value),
                    meaning=texts.text(metric.targets[tier_id].meaning),
                    source=texts.text(metric.targets[tier_id].source),
                )
                for tier_id, tier in tiers.items()
                if tier_id in metric.targets
            ),
            benchmark=figure_line("benchmark", metric.benchmark, texts)
            if metric.benchmark
            else None,
        )
        for id_, metric in metrics.items()
    )


def contact_lines(
    contacts: Mapping[str, Contact], tiers: Iterable[str], texts: Texts
) -> tuple[ContactLine, ...]:
    """The contacts; one written for no tier is there for all `tiers`."""
    every = tuple(tiers)
    return tuple(
        ContactLine(
            id=id_,
            title=texts.text(contact.title),
            ask_about=texts.text(contact.for_),
            channels=tuple(
                Address(texts.text(channel.title), texts.text(channel.url))
                for channel in contact.channels
            ),
            responds=texts.text(contact.responds),
            tiers=contact.tiers or every,
        )
        for id_, contact in contacts.items()
    )


def figure_line(id_: str, figure: Figure, texts: Texts) -> FigureLine:
    """A figure that stands for itself."""
    return FigureLine(
        id=id_,
        value=texts.text(figure.value),
        meaning=texts.text(figure.meaning),
        source=texts.text(figure.source),
    )


def _metric_line(id_: str, metric: Metric, tier: str, texts: Texts) -> MetricLine:
    target = metric.targets.get(tier)
    return MetricLine(
        id=id_,
        title=texts.text(metric.title),
        meaning=texts.prose(metric.meaning),
        formula=texts.text(metric.formula),
        counted=texts.text(metric.counted),
        value=texts.text(target.value) if target else "",
        value_meaning=texts.text(target.meaning) if target else "",
        source=texts.text(target.source) if target else "",
    )
