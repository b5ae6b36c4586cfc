"""Where a built page or template comes from, as a path a person can open.

In: paths of files in `build/<edition>/`. Out: paths relative to the project.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from firstwin.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Places:
    """One edition's tree in a project, and the project's own theme folder."""

    project: Path
    theme: Path
    tree: Path

    def page(self, address: str, text: str = "") -> Span:
        """The Markdown behind a page of the site, at the line that holds `text` if one does."""
        name = address.removesuffix("index.html").rstrip("/")
        path = self.tree / "docs" / name / "index.md"
        if not path.is_file():  # a page without Markdown: 404.html
            return self.template(str(self.tree / "overrides" / name), 1)
        return Span(self._relative(path), line=_line_of(path, text))

    def document(self, file: str, line: int) -> Span:
        """A line of a Markdown file by its path in the docs folder."""
        return Span(self._relative(self.tree / "docs" / file), line=line)

    def template(self, file: str, line: int) -> Span:
        """A template by its path in the tree: the project's own file where it has one."""
        path = Path(file)
        overrides = self.tree / "overrides"
        if path.is_relative_to(overrides):
            own = self.theme / path.relative_to(overrides)
            path = own if own.is_file() else path
        return Span(self._relative(path), line=line)

    def _relative(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.project)).as_posix()


def _line_of(path: Path, text: str) -> int:
    if not text:
        return 1
    lines = path.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
