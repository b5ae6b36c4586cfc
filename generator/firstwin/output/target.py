"""Which folders a tree or a site may be written into.

In: the output folder somebody asked for and the project, or the folder of a tree. Out: nothing, or an
error; nothing on disk is touched here. An edition's folder is replaced as a whole, so a slip (`--output .`)
or a link in a cloned project (`build/customer` that leads to somebody's papers) would otherwise remove
somebody's work.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from firstwin.errors import WrongUseError
from firstwin.names import MANIFEST
from firstwin.output.manifest import fault_of_manifest
from firstwin.system.whole_files import UNFINISHED

HALLMARK: Final = "assets/firstwin.css"
"""A file every built site has: what holds it may be replaced."""


def check_target(output: Path, names: Iterable[str], sources: tuple[Path, ...]) -> None:
    """Raise unless `output` may hold what is built: folders of editions and manifests, by their names.

    `sources` are the project's own files and folders: its configuration, playbooks and theme.
    """
    if fault := _fault_of(output, sources):
        raise WrongUseError(
            f"the site cannot be written to {output}: {fault}",
            "choose a folder of its own: --output site",
        )
    for name in names:
        if fault := fault_of_built(output / name):
            raise WrongUseError(
                f"{output / name} cannot be replaced: {fault}",
                "move it away, or choose another folder with --output",
            )


def check_build(folder: Path, sources: tuple[Path, ...]) -> None:
    """Raise unless the trees of editions may be written into `folder`."""
    if fault := _fault_of(folder, sources):
        raise WrongUseError(
            f"the pages cannot be written to {folder}: {fault}",
            "choose a folder of its own: --build-dir build",
        )


def fault_of_built(path: Path) -> str:
    """Why a path cannot be replaced by what is built for it, by its name; nothing where it can."""
    return fault_of_manifest(path) if path.name.endswith(MANIFEST) else fault_of_site(path)


def fault_of_site(folder: Path) -> str:
    """Why a folder cannot be replaced by a site; nothing where it can."""
    if folder.is_symlink():
        return "it is a symbolic link"
    if folder.exists() and not folder.is_dir():
        return "it is a file"
    if (folder / ".git").exists():
        return "it is a git repository"
    if folder.is_dir() and any(folder.iterdir()) and not (folder / HALLMARK).is_file():
        return "it holds something that firstwin did not build"
    return ""


def check_tree(folder: Path, left_alone: Collection[str], hallmark: str, header: bytes) -> None:
    """Raise unless the tree of an edition may be written into `folder`, and all else there removed.

    A tree is known by its file `hallmark`, which begins with `header`.
    """
    if fault := _fault_of_tree(folder, left_alone, hallmark, header):
        raise WrongUseError(
            f"{folder} cannot be written anew: {fault}",
            "move it away: what firstwin makes of the playbooks belongs there",
        )


def _fault_of_tree(folder: Path, left_alone: Collection[str], hallmark: str, header: bytes) -> str:
    if folder.is_symlink():
        return "it is a symbolic link"
    if not folder.is_dir():
        return "it is a file" if folder.exists() else ""
    names = [path.name for path in folder.iterdir()]
    mark = folder / hallmark
    if mark.is_file() and mark.read_bytes().startswith(header):
        return ""
    # Half a file is what an interrupted build may leave before it wrote the first.
    theirs = [name for name in names if name not in left_alone and not name.endswith(UNFINISHED)]
    return "it holds something that firstwin did not write" if theirs else ""


def leads_nowhere(folder: Path) -> bool:
    """Whether the way to a folder ends at a link, which leads to nothing or to itself."""
    for path in (folder, *folder.parents):
        if os.path.lexists(path):
            return not path.exists()
    return False


def _home() -> Path | None:
    """The user's home, if anybody knows one."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _fault_of(folder: Path, sources: tuple[Path, ...]) -> str:
    if leads_nowhere(folder):
        return "it lies behind a symbolic link that leads nowhere"
    place = folder.resolve()
    checks = {
        "it is the root of the disk": place.parent == place,
        "it is your home folder": place == _home(),
        "it is a file": place.exists() and not place.is_dir(),
        "it is a git repository": (place / ".git").exists() or ".git" in place.parts,
    }
    for source in (path.resolve() for path in sources):
        checks[f"it holds the project's {source.name}"] = source.is_relative_to(place)
        checks[f"it lies inside the project's {source.name}"] = place.is_relative_to(source)
    return next((fault for fault, applies in checks.items() if applies), "")
