"""Render the pages of an edition.

In: `Pages` and the project's folder. Out: Markdown files by their path below the docs folder, and what is
wrong with templates. The same pages give the same bytes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from jinja2 import Environment

from firstwin.diagnostics import Diagnostic
from firstwin.pages import Page, Pages
from firstwin.render.environment import environment, template_folders
from firstwin.render.faults import template_fault
from firstwin.render.front_matter import front_matter
from firstwin.words import Words

_blanks: Final = re.compile(r"\n\n\n+")  # four times as fast as `\n{3,}`


def render(pages: Pages, project: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The Markdown of every page. A fault of a template is reported once, whatever pages it breaks."""
    templates, folders = environment(project, pages.words), template_folders(project)
    files: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for page in pages.pages:
        try:
            files[page.path] = _markdown(page, pages.words, templates)
        except Exception as error:  # noqa: BLE001 - a template can raise anything, and is named
            faults.append(template_fault(error, page.template, project, folders))
    return files, list(dict.fromkeys(faults))


def _markdown(page: Page, words: Words, templates: Environment) -> str:
    body = templates.get_template(page.template).render(view=page.view)
    return "\n".join([front_matter(page, words), _blanks.sub("\n\n", body).strip("\n"), ""])
