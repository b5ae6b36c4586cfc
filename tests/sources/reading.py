"""Projects with one playbook file, read."""

from pathlib import Path

from tests.files import lay

from firstwin.diagnostics import Diagnostic
from firstwin.sources import Document, Sources, read

NAME = "playbooks/roles.yml"


def read_project(folder: Path, files: dict[str, str | bytes]) -> tuple[Sources, list[Diagnostic]]:
    """Read a project of these files; without one of its own it gets a `site_config.yml`."""
    lay(
        folder,
        {"site_config.yml": "title: Guides\n", "playbooks/tiers.yml": "smb: Small\n"} | files,
    )
    return read(folder / "site_config.yml")


def read_one(folder: Path, content: str | bytes) -> tuple[Document | None, list[Diagnostic]]:
    """Read one playbook file in a project where all else is right."""
    sources, found = read_project(folder, {NAME: content})
    return sources.documents.get(NAME), found


def codes(found: list[Diagnostic]) -> list[str]:
    """The codes of the diagnostics, in order."""
    return [one.code.id for one in found]
