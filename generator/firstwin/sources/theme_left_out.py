"""The files of a project's own theme that no page would ever show.

In: the theme's folder. Out: a diagnostic for each file that was put there
for readers and gets into no site: an HTML file that replaces nothing, and files of other kinds than a theme may hold.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from firstwin.diagnostics import Diagnostic, Span
from firstwin.sources.codes import LEFT_OUT
from firstwin.system import bundled

TEMPLATE: Final = ".html"
MOST_TOLD: Final = 20
FOR_READERS: Final = frozenset(
    {
        ".csv",
        ".doc",
        ".docx",
        ".htm",
        ".odt",
        ".pdf",
        ".ppt",
        ".pptx",
        ".rtf",
        ".txt",
        ".xhtml",
        ".xls",
        ".xlsx",
        ".zip",
    }
)
"""The endings of what is put into a folder for readers, and is in no site. What else lies there is for those who work on it."""
_PAGES: Final = frozenset({".htm", ".markdown", ".md", ".xhtml"})
_OF_THE_FOLDER: Final = frozenset(
    {"changelog", "contributing", "license", "notes", "notice", "readme", "todo"}
)
"""What Markdown in any folder is called that is for those who work on it."""
_PAGE: Final = "write it in Markdown as a page of your own, in `pages/`, or delete it"
_DOWNLOAD: Final = "put it into `files/`, as a PDF say, and link to it, or delete it"


def left_out(theme: Path, name: str) -> Iterator[Diagnostic]:
    """Why files below `theme`, the folder `name` of the project, are in no site."""
    if theme.resolve() == bundled.THEME.resolve():
        return  # the reference site, whose theme is that of firstwin
    files = sorted(_files(theme))
    templates = {path: theme / path for path in files if path.lower().endswith(TEMPLATE)}
    asked_for = {*_ours(), *_asked_for(templates)} if templates else set[str]()
    told = 0
    for path in files:
        reason, hint = "", _DOWNLOAD
        if path in templates and path not in asked_for:
            reason = "an HTML file in a theme takes the place of one of firstwin's, and there is none of that name"
            hint = _PAGE
        elif _is_for_readers(Path(path)):
            hint = _PAGE if Path(path).suffix.lower() in _PAGES else _DOWNLOAD
            reason = "a theme holds style sheets, scripts, pictures, fonts and templates"
        if reason and told < MOST_TOLD:
            told += 1
            place = f"{name}/{path}".encode("utf-8", "backslashreplace").decode()
            yield Diagnostic(LEFT_OUT, f"{place} is in no site: {reason}", Span(place), hint)


def _is_for_readers(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending in (".md", ".markdown"):
        return path.stem.lower() not in _OF_THE_FOLDER
    return ending in FOR_READERS


@cache
def _ours() -> Collection[str]:
    """The templates of firstwin, by their paths."""
    folder = bundled.THEME / "overrides"
    return frozenset(file.relative_to(folder).as_posix() for file in folder.rglob(f"*{TEMPLATE}"))


def _files(theme: Path) -> Iterator[str]:
    for parent, folders, names in os.walk(theme):
        folders[:] = [each for each in folders if not each.startswith((".", "_"))]
        yield from (
            Path(parent, each).relative_to(theme).as_posix()
            for each in names
            if not each.startswith((".", "_"))
        )


def _asked_for(templates: dict[str, Path]) -> Iterator[str]:
    """The templates that another one of the theme names."""
    texts = {
        path: file.read_text("utf-8", errors="replace")
        for path, file in templates.items()
        if file.is_file()
    }
    for path in templates:
        if any(path in text for other, text in texts.items() if other != path):
            yield path
