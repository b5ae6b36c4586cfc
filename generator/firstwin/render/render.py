"""Render the pages of an edition.

In: `Pages` and the project's folder. Out: Markdown files by their path below the docs folder, and what is
wrong with templates. The same pages give the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from jinja2 import Environment
from msgspec import Struct, field

from firstwin.diagnostics import Diagnostic
from firstwin.pages import Page, Pages
from firstwin.render.environment import environment, template_folders
from firstwin.render.faults import template_fault
from firstwin.render.front_matter import front_matter
from firstwin.words import Words

_blanks: Final = re.compile(r"\n\n\n+")  # four times as fast as `\n{3,}`


def render(pages: Pages, project: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The Markdown of every page. A fault of a template is reported once, whatever pages it breaks."""
    return Renderer(project, pages.outline.words).markdown_of(pages.pages)


class Renderer:
    """Renders the pages of an edition. `templates` are others when a template or a word is another."""

    def __init__(self, project: Path, words: Words) -> None:
        self.templates = environment(project, words)
        self._project = project
        self._words = words

    def load_templates(self) -> None:
        """Load the templates of pages, for processes that are copies of this one. What is wrong with one is told by its pages."""
        for name in self.templates.list_templates(filter_func=_is_of_pages):
            with suppress(Exception):  # a template can raise anything
                self.templates.get_template(name)

    def markdown_of(self, pages: Sequence[Page]) -> tuple[dict[str, str], list[Diagnostic]]:
        """The Markdown of some pages by their paths, each fault once. What several of them say alike is rendered once."""
        shown = Counter(id(page.view) for page in pages)
        shared = {view for view, pages_of_it in shown.items() if pages_of_it > 1}
        bodies = _Bodies(self.templates, shared)
        files: dict[str, str] = {}
        faults: dict[Diagnostic, None] = {}
        for page in pages:
            made = self._markdown(page, bodies)
            if isinstance(made, Diagnostic):
                faults[made] = None
            else:
                files[page.path] = made
        return files, list(faults)

    def markdown(self, page: Page) -> str | Diagnostic:
        """The Markdown of one page, or what is wrong with a template that it needs."""
        return self._markdown(page, _Bodies(self.templates))

    def _markdown(self, page: Page, bodies: _Bodies) -> str | Diagnostic:
        try:
            return "\n".join(
                (
                    front_matter(page, self._words),
                    bodies.body(page),
                    *_glosses(page, self.templates),
                    "",
                )
            )
        except Exception as error:  # noqa: BLE001 - a template can raise anything, and is named
            folders = template_folders(self._project)
            return template_fault(error, page.template, self._project, folders)


def _is_of_pages(name: str) -> bool:
    return name.endswith(".md.j2") or (name.startswith("components/") and name.endswith(".html"))


def _glosses(page: Page, templates: Environment) -> Iterator[str]:
    """What the terms of a page mean, at its end: each opens where its term stands."""
    if page.glosses:
        made = templates.get_template("glosses.md.j2").render(view=page.glosses)
        yield "\n" + made.strip("\n")


class _Bodies(Struct, frozen=True):
    """Renders what several pages say once. `shared` are the views of several pages, by their identity."""

    templates: Environment
    shared: Container[int] = ()
    rendered: dict[int, str] = field(default_factory=dict)

    def body(self, page: Page) -> str:
        """What stands below the front matter of a page."""
        same = id(page.view)
        if same in self.rendered:
            return self.rendered[same]
        made = self.templates.get_template(page.template).render(view=page.view)
        made = _blanks.sub("\n\n", made).strip("\n")
        if same in self.shared:
            self.rendered[same] = made
        return made
