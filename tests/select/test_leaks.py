"""What is not for an audience cannot be reached from its edition, wherever it was written."""

import pytest
from tests.select.canaries import Field, Planter, leaks, strings, text_fields
from tests.select.leaky import leaky_catalog

from firstwin.models.project import Project
from firstwin.models.values import Audience, Text
from firstwin.resolve import resolve
from firstwin.select import select
from firstwin.sources import Document

CONFIGURATION = {
    "Allowance",
    "SiteConfig",
    "Named",
    "Brand",
    "Holidays",
    "Home",
    "RuleSetting",
    "Writing",
}
"""What the whole site says: it has no audience."""

NARROWER = [
    (Audience.INTERNAL, Audience.CUSTOMER),
    (Audience.INTERNAL, Audience.PARTNER),
    (Audience.PARTNER, Audience.CUSTOMER),
]


def shown_texts() -> set[Field]:
    """The fields whose text a reader is shown, whoever the reader is."""
    return {field for field in text_fields(Project, Text) if field[0] not in CONFIGURATION}


@pytest.mark.parametrize(("narrow", "audience"), NARROWER)
def test_nothing_narrower_can_be_reached_from_an_edition(
    narrow: Audience, audience: Audience
) -> None:
    plant = Planter(narrow)
    edition = select(leaky_catalog(plant), audience)
    assert leaks(edition, plant.planted) == {}


@pytest.mark.parametrize(("narrow", "audience"), NARROWER)
def test_nothing_narrower_can_be_reached_from_the_guides(
    narrow: Audience, audience: Audience
) -> None:
    plant = Planter(narrow)
    guides = resolve(select(leaky_catalog(plant), audience))
    assert leaks(guides, plant.planted) == {}
    assert "Begin now" in strings(guides)


def test_every_text_of_a_project_was_tried() -> None:
    """A field that is added to a model is tried without anybody thinking of it."""
    plant = Planter(Audience.INTERNAL)
    leaky_catalog(plant)
    texts = {field for field in text_fields(Project) if field[0] not in CONFIGURATION}
    assert texts - set(plant.planted.values()) == set()


def test_the_audience_itself_reaches_what_is_written_for_it() -> None:
    plant = Planter(Audience.INTERNAL)
    shown = leaks(select(leaky_catalog(plant), Audience.INTERNAL), plant.planted)
    assert shown_texts() - set(shown.values()) == set()


def test_without_the_filter_all_of_it_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests above fail when the filter is gone: what they look for is there to be found."""
    plant = Planter(Audience.INTERNAL)
    catalog = leaky_catalog(plant)
    monkeypatch.setattr(Audience, "sees", lambda _self, _other: True)
    leaked = leaks(select(catalog, Audience.CUSTOMER), plant.planted)
    assert shown_texts() - set(leaked.values()) == set()


def test_no_document_can_be_reached_from_an_edition() -> None:
    edition = select(leaky_catalog(Planter(Audience.INTERNAL)), Audience.INTERNAL)
    plan = edition.project.plans["gold"]
    origins = [
        plan.origin,
        *(phase.origin for phase in plan.phases),
        *(persona.origin for persona in plan.personas.values()),
        *(origin for step in plan.steps() for origin in (step.origin, *step.origins.values())),
        *edition.project.entries.values(),
    ]
    assert not any(isinstance(origin.document, Document) for origin in origins)
    assert {origin.path for origin in edition.project.entries.values()} == {"playbook.yml"}
