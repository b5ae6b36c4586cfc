"""A project with faults: edits to the small project, as golden cases write them.

A case's sections are `file PATH` (a whole file), `edit PATH` (hunks of lines that begin with `-`, `+` or
a space, parted by empty lines; what a hunk removes and keeps must be found exactly once), `move PATH`
(its new path) and `remove PATH`.
"""

from collections.abc import Mapping
from pathlib import Path
from shutil import copytree

SMALL = Path(__file__).resolve().parent / "projects" / "small"


def project(folder: Path, sections: Mapping[str, str], base: Path = SMALL) -> Path:
    """Lay out the small project, or another one, with the edits of a case, and return its configuration."""
    copytree(base, folder, dirs_exist_ok=True)
    edit(folder, sections)
    return folder / "site_config.yml"


def edit(folder: Path, sections: Mapping[str, str]) -> None:
    """Make the edits of a case in the files of a project."""
    for name, text in sections.items():
        kind, _, path = name.partition(" ")
        file = folder / path
        if kind == "file":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{text}\n", encoding="utf-8")
        elif kind == "remove":
            file.unlink()
        elif kind == "move":
            file.rename(folder / text)
        elif kind == "edit":
            file.write_text(_edited(file.read_text(encoding="utf-8"), text), encoding="utf-8")


def _edited(text: str, edits: str) -> str:
    for hunk in edits.strip("\n").split("\n\n"):
        lines = hunk.split("\n")
        old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in "- ")
        new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in "+ ")
        assert f"\n{text}".count(f"\n{old}") == 1, f"not found exactly once:\n{old}"
        text = f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:]
    return text
