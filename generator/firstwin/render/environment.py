"""The template environment: where templates are looked up, and what they may use.

In: the folder of the project's own templates. Out: a Jinja `Environment`. The project's `templates/` wins
over our page templates, and those over the theme's components; one environment serves all pages, so
every template is compiled once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from firstwin import bundled
from firstwin.pages import words
from firstwin.render.escape import block, inline, shown

OWN_TEMPLATES: Final = "templates"
"""The folder of a project's own page templates."""

PAGE_TEMPLATES: Final = Path(__file__).resolve().parents[1] / "templates"


def environment(project: Path) -> Environment:
    """The environment for a project's pages."""
    made = Environment(
        loader=FileSystemLoader([project / OWN_TEMPLATES, PAGE_TEMPLATES, bundled.THEME]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters["inline"] = inline
    made.filters["prose"] = block
    made.globals["words"] = words
    return made
