"""Write a new project into a folder.

In: a folder. Out: the files of a project in it, all or none: where the system refuses one of them, or somebody
interrupts, nothing is left. What is there already stays: a folder that holds more than a repository begins with is
refused. Names that begin with a dot are stored without it, as `dot-`, so that neither git nor a packaging tool takes
them for its own.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firstwin.diagnostics import visible
from firstwin.errors import WrongUseError
from firstwin.output import LOCK, leads_nowhere, leftovers, locked, mend, workspace
from firstwin.scaffold.folders import filled
from firstwin.scaffold.lock import installed_from, lock
from firstwin.sources import CONFIG, SCHEMAS, USUAL_FOLDERS
from firstwin.system import bundled
from firstwin.system.refusals import writing

_PROJECT: Final = Path(__file__).resolve().parent / "project"
_STARTER: Final = frozenset({CONFIG, USUAL_FOLDERS.playbooks})
"""What the small project and the reference project have each their own of."""
_BEGINNING: Final = re.compile(
    r"\.git|\.gitignore|\.gitattributes|\.gitkeep|\.keep|\.editorconfig|\.idea"
    r"|\.ds_store|thumbs\.db|desktop\.ini"  # which a system puts everywhere, and shows nobody
    r"|(readme|licen[cs]e|copying|notice|changelog|contributing|code_of_conduct|security|codeowners)([._-].*)?",
    re.IGNORECASE,
)
"""What a repository holds that nobody has put anything into yet."""
_REVIEWS: Final = re.compile(rb"^review(?:ed|_by): .*\n", re.MULTILINE)
"""When the reference playbooks were looked over. In a new project nobody has done so yet."""


def new_project(folder: Path, *, reference: bool = False) -> list[Path]:
    """Write a project into `folder`, small or with the reference playbooks. Returns its files.

    Where it is known which wheel firstwin was installed from, the project is locked to it at once.
    """
    killed = folder.is_dir() and any(leftovers(folder))  # a call before this one
    if not killed:
        _check(folder)
    with writing(folder), filled(folder), locked(folder):
        if killed and mend(folder, _taken):
            return [folder / name for _, name in _files(reference=reference)]
        _check(folder)
        with workspace(folder, _taken) as work:
            _write(work.new, reference=reference)
            for name in (path.name for path in folder.iterdir()):
                (work.new / name).unlink(missing_ok=True)  # what a repository begins with stays
            files = [path.relative_to(work.new) for path in _below(work.new)]
            work.put_in_place()
    return [folder / file for file in files]


def _check(folder: Path) -> None:
    """Raise unless a project may be written into `folder`."""
    if leads_nowhere(folder):
        raise WrongUseError(
            f"{folder} lies behind a symbolic link that leads nowhere", "name another folder"
        )
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(f"{folder} is a file", "name a folder that is not there yet")
    if folder.is_dir():
        ours = {folder / LOCK, *leftovers(folder)}
        theirs = [path for path in folder.iterdir() if path not in ours]
        more = sorted(path.name for path in theirs if not _BEGINNING.fullmatch(path.name))
        if more:
            raise WrongUseError(
                f"{folder} is not empty: it holds {visible(more[0])}",
                "name a folder that is not there yet",
            )


def _taken(path: Path) -> str:
    return "it is there already" if os.path.lexists(path) else ""


def _write(folder: Path, *, reference: bool) -> None:
    for source, name in _files(reference=reference):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.suffix == ".yml":
            target.write_bytes(_REVIEWS.sub(b"", source.read_bytes()))
        else:
            shutil.copyfile(source, target)
    if installed_from():
        lock(folder)


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
        for folder in (bundled.OWN_PAGES, bundled.FILES):
            for source in _below(folder):
                yield source, source.relative_to(folder.parent)


def _with_dot(part: str) -> str:
    return "." + part.removeprefix("dot-") if part.startswith("dot-") else part


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
