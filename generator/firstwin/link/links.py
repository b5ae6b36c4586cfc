"""The links of one customer.

In: a `Customer`, and the address of the site. Out: a `Link` for each persona that the file names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from firstwin.link.fragment import pack
from firstwin.link.personal import MOST, Personal, payload_of, personal_of
from firstwin.models.customer import Customer

LONGEST_LINK: Final = 2_000
"""The characters of a link. Mail programs cut longer ones off, each somewhere else."""


class PersonalLink(Struct, frozen=True):
    """The address that one reader is sent."""

    personal: Personal
    address: str

    @property
    def fault(self) -> str:
        """Why it would not arrive, as a clause; nothing where it would."""
        said = self.personal
        parts = (said.contacts, said.answers, said.targets, said.notes)
        most = max(map(len, parts))
        if most > MOST:
            return f"has a list of {most:,} entries; a link carries {MOST} of each"
        length = len(self.address)
        if length > LONGEST_LINK:
            return f"has {length:,} characters; mail programs cut off what is behind the {LONGEST_LINK:,}th"
        return ""


def links_of(customer: Customer, site: str) -> Iterator[PersonalLink]:
    """A link for each persona of a customer, to their guide on the site at the address `site`."""
    for persona in customer.personas:
        personal = personal_of(customer, persona)
        fragment = pack(payload_of(personal))
        guide = f"{site.rstrip('/')}/{customer.tier}/{persona}/"
        yield PersonalLink(personal, f"{guide}#{fragment}")
