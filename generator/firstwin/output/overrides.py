"""What lies over Material in `build/<edition>/overrides`: our theme, and the project's own on top.

In: the bundled theme and the project's `theme/` folder. Out: relative paths with their bytes. Every file
in Material's custom folder that is not a template is published, so only endings that belong on a site
are taken; notes, YAML and backups stay behind. The project's file wins over ours of the same path.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from firstwin.errors import FirstwinError
from firstwin.sources import link_fault

ENDINGS: Final = frozenset(
    {".css", ".gif", ".html", ".ico", ".jpeg", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2"}
)


def overrides(bundled_theme: Path, project: Path, theme: Path) -> dict[str, bytes]:
    """The files of our theme's overrides under those of the project's theme."""
    files = _ours(bundled_theme / "overrides")
    if theme.is_dir() and theme.resolve() != bundled_theme.resolve():
        check_inside(theme, project)
        files |= {relative: path.read_bytes() for relative, path in _theirs(project, theme)}
    return files


def _ours(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in ENDINGS
    }


def _theirs(project: Path, theme: Path) -> Iterator[tuple[str, Path]]:
    """The project's own theme files. A link that leads out of the project would publish a stranger."""
    for parent, folders, names in os.walk(theme):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in (*folders, *sorted(names)):
            path = Path(parent, name)
            if path.is_symlink() and (fault := link_fault(project.resolve(), path)):
                raise _refused(path, fault)
            if name in names and path.suffix.lower() in ENDINGS and not name.startswith("."):
                if not path.is_file():
                    raise FirstwinError(f"{path} is not a file", "delete it, or rename it")
                yield path.relative_to(theme).as_posix(), path


def check_inside(path: Path, project: Path) -> None:
    """Raise where a path leads out of the project, or nowhere, by way of a symbolic link."""
    try:
        inside = path.resolve(strict=True).is_relative_to(project.resolve())
    except (OSError, RuntimeError):  # dangling, or a loop
        inside = False
    if not inside:
        raise _refused(path, "leads out of the project, or nowhere")


def _refused(link: Path, fault: str) -> FirstwinError:
    return FirstwinError(
        f"{link} is a symbolic link that {fault}", "put a copy of the file in its place"
    )
