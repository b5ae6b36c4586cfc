"""Where a file of a built site comes from, as a path a person can open.

In: paths of files of the site or in `build/<edition>/`. Out: paths relative to the project, of the file somebody wrote
wherever there is one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from firstwin.diagnostics import Span
from firstwin.models.allowance import Allowance
from firstwin.output import DOCS, OVERRIDES
from firstwin.sources import TEMPLATES

TEMPLATE_ENDINGS: Final = (".html", ".j2")
"""How the names of templates end: the engine's, and those of our pages."""


def _all_lies_there(_: str) -> None:
    pass


class Places(Struct, frozen=True):
    """One edition's tree in a project, and the project's own theme and templates.

    `copies` are the files that are copies of the project's, by their path in the site. `listed` tells that search engines
    may lead to the site, `listed_elsewhere` are the folders of pages that are listed under the address of another page. `lay` sees to it that the Markdown of a page, by its path
    below the docs folder, lies in the tree, where not all of it does. `allowed` are the other hosts that pages may load
    from.
    """

    project: Path
    theme: Path
    tree: Path
    copies: Mapping[str, str] = field(default_factory=dict)
    listed: bool = True
    listed_elsewhere: Collection[str] = ()
    lay: Callable[[str], None] = _all_lies_there
    allowed: Sequence[Allowance] = ()

    def page(self, address: str, text: str = "") -> Span:
        """The Markdown behind a page of the site, at the line that holds `text` if one does.

        Where none does, and a template of the project does, that is where it was written.
        """
        name = address.removesuffix("index.html").rstrip("/")
        path = self.tree / DOCS / name / "index.md"
        self.lay(f"{name}/index.md".lstrip("/"))
        if path.is_file() and (line := _line_of(path, text)):
            return Span(self._relative(path), line=line)
        for template in self._own_templates() if text else ():
            if line := _line_of(template, text):
                return Span(self._relative(template), line=line)
        if path.is_file():
            return Span(self._relative(path))
        return self.template(str(self.tree / OVERRIDES / name), 1)  # 404.html has no Markdown

    def file(self, name: str, line: int, column: int) -> Span:
        """A place in a file of the site that is not a page."""
        sources = (
            self.project / self.copies[name] if name in self.copies else None,
            self.theme / name,
            self.tree / OVERRIDES / name,
            self.tree / DOCS / name,
        )
        path = next((path for path in sources if path and path.is_file()), self.theme / name)
        return Span(self._relative(path), line, column, line, column)

    def of_theme(self, name: str) -> str:
        """The project's own theme file behind a file of the site; empty where there is none."""
        own = self.theme / name
        return self._relative(own) if own.is_file() else ""

    def _own_templates(self) -> Iterator[Path]:
        for folder in (self.theme, self.project / TEMPLATES):
            for path in sorted(folder.rglob("*")):
                if path.suffix in TEMPLATE_ENDINGS and path.is_file():
                    yield path

    def document(self, file: str, line: int) -> Span:
        """A line of a Markdown file by its path in the docs folder."""
        return Span(self._relative(self.tree / DOCS / file), line=line)

    def template(self, file: str, line: int) -> Span:
        """A template by its path in the tree: the project's own file where it has one."""
        path = Path(file)
        overrides = self.tree / OVERRIDES
        if path.is_relative_to(overrides):
            own = self.theme / path.relative_to(overrides)
            path = own if own.is_file() else path
        return Span(self._relative(path), line=line)

    def _relative(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.project)).as_posix()


def _line_of(path: Path, text: str) -> int:
    """The first line of a file that holds `text`, from 1; 0 where none does."""
    if not text:
        return 0
    lines = path.read_text("utf-8", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 0)
