"""A library entry: something several playbooks use, written once.

In: a file below `library/`, whose name is the entry's id. Out: one class a type. An entry has no id
of its own and, when it has no page of its own, may declare parameters that each use fills.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pydantic import Field

from firstwin.models.base import Model
from firstwin.models.date import Dated
from firstwin.models.steps import STEP_TYPES
from firstwin.models.steps.content import Content
from firstwin.models.steps.variants import one_of, type_of, variant
from firstwin.models.values import Id, Text


class Parameter(Model):
    """A value each use of the entry may set; texts write it as `{{ set.name }}`."""

    title: Text
    """What the value is."""
    default: Text | None = None
    """The value where a use sets none. Without it every use must."""


def asked_as(parameter: str) -> str:
    """The name by which the texts of an entry ask for a parameter of theirs."""
    return f"set.{parameter}"


def values_of_use(values: Mapping[str, str]) -> dict[str, str]:
    """What the texts of an entry may fill in, in one use of it, by the names they ask for it."""
    return {asked_as(name): value for name, value in values.items()}


class Entry(Dated):
    """A library entry."""

    was: Id | None = None
    """The entry's earlier id: the addresses of its pages and what was kept lead on."""
    also: tuple[Text, ...] = ()
    """What else people call it: `UAT`, `data migration`. No page says it for that; search finds the entry by it."""


class Parametrised(Entry):
    """A library entry that is shown where it is used."""

    parameters: dict[Id, Parameter] = Field(default_factory=dict)
    """The values each use may set, by name."""


def other_names_of(entry: object) -> tuple[Text, ...]:
    """What else people call an entry, or a step that is made of one."""
    return entry.also if isinstance(entry, Entry) else ()


def was_of(entry: object) -> str | None:
    """The id that an entry had before."""
    return entry.was if isinstance(entry, Entry) else None


def parameters_of(entry: object) -> Mapping[str, Parameter]:
    """The parameters that an entry declares; one with a page of its own declares none."""
    return entry.parameters if isinstance(entry, Parametrised) else {}


ENTRIES: Final[Mapping[str, type[Content]]] = {
    word: variant(content, "Entry", Entry if content.has_page else Parametrised)
    for word, content in STEP_TYPES.items()
}
"""The types of entries. One with a page has it once for the whole site, so it takes no parameters."""

if TYPE_CHECKING:
    LibraryEntry = Content
    """A file of the library, whichever type it has."""
else:
    LibraryEntry = one_of(ENTRIES, type_of)
