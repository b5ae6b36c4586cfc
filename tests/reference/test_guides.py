"""Guides offer their readers what is theirs, and plans decide a thing once."""

from pathlib import Path

import pytest

from firstwin.loading import load_for_now
from firstwin.models.values import Audience
from firstwin.resolve import Guides, resolve
from firstwin.resolve.blocks.decision import DecisionBlock
from firstwin.select import select


@pytest.fixture(scope="module")
def guides(repository: Path) -> Guides:
    catalog = load_for_now(repository / "site_config.yml").catalog
    assert catalog
    return resolve(select(catalog, Audience.PARTNER))


@pytest.fixture(scope="module")
def titles(guides: Guides) -> dict[tuple[str, str], str]:
    """What whoever leads a step calls it."""
    return {
        (tier, step.id): step.title
        for tier, plan in guides.plans.items()
        for phase in plan.phases
        for step in phase.steps
    }


def test_a_guide_begins_with_what_its_reader_does(
    guides: Guides, titles: dict[tuple[str, str], str]
) -> None:
    """The first step is the reader's own, or is called by what they do in it."""
    offered = [
        (guide.tier, guide.persona.id, first.title)
        for guide in guides.guides
        for first in [
            next(
                step
                for phase in guide.phases
                for step in phase.steps
                if step.part.acts and not step.is_milestone
            )
        ]
        if first.owner.id != guide.persona.id and first.title == titles.get((guide.tier, first.id))
    ]
    assert offered == []


def test_who_is_only_told_of_a_step_of_their_first_phase_is_not_asked_to_do_it(
    guides: Guides, titles: dict[tuple[str, str], str]
) -> None:
    """Before anybody knows how a guide works, each line of it has to be read as it is meant."""
    asked = [
        (guide.tier, guide.persona.id, step.title)
        for guide in guides.guides
        for phase in guide.phases[:1]
        for step in phase.steps
        if not step.part.acts
        and not step.is_milestone
        and step.title == titles[guide.tier, step.id]
    ]
    assert asked == []


def test_go_live_is_decided_once_and_before_anybody_is_told(guides: Guides) -> None:
    steps = [step for phase in guides.plans["enterprise"].phases for step in phase.steps]
    (decided,) = (step for step in steps if step.block(DecisionBlock))
    told, switched = (
        next(step for step in steps if step.id == id_) for id_ in ("go-live-message", "switch-over")
    )
    assert decided.moment.days.last <= told.moment.days.first
    assert {decided.id} <= {need.id for need in told.needs}
    assert {decided.id} <= {need.id for need in switched.needs}
    assert decided.moment.days.last < switched.moment.days.first


@pytest.mark.parametrize(
    ("customers", "partners"), [("enterprise", "partner"), ("mid-market", "partner-mid-market")]
)
def test_partners_do_on_the_customers_days_what_both_do(
    guides: Guides, customers: str, partners: str
) -> None:
    """And no data moves before it is agreed where each field goes."""
    theirs, ours = (
        {step.id: step.moment.days for phase in guides.plans[plan].phases for step in phase.steps}
        for plan in (customers, partners)
    )
    both = theirs.keys() & ours.keys()
    assert {"connect-crm", "map-your-data"} <= both
    assert {id_: ours[id_] for id_ in both} == {id_: theirs[id_] for id_ in both}
    assert ours["map-your-data"].last <= ours["move-data"].first
    assert ours["move-data"].last == theirs["migrate-data"].last
