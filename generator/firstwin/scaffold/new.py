"""Write a new project into a folder.

In: a folder. Out: the files of a project in it. Nothing that is there already is touched: a folder that
holds anything is refused. Names that begin with a dot are stored without it, as `dot-`, so that neither
git nor a packaging tool takes them for its own.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firstwin import bundled
from firstwin.errors import WrongUseError
from firstwin.scaffold.lock import installed_from, lock
from firstwin.sources import CONFIG, SCHEMAS, USUAL_FOLDERS

_PROJECT: Final = Path(__file__).resolve().parent / "project"
_STARTER: Final = frozenset({CONFIG, USUAL_FOLDERS.playbooks})
"""What the small project and the reference project have each their own of."""
_REVIEWS: Final = re.compile(rb"^review(?:ed|_by): .*\n", re.MULTILINE)
"""When the reference playbooks were looked over. In a new project nobody has done so yet."""


def new_project(folder: Path, *, reference: bool = False) -> list[Path]:
    """Write a project into `folder`, small or with the reference playbooks. Returns its files.

    Where it is known which wheel firstwin was installed from, the project is locked to it at once.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(f"{folder} is a file", "name a folder that is not there yet")
    if folder.is_dir() and any(folder.iterdir()):
        raise WrongUseError(f"{folder} is not empty", "name a folder that is not there yet")
    folder.mkdir(parents=True, exist_ok=True)
    for source, name in _files(reference=reference):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.suffix == ".yml":
            target.write_bytes(_REVIEWS.sub(b"", source.read_bytes()))
        else:
            shutil.copyfile(source, target)
    if installed_from():
        lock(folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _files(*, reference: bool) -> Iterator[tuple[Path, Path]]:
    """Each file to copy, and where it goes."""
    for source in _below(bundled.SCHEMAS):
        yield source, SCHEMAS / source.relative_to(bundled.SCHEMAS)
    for source in _below(_PROJECT):
        name = source.relative_to(_PROJECT)
        if not reference or name.parts[0] not in _STARTER:
            yield source, Path(*(_with_dot(part) for part in name.parts))
    if reference:
        yield bundled.SITE_CONFIG, Path(CONFIG)
        for source in _below(bundled.PLAYBOOKS):
            yield source, USUAL_FOLDERS.playbooks / source.relative_to(bundled.PLAYBOOKS)


def _with_dot(part: str) -> str:
    return "." + part.removeprefix("dot-") if part.startswith("dot-") else part


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
