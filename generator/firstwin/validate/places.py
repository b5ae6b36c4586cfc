"""Which file says what: a file's place in the project decides its model.

In: a path. Out: its `FilePlace`, or None where no file belongs.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from msgspec import Struct
from pydantic import TypeAdapter

from firstwin.models import vocabulary
from firstwin.models.base import adapter_of
from firstwin.models.config import SiteConfig
from firstwin.models.customer import Customer
from firstwin.models.library import LibraryEntry
from firstwin.models.own_page import OwnPage
from firstwin.models.playbook import PersonaFile, PhaseFile, Playbook
from firstwin.models.plays import Plays

LIBRARY = "library"
PLAYBOOK = "playbook"
PHASES = "phases"


class FileRole(Enum):
    """What a file is."""

    CONFIG = "configuration"
    VOCABULARY = "vocabulary"
    ENTRY = "library entry"
    PLAYBOOK = "playbook"
    PHASE = "phase"
    PERSONA = "persona file"
    CUSTOMER = "customer"
    OWN_PAGE = "page"


class FileForm(Struct, frozen=True):
    """What a file must look like: the type of its root, and what turns data into it."""

    root: object

    @property
    def adapter(self) -> TypeAdapter[Any]:
        """What turns data into it: made when the first file of its kind is read."""
        return adapter_of(self.root)


class FilePlace(Struct, frozen=True):
    """What a file is, its name without `.yml`, and the folder it lies in (a tier's, or empty)."""

    kind: FileRole
    name: str
    folder: str = ""

    @property
    def form(self) -> FileForm:
        """What the file must look like."""
        return VOCABULARIES[self.name] if self.kind is FileRole.VOCABULARY else _FORMS[self.kind]


VOCABULARIES: Mapping[str, FileForm] = {
    "tiers": FileForm(vocabulary.Tiers),
    "roles": FileForm(vocabulary.Roles),
    "metrics": FileForm(vocabulary.Metrics),
    "contacts": FileForm(vocabulary.Contacts),
    "conditions": FileForm(vocabulary.Conditions),
    "plays": FileForm(Plays),
    "glossary": FileForm(vocabulary.Glossary),
    "failures": FileForm(vocabulary.Failures),
    "methods": FileForm(vocabulary.Methods),
}
"""The vocabulary files, by name. Each holds one mapping, under the key of the same name."""

_FORMS: Mapping[FileRole, FileForm] = {
    FileRole.CONFIG: FileForm(SiteConfig),
    FileRole.ENTRY: FileForm(LibraryEntry),
    FileRole.PLAYBOOK: FileForm(Playbook),
    FileRole.PHASE: FileForm(PhaseFile),
    FileRole.PERSONA: FileForm(PersonaFile),
    FileRole.CUSTOMER: FileForm(Customer),
    FileRole.OWN_PAGE: FileForm(OwnPage),
}


def place_of(path: str, playbooks: str) -> FilePlace | None:
    """The place of a file below the folder `playbooks`."""
    inside = path.removeprefix(f"{playbooks}/").removesuffix(".yml")
    *folders, name = inside.split("/")
    if not folders:
        return FilePlace(FileRole.VOCABULARY, name) if name in VOCABULARIES else None
    if folders[0] == LIBRARY:
        return FilePlace(FileRole.ENTRY, name)
    if folders[1:] == [PHASES]:
        return FilePlace(FileRole.PHASE, name, folders[0])
    if len(folders) > 1:
        return None
    return FilePlace(FileRole.PLAYBOOK if name == PLAYBOOK else FileRole.PERSONA, name, folders[0])
