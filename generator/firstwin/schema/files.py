"""The kinds of files a project is made of, and the model of each.

In: nothing. Out: `FILES`, in the order in which a newcomer meets them. A schema is named after its
kind, and so is the modeline at the top of a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from firstwin.models.config import SiteConfig
from firstwin.models.customer import Customer
from firstwin.models.library import LibraryEntry
from firstwin.models.own_page import OwnPage
from firstwin.models.playbook import PersonaFile, PhaseFile, Playbook
from firstwin.models.plays import Plays
from firstwin.models.vocabulary import (
    Conditions,
    Contacts,
    Failures,
    Glossary,
    Methods,
    Metrics,
    Roles,
    Tiers,
)


class FileKind(Struct, frozen=True):
    """A kind of file: where such files lie, what they say, and the type of their root."""

    place: str
    title: str
    about: str
    root: Any


FILES: Mapping[str, FileKind] = {
    "site_config": FileKind(
        "site_config.yml",
        "Site configuration",
        "What the site is called, the values texts fill in, and the brand.",
        SiteConfig,
    ),
    "tiers": FileKind(
        "playbooks/tiers.yml", "Tiers", "The customer segments, each with its own plan.", Tiers
    ),
    "roles": FileKind(
        "playbooks/roles.yml", "Roles", "Everybody in the work, on whichever side.", Roles
    ),
    "playbook": FileKind(
        "playbooks/<tier>/playbook.yml", "Playbook", "The plan of one tier.", Playbook
    ),
    "phase": FileKind(
        "playbooks/<tier>/phases/<id>.yml",
        "Phase file",
        "One phase of a long playbook, in a file of its own. Its id is the file's name.",
        PhaseFile,
    ),
    "persona": FileKind(
        "playbooks/<tier>/<persona>.yml",
        "Persona file",
        "What one persona of a tier sees on top of the plan. Applied in the order hide, adjust, add.",
        PersonaFile,
    ),
    "library": FileKind(
        "playbooks/library/<id>.yml",
        "Library entry",
        "Something several playbooks use, written once. Its id is the file's name.",
        LibraryEntry,
    ),
    "conditions": FileKind(
        "playbooks/conditions.yml",
        "Conditions",
        "The questions whose answers decide what applies to a reader.",
        Conditions,
    ),
    "metrics": FileKind("playbooks/metrics.yml", "Metrics", "What is measured.", Metrics),
    "contacts": FileKind("playbooks/contacts.yml", "Contacts", "Whom to ask.", Contacts),
    "plays": FileKind("playbooks/plays.yml", "Plays", "What to do when something happens.", Plays),
    "glossary": FileKind(
        "playbooks/glossary.yml", "Glossary", "Words that not every reader knows.", Glossary
    ),
    "failures": FileKind(
        "playbooks/failures.yml",
        "Failures",
        "Why onboarding fails, and what prevents it.",
        Failures,
    ),
    "methods": FileKind(
        "playbooks/methods.yml", "Methods", "The ways to bring customers on board.", Methods
    ),
    "page": FileKind(
        "pages/<id>.yml",
        "Own page",
        "A page of your own. Its id is the file's name. As `pages/<id>.md` it has its keys between two lines `---`, and its `text` below.",
        OwnPage,
    ),
    "customer": FileKind(
        "customers/<name>.yml",
        "Customer",
        "What the personal links of one customer say. No site shows any of it.",
        Customer,
    ),
}
"""Every kind of file by the name of its schema."""
