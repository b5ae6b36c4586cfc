"""The files of a project's own theme that are published, and its own page templates.

In: the project and its folders. Out: the theme's files by their paths, and why one cannot be taken. What lies in a theme
goes into every edition, so nothing gets into it by way of a link to the playbooks.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Diagnostic, Span
from firstwin.sources.codes import BAD_NAME, LINK, LONG_NAME, SAME_NAME, UNREADABLE
from firstwin.sources.folder import link_fault
from firstwin.sources.limits import LONGEST_PATH
from firstwin.sources.paths import fault_of_name, same_on_other_systems

THEME_ENDINGS: Final = frozenset(
    {".css", ".gif", ".html", ".ico", ".jpeg", ".jpg", ".js", ".png", ".svg", ".webp", ".woff2"}
)
"""What a theme may hold. Every file in Material's custom folder that is no template is published."""

COPY: Final = "put a copy there instead, or delete the link"


class ThemeFile(Struct, frozen=True):
    """A file of a theme, by its path there. Where it cannot be taken, it is a link, or no file, and `fault` says why."""

    path: str
    file: Path
    fault: str = ""
    is_link: bool = False


def theme_files(project: Path, theme: Path, playbooks: Path) -> Iterator[ThemeFile]:
    """The files of a theme that are published, in order, and the links and pipes among them that cannot be."""
    real = playbooks.resolve()
    for parent, folders, names in os.walk(theme):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in (*folders, *sorted(names)):
            file, is_folder = Path(parent, name), name in folders
            path = file.relative_to(theme).as_posix()
            if not is_folder and (name.startswith(".") or file.suffix.lower() not in THEME_ENDINGS):
                continue
            fault = _fault_of_link(project.resolve(), file, real) if file.is_symlink() else ""
            if fault:
                yield ThemeFile(path, file, fault, is_link=True)
            elif not is_folder:
                is_file = file.is_file()  # a pipe would keep whoever reads it waiting
                yield ThemeFile(path, file, "" if is_file else "is not a file")


def _fault_of_link(project: Path, link: Path, playbooks: Path) -> str:
    fault = link_fault(project, link)
    if not fault and link.is_dir():
        return "leads to a folder: its files would be left out"
    if not fault and link.resolve().is_relative_to(playbooks):
        return "leads into the playbooks, which are not for everybody"
    return fault


def faults_of_theme(files: Iterable[ThemeFile], theme: str) -> Iterator[Diagnostic]:
    """Why some files of a theme cannot be published. `theme` is its path in the project."""
    here: dict[str, str] = {}
    for each in files:
        path = f"{theme}/{each.path}"
        span = Span(path.encode("utf-8", "backslashreplace").decode())
        name = next(filter(None, map(fault_of_name, each.path.split("/"))), "")
        other = here.setdefault(same_on_other_systems(path), path)
        if each.is_link:
            yield Diagnostic(LINK, f"the symbolic link {span.path} {each.fault}", span, COPY)
        elif each.fault:
            yield Diagnostic(UNREADABLE, f"{span.path} {each.fault}", span, "delete it")
        elif name:
            yield Diagnostic(
                BAD_NAME, f"{span.path} cannot keep its name: {name}", span, "rename it"
            )
        elif other != path:
            message = f"{path} and {other} are one name on Windows and macOS"
            yield Diagnostic(SAME_NAME, message, span, "rename one of them")
        elif len(path) > LONGEST_PATH:
            message = f"the path has {len(path)} characters; at most {LONGEST_PATH} are allowed"
            yield Diagnostic(LONG_NAME, message, span, "use shorter names, or fewer folders")


def faults_of_templates(project: Path, templates: Path) -> Iterator[Diagnostic]:
    """The links among the project's own page templates that lead to what is not the project's."""
    for file in (templates, *sorted(templates.rglob("*"))):
        fault = link_fault(project, file) if file.is_symlink() else ""
        if fault:
            path = file.relative_to(project).as_posix().encode("utf-8", "backslashreplace").decode()
            yield Diagnostic(LINK, f"the symbolic link {path} {fault}", Span(path), COPY)
