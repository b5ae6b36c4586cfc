"""FW601: a target or benchmark that does not say where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW601",
    Severity.ERROR,
    "A claim without its source",
    "Figures are read as promises. A target or benchmark names its source, so that whoever is "
    "asked about it has an answer.",
    wrong="targets:\n  team:\n    value: 60%",
    right="targets:\n  team:\n    value: 60%\n    source: Plans of the last year",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    vocabulary, files = inspection.project.vocabulary, inspection.catalog.files
    for id_, tier in vocabulary.tiers.items():
        if tier.first_value and not tier.first_value.source:
            yield _diagnostic("the target", files["tiers"].at("tiers", id_, "first_value"))
    for id_, metric in vocabulary.metrics.items():
        origin = files["metrics"].at("metrics", id_)
        for name, figure in metric.targets.items():
            if not figure.source:
                yield _diagnostic("the target", origin.at("targets", name))
        if metric.benchmark and not metric.benchmark.source:
            yield _diagnostic("the benchmark", origin.at("benchmark"))


def _diagnostic(what: str, origin: Origin) -> Diagnostic:
    hint = "write where the figure comes from, under `source`"
    return Diagnostic(CODE, f"{what} does not name its source", origin.key_span, hint)


RULE = Rule(CODE, check, about_absence=True)
