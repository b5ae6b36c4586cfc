"""What a personal link says, and the check of what somebody else's says.

In: a `Customer` and a persona, or the payload of a fragment. Out: `Personal`. Whatever is of another form than here makes
the whole link one that is not read; keys that are not known are passed over, and whether an id is one of the site is asked
where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, TypeVar

from msgspec import Struct, field
from pydantic_core import PydanticCustomError

from firstwin.link.fragment import FragmentError, Reason
from firstwin.models.customer import (
    LONGEST_LINE,
    LONGEST_NAME,
    Customer,
    hidden_in,
    is_linked,
    read_start,
)
from firstwin.models.values import is_id

PERSONAL: Final = "personal"
"""The key of a payload under which all of this stands."""
MOST: Final = 50
"""The entries of each list and mapping in it."""

T = TypeVar("T")


class LinkedContact(Struct, frozen=True):
    """Somebody behind a contact."""

    name: str
    url: str | None = None


class Personal(Struct, frozen=True):
    """What one reader is told by their link."""

    to: str
    customer: str
    tier: str
    persona: str
    start: date | None = None
    days: Mapping[str, date] = field(default_factory=dict)
    contacts: Mapping[str, LinkedContact] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def personal_of(customer: Customer, persona: str) -> Personal:
    """What the link of one persona says."""
    return Personal(
        to=customer.personas[persona],
        customer=customer.name,
        tier=customer.tier,
        persona=persona,
        start=customer.start,
        days=customer.days,
        contacts={
            id_: LinkedContact(each.name, each.url) for id_, each in customer.contacts.items()
        },
        answers=customer.answers,
        targets=customer.targets,
        notes=customer.notes,
    )


def payload_of(personal: Personal) -> Mapping[str, Any]:
    """The payload that says it. What is empty is not in it."""
    said = {
        "to": personal.to,
        "customer": personal.customer,
        "tier": personal.tier,
        "persona": personal.persona,
        "start": personal.start.isoformat() if personal.start else None,
        "days": {id_: day.isoformat() for id_, day in personal.days.items()},
        "contacts": {
            id_: {"name": each.name, **({"url": each.url} if each.url else {})}
            for id_, each in personal.contacts.items()
        },
        "answers": dict(personal.answers),
        "targets": list(personal.targets),
        "notes": list(personal.notes),
    }
    return {PERSONAL: {key: value for key, value in said.items() if value}}


def read_personal(payload: Mapping[str, Any]) -> Personal:
    """What a payload says. Raises FragmentError where it is none of a personal link."""
    said = _mapping(payload.get(PERSONAL))
    start = said.get("start")
    return Personal(
        to=_name(said.get("to")),
        customer=_name(said.get("customer")),
        tier=_id(said.get("tier")),
        persona=_id(said.get("persona")),
        start=_civil_day(start) if "start" in said else None,
        days=_each(said, "days", _civil_day),
        contacts=_each(said, "contacts", _contact),
        answers=_each(said, "answers", _id),
        targets=_lines(said, "targets"),
        notes=_lines(said, "notes"),
    )


def _refuse() -> FragmentError:
    return FragmentError(Reason.SHAPE)


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _refuse()
    return value


def _text(value: object, longest: int) -> str:
    if isinstance(value, str) and 0 < len(value) <= longest and not hidden_in(value):
        return value
    raise _refuse()


def _name(value: object) -> str:
    return _text(value, LONGEST_NAME)


def _line(value: object) -> str:
    return _text(value, LONGEST_LINE)


def _id(value: object) -> str:
    if isinstance(value, str) and is_id(value):
        return value
    raise _refuse()


def _civil_day(value: object) -> date:
    try:
        return read_start(value)
    except PydanticCustomError:
        raise _refuse() from None


def _contact(value: object) -> LinkedContact:
    said = _mapping(value)
    url = said.get("url")
    if "url" in said and not (isinstance(url, str) and is_linked(url)):
        raise _refuse()
    return LinkedContact(_name(said.get("name")), url)


def _each(said: Mapping[str, Any], key: str, read: Callable[[object], T]) -> Mapping[str, T]:
    entries = _mapping(said.get(key, {}))
    if len(entries) > MOST:
        raise _refuse()
    return {_id(id_): read(value) for id_, value in entries.items()}


def _lines(said: Mapping[str, Any], key: str) -> tuple[str, ...]:
    lines = said.get(key, [])
    if not isinstance(lines, list) or len(lines) > MOST:
        raise _refuse()
    return tuple(map(_line, lines))
