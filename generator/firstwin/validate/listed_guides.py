"""Guides of roles that have nothing of their own to say: a playbook lists them, and they have no file.

In: a playbook, with those that it extends, and who has a file. Out: `ListedGuide`s.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from msgspec import Struct

from firstwin.models.plan import Origin
from firstwin.models.playbook import Playbook
from firstwin.models.vocabulary import Role
from firstwin.validate.shape import Shaped


class ListedGuide(Struct, frozen=True):
    """A role whose guide a playbook lists. Its `summary` is what the role does anywhere."""

    role: str
    summary: str
    origin: Origin


def listed_roles(file: Shaped[Playbook]) -> Iterator[tuple[str, Origin]]:
    """The roles that a playbook lists, and those of the playbooks that it extends, each where it stands."""
    for position, role in enumerate(file.model.guides):
        yield role, file.origin("guides", position)
    if file.base:
        yield from listed_roles(file.base)


def listed_guides(
    file: Shaped[Playbook], with_file: Container[str], roles: Mapping[str, Role]
) -> tuple[ListedGuide, ...]:
    """The guides of roles that are listed and have no file, each once. One of a role that nobody knows is none."""
    found: dict[str, ListedGuide] = {}
    for role, origin in listed_roles(file):
        if role in roles and role not in with_file:
            found.setdefault(role, ListedGuide(role, roles[role].summary, origin))
    return (*found.values(),)
