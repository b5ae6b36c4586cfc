"""A project's own file and folders: what they are called, and what a site is made of.

In: the data of a configuration. Out: `ProjectFolders`. The configuration may name the folders of playbooks and theme;
all others are called as they are here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from msgspec import Struct

from firstwin.names import BUILD, CUSTOMERS, FILES, OWN_PAGES, SCHEMAS, SITE, TEMPLATES
from firstwin.sources.paths import fault_of_folder, plain_folder
from firstwin.system.fields import field_names


class ProjectFolders(Struct, frozen=True):
    """The folders that a configuration may name, as it names them."""

    playbooks: str = "playbooks"
    theme: str = "theme"

    def made_from(self, project: Path) -> tuple[Path, ...]:
        """What a project is made of, beside its configuration: nothing is written over it.

        What has a usual name counts where the configuration names another one: the next change may be that back.
        """
        usual = (
            USUAL_FOLDERS.playbooks,
            USUAL_FOLDERS.theme,
            TEMPLATES,
            CUSTOMERS,
            OWN_PAGES,
            FILES,
        )
        names = (*usual, self.playbooks, self.theme)
        return tuple(project / name for name in dict.fromkeys(names))

    def real_in(self, project: Path) -> dict[str, str]:
        """Where each folder of a project lies below it once links are followed, by its name.

        `project` is resolved. A folder that lies elsewhere is not in it.
        """
        named = {
            name: name for name in (TEMPLATES, CUSTOMERS, OWN_PAGES, FILES, SCHEMAS, BUILD, SITE)
        }
        named |= {name: getattr(self, name) for name in field_names(type(self))}
        real = {name: _resolved(project / path) for name, path in named.items()}
        return {
            name: path.relative_to(project).as_posix()
            for name, path in real.items()
            if path.is_relative_to(project)
        }


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):  # a loop: Python 3.13 turned the one into the other
        return folder


USUAL_FOLDERS: Final = ProjectFolders()


def project_folders(settings: object) -> ProjectFolders:
    """The folders that the data of a configuration names; where it names none, or none there can be, the usual ones."""
    data = settings if isinstance(settings, dict) else {}
    named = {
        key: plain_folder(value)
        for key in field_names(ProjectFolders)
        if isinstance(value := data.get(key), str) and not fault_of_folder(value)
    }
    return ProjectFolders(**named)
