"""Every fact on the list drawn up from the sources has a place in the reference playbooks.

The list is `facts.yml`. An address that leads nowhere fails with the fact that has lost its place.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from firstwin.models.plan import Plan
from firstwin.models.project import Project
from firstwin.sources import read
from firstwin.validate import validate

LIST: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("facts.yml").read_text(encoding="utf-8")
)
FACTS = [(fact, addresses) for facts in LIST.values() for fact, addresses in facts.items()]


@pytest.fixture(scope="module")
def addresses(repository: Path) -> frozenset[str]:
    sources, _ = read(repository / "site_config.yml")
    catalog, _ = validate(sources)
    assert catalog
    return frozenset(_addresses(catalog.project))


def _addresses(project: Project) -> Iterator[str]:
    kinds: Mapping[str, Mapping[str, object]] = {
        "library": project.library,
        "play": project.plays,
        "metric": project.vocabulary.metrics,
        "contact": project.vocabulary.contacts,
        "tier": project.vocabulary.tiers,
        "role": project.vocabulary.roles,
        "condition": project.vocabulary.conditions,
        "term": project.vocabulary.glossary,
        "failure": project.vocabulary.failures,
        "method": project.vocabulary.methods,
    }
    for kind, found in kinds.items():
        yield from (f"{kind}:{name}" for name in found)
    for tier, promised in project.vocabulary.tiers.items():
        figures = promised.economics.figures() if promised.economics else ()
        yield from (f"economics:{tier}/{name}" for name, _ in figures)
    for tier, plan in project.plans.items():
        yield from (f"{tier}/{name}" for name in _places(plan))


def _places(plan: Plan) -> Iterator[str]:
    yield from (f"@{name}" for name in plan.touchpoints)
    yield from (phase.id for phase in plan.phases)
    yield from (step.id for step in plan.steps())
    yield from (f"persona:{role}" for role in plan.personas)


@pytest.mark.parametrize(("fact", "places"), FACTS, ids=[fact for fact, _ in FACTS])
def test_a_fact_has_its_place(fact: str, places: list[str], addresses: frozenset[str]) -> None:
    assert places
    assert [place for place in places if place not in addresses] == []
