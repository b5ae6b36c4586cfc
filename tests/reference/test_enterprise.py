"""The enterprise playbook holds every entry of the sources' enterprise playbook.

The list of entries is `enterprise.yml`; what is compared is the plan a reader meets, after the library
and the phases have given their part.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from firstwin.models.plan import Days, Plan, Step
from firstwin.sources import read
from firstwin.validate import validate

LIST: Mapping[str, Any] = yaml.safe_load(
    Path(__file__).with_name("enterprise.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def project(repository: Path) -> Any:
    sources, _ = read(repository / "site_config.yml")
    catalog, _ = validate(sources)
    assert catalog
    return catalog.project


@pytest.fixture(scope="module")
def plan(project: Any) -> Plan:
    found: Plan = project.plans[LIST["tier"]]
    return found


@pytest.fixture(scope="module")
def steps(plan: Plan) -> Mapping[str, Step]:
    return {step.id: step for step in plan.steps()}


def test_the_phases_have_their_windows(plan: Plan) -> None:
    assert plan.duration == LIST["duration"]
    assert [(phase.id, phase.title, phase.days) for phase in plan.phases] == [
        (phase["id"], phase["title"], Days(*phase["days"])) for phase in LIST["phases"]
    ]


@pytest.mark.parametrize("entry", LIST["entries"], ids=lambda entry: entry["step"])
def test_an_entry_is_there(entry: Mapping[str, Any], steps: Mapping[str, Step]) -> None:
    step = steps[entry["step"]]

    assert (step.phase, step.content.type) == (entry["phase"], entry["type"])
    assert step.days == Days(*entry["days"])
    assert step.owner == entry["owner"]
    assert step.audience.value == entry.get("audience", "customer")
    taking_part = step.parts
    assert [role for role in entry.get("with", ()) if taking_part.get(role) != "with"] == []


@pytest.mark.parametrize("entry", LIST["entries"], ids=lambda entry: entry["step"])
def test_an_entry_says_what_the_source_says(
    entry: Mapping[str, Any], steps: Mapping[str, Step]
) -> None:
    content: Any = steps[entry["step"]].content
    said: Mapping[str, Callable[[], object]] = {
        "minutes": lambda: content.minutes and content.minutes.most,
        "agenda": lambda: len(content.agenda),
        "items": lambda: len(list(content.every_item())),
        "deliverables": lambda: len(content.deliverables),
        "only_if": lambda: ", ".join(
            clause.condition for each in content.only_if or () for clause in each.clauses
        ),
        "sign_off": lambda: list(content.sign_off),
        "metrics": lambda: [name for name in entry["metrics"] if name in content.metrics],
        "sessions": lambda: {
            name: session.minutes.most
            for name, session in content.sessions.items()
            if session.recorded
        },
    }

    assert {key: ask() for key, ask in said.items() if key in entry} == {
        key: entry[key] for key in said if key in entry
    }


@pytest.mark.parametrize("entry", LIST["touchpoints"], ids=lambda entry: entry["id"])
def test_a_touchpoint_is_there(entry: Mapping[str, Any], plan: Plan) -> None:
    touchpoint = plan.touchpoints[entry["id"]]

    assert (touchpoint.every, touchpoint.minutes.most) == (entry["every"], entry["minutes"])
    assert plan.touchpoint_days[entry["id"]] == Days(*entry["days"])
    assert set(entry["with"]) <= set(touchpoint.with_)


def test_the_targets_are_those_of_the_sources(project: Any) -> None:
    targets = {
        name: metric.targets[LIST["tier"]].value
        for name, metric in project.vocabulary.metrics.items()
        if LIST["tier"] in metric.targets
    }

    assert targets == LIST["targets"]


def test_completion_has_criteria_of_three_kinds(plan: Plan) -> None:
    assert all((plan.criteria.technical, plan.criteria.user, plan.criteria.value))


def test_every_step_type_is_used(plan: Plan) -> None:
    assert {step.content.type for step in plan.steps()} == {
        "task", "tutorial", "meeting", "training", "email", "data-import",
        "milestone", "review", "survey", "quiz", "handoff", "procedure",
    }  # fmt: skip
