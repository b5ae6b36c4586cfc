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

# A block of code as it is, or blank lines to fold. Code comes first, so that blank lines in it stay.
_code_or_blanks: Final = re.compile(r"^(`{3,})[^`\n]*\n.*?^\1$|\n{3,}", re.MULTILINE | re.DOTALL)


def render(pages: Pages, project: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The Markdown of every page. A fault of a template is reported once, whatever pages it breaks."""
    templates = environment(project)
    folders = template_folders(project)
    files: dict[str, str] = {}
    faults: dict[Diagnostic, None] = {}
    for page in pages.pages:
        try:
            files[page.path] = _markdown(page, templates)
        except Exception as error:  # noqa: BLE001 - a template can raise anything, and is named
            faults[template_fault(error, page.template, project, folders)] = None
    return files, list(faults)


def _markdown(page: Page, templates: Environment) -> str:
    body = templates.get_template(page.template).render(view=page.view)
    return "\n".join([front_matter(page), _folded(body).strip("\n"), ""])


def _folded(body: str) -> str:
    """The text with blank lines folded to one. Blank lines in code stay."""
    if "```" in body:
        return _code_or_blanks.sub(lambda found: found[0] if found[1] else "\n\n", body)
    while "\n\n\n" in body:
        body = body.replace("\n\n\n", "\n\n")
    return body
