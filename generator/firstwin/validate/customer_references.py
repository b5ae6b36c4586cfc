"""Follow the references of the customers' files: tiers, personas, contacts, conditions and their answers.

In: the files, and what may be referred to. Out: diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Diagnostic
from firstwin.models.customer import Customer
from firstwin.models.values import Audience
from firstwin.models.vocabulary import Contact
from firstwin.validate import reference_codes as codes
from firstwin.validate.known import Known
from firstwin.validate.references import Checks, known_personas
from firstwin.validate.shape import Shaped


def references_of_customers(checks: Checks) -> Iterator[Diagnostic]:
    """What all customers' files refer to."""
    contacts = Known(
        codes.UNKNOWN_CONTACT,
        "contact",
        None if "contacts" in checks.files.broken else checks.project.vocabulary.contacts,
        "name one of contacts.yml",
        checks.files.left_out,
    )
    for file in checks.files.customers.values():
        yield from checks.known.tiers.check(file.model.tier, file.origin("tier"))
        yield from _personas(checks, file)
        for id_ in file.model.contacts:
            yield from contacts.check(id_, file.origin("contacts", id_), at_key=True)
            yield from _shown(checks.project.vocabulary.contacts.get(id_), id_, file)
        yield from checks.known.answers(file.model.answers, file.origin("answers"))
        yield from _days(checks, file)


def _days(checks: Checks, file: Shaped[Customer]) -> Iterator[Diagnostic]:
    """Whether the plan of a customer lets readers set the days whose dates are known."""
    plan = checks.project.plans.get(file.model.tier)
    if plan is None:
        return  # that there is none is said of the tier
    known = Known(
        codes.NOT_MOVABLE,
        "movable day",
        dict.fromkeys(plan.movable),
        "name it under `movable` of the playbook",
        checks.files.left_out,
    )
    for id_ in file.model.days:
        yield from known.check(id_, file.origin("days", id_), at_key=True)


def _personas(checks: Checks, file: Shaped[Customer]) -> Iterator[Diagnostic]:
    tier = file.model.tier
    # What is wrong with the tier is said already. Who has a guide in none of them has none in the right one.
    known = known_personas(checks, tier)
    if known.ids is None:
        folders = {**checks.files.personas, **checks.files.playbooks}
        known = known_personas(checks, *folders, whose="a tier")
    for role in file.model.personas:
        yield from known.check(role, file.origin("personas", role), at_key=True)


def _shown(contact: Contact | None, id_: str, file: Shaped[Customer]) -> Iterator[Diagnostic]:
    """Whether the pages of a customer show a contact."""
    tier = file.model.tier
    if contact is None or (
        contact.audience is Audience.CUSTOMER and (not contact.tiers or tier in contact.tiers)
    ):
        return
    for_whom = f"the tier `{tier}`" if contact.audience is Audience.CUSTOMER else "customers"
    yield Diagnostic(
        codes.UNKNOWN_CONTACT,
        f"the contact `{id_}` is not for {for_whom}",
        file.origin("contacts", id_).key_span,
        "remove it, or name one that their pages show",
    )
