"""The figures of the sources stand in the reference playbooks, each with its source.

What has to stand there is `figures.yml`. A figure without a source is what FW601 finds.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from firstwin.models.project import Project, Vocabulary
from firstwin.sources import read
from firstwin.validate import validate

LIST: Mapping[str, Any] = yaml.safe_load(
    Path(__file__).with_name("figures.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def project(repository: Path) -> Project:
    sources, _ = read(repository / "site_config.yml")
    catalog, _ = validate(sources)
    assert catalog
    return catalog.project


@pytest.fixture(scope="module")
def vocabulary(project: Project) -> Vocabulary:
    return project.vocabulary


def test_economics(vocabulary: Vocabulary) -> None:
    assert {
        id_: {name: figure.value for name, figure in tier.economics.figures()}
        for id_, tier in vocabulary.tiers.items()
        if tier.economics
    } == LIST["economics"]


def test_methods(vocabulary: Vocabulary) -> None:
    assert {
        id_: [method.scalability, method.personalisation, method.cost, method.effectiveness]
        for id_, method in vocabulary.methods.items()
    } == LIST["methods"]


@pytest.mark.parametrize("tier", LIST["targets"])
def test_targets(tier: str, vocabulary: Vocabulary) -> None:
    assert {
        id_: metric.targets[tier].value
        for id_, metric in vocabulary.metrics.items()
        if tier in metric.targets
    } == LIST["targets"][tier]


def test_benchmarks(vocabulary: Vocabulary) -> None:
    assert {
        id_: metric.benchmark.value
        for id_, metric in vocabulary.metrics.items()
        if metric.benchmark
    } == LIST["benchmarks"]


def test_failures_are_eight_and_each_has_what_prevents_and_what_helps(
    vocabulary: Vocabulary,
) -> None:
    failures = vocabulary.failures.values()
    assert len(failures) == LIST["failures"]
    assert all(failure.source and failure.steps and failure.plays for failure in failures)


def test_plans_are_as_long_as_the_sources_say(project: Project) -> None:
    assert {tier: project.plans[tier].duration for tier in LIST["days"]} == LIST["days"]
