"""FW601: a figure or comparison that does not say where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.models.vocabulary import Metric, Tier
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW601",
    Severity.ERROR,
    "A claim without its source",
    "Figures are read as promises. A target, a benchmark, a figure of a tier's economics and a "
    "comparison of methods name their source, so that whoever is asked about them has an answer.",
    wrong="targets:\n  team:\n    value: 60%",
    right="targets:\n  team:\n    value: 60%\n    source: Plans of the last year",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for found, origin in _claims(inspection):
        if not inspection.catalog.losses.in_piece(origin):
            yield _diagnostic(found, origin)


def _claims(inspection: Inspection) -> Iterator[tuple[str, Origin]]:
    """The figures and comparisons without a source: what each is, and where."""
    vocabulary, files = inspection.project.vocabulary, inspection.catalog.files
    for id_, tier in vocabulary.tiers.items():
        yield from _tier(tier, files["tiers"].at("tiers", id_))
    for id_, metric in vocabulary.metrics.items():
        yield from _metric(metric, files["metrics"].at("metrics", id_))
    for id_, method in vocabulary.methods.items():
        if not method.source:
            yield "the comparison", files["methods"].at("methods", id_)


def _tier(tier: Tier, origin: Origin) -> Iterator[tuple[str, Origin]]:
    if tier.first_value and not tier.first_value.source:
        yield "the target", origin.at("first_value")
    for name, figure in tier.economics.figures() if tier.economics else ():
        if not figure.source:
            yield "the figure", origin.at("economics", name)


def _metric(metric: Metric, origin: Origin) -> Iterator[tuple[str, Origin]]:
    for name, figure in metric.targets.items():
        if not figure.source:
            yield "the target", origin.at("targets", name)
    if metric.benchmark and not metric.benchmark.source:
        yield "the benchmark", origin.at("benchmark")


def _diagnostic(what: str, origin: Origin) -> Diagnostic:
    hint = "write where the figure comes from, under `source`"
    return Diagnostic(CODE, f"{what} does not name its source", origin.key_span, hint)


RULE = Rule(CODE, check)
