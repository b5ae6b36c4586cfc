"""What lies over Material in `build/<edition>/overrides`: our theme, and the project's own on top.

In: the bundled theme and the project's `theme/` folder. Out: relative paths with their bytes. Every file
in Material's custom folder that is not a template is published, so only endings that belong on a site
are taken; notes, YAML and backups stay behind. The project's file wins over ours of the same path.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from firstwin.errors import FirstwinError
from firstwin.output.bare import bare
from firstwin.output.names import OVERRIDES
from firstwin.sources import theme_files
from firstwin.sources.theme import THEME_ENDINGS


def overrides(bundled_theme: Path, project: Path, theme: Path, playbooks: Path) -> dict[str, bytes]:
    """The files of our theme's overrides under those of the project's theme, pictures as they are published."""
    files = _ours(bundled_theme / OVERRIDES)
    if theme.is_dir() and theme.resolve() != bundled_theme.resolve():
        check_inside(theme, project)
        files |= dict(_theirs(project, theme, playbooks))
    return files


def _ours(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in THEME_ENDINGS
    }


def _theirs(project: Path, theme: Path, playbooks: Path) -> Iterator[tuple[str, bytes]]:
    """The project's own theme files. A link that leads out of the project would publish a stranger."""
    for each in theme_files(project, theme, playbooks):
        if each.is_link:
            raise _refused(each.file, each.fault)
        if each.fault:
            raise FirstwinError(f"{each.file} {each.fault}", "delete it, or rename it")
        yield each.path, bare(each.file.read_bytes())


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
