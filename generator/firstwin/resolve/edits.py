"""Where things can be changed.

In: the configuration, and the origin of a thing. Out: the address of its line in the repository, or
nothing where the edition leads to none.
"""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from firstwin.models.config import SiteConfig
from firstwin.models.plan import Origin
from firstwin.models.project import Project, Vocabulary
from firstwin.system.fields import field_names

PLAYS = "plays"


class Edits(Struct, frozen=True):
    """Addresses made from a pattern with `{path}` and `{line}`; an empty pattern makes none."""

    pattern: str

    def of(self, origin: Origin) -> str:
        """The address at which what stands at `origin` can be changed."""
        return self.at(origin.path, origin.line) if self.pattern else ""

    def at(self, path: str, line: int) -> str:
        """The address of a line."""
        return self.pattern.replace("{path}", quote(path)).replace("{line}", str(line))


def edits_of(config: SiteConfig) -> Edits:
    """The addresses of an edition."""
    return Edits(config.edit.url if config.edit else "")


def edits_of_vocabulary(project: Project) -> dict[str, str]:
    """The address of each vocabulary file that says something, by its name."""
    edits = edits_of(project.config)
    files = vocabulary_files(project) if edits.pattern else {}
    return {name: edits.at(path, 1) for name, path in files.items()}


def vocabulary_files(project: Project) -> dict[str, str]:
    """Each vocabulary file that says something, by its name."""
    names = [
        *(name for name in field_names(Vocabulary) if getattr(project.vocabulary, name)),
        *([PLAYS] if project.plays else []),
    ]
    return {name: f"{project.config.playbooks}/{name}.yml" for name in names}
