"""The template environment: where templates are looked up, and what they may use.

In: the folder of the project's own templates, and the site's `Words`. Out: a Jinja `Environment`. The project's `templates/` wins
over our page templates, and those over the theme's components; one environment serves all pages, so
every template is compiled once.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from firstwin.caching.file_states import State, state_of
from firstwin.errors import FirstwinError
from firstwin.render.compiled import compiled_templates
from firstwin.render.escape import TemplateWords, block, inline, shown
from firstwin.sources import TEMPLATES, link_fault
from firstwin.system import bundled
from firstwin.words import Words

_COMPILERS: Final = tuple(
    Path(__file__).with_name(name) for name in ("environment.py", "escape.py")
)
"""What decides, beside Jinja, what a template is compiled to: filters of constants are applied there and then."""

PAGE_TEMPLATES: Final = Path(__file__).resolve().parents[1] / "templates"


def template_folders(project: Path) -> tuple[Path, ...]:
    """Where templates are looked up, in this order."""
    return (project / TEMPLATES, PAGE_TEMPLATES, bundled.THEME)


def environment(project: Path, words: Words) -> Environment:
    """The environment for a project's pages; the same again while neither a template nor a word changes."""
    folders = template_folders(project)
    _check_links(project.resolve(), project / TEMPLATES)
    return _made(folders, state_of(*folders), words)


def _check_links(project: Path, own: Path) -> None:
    """Raise where a template is a link to what is not the project's: it would be shown on its pages."""
    for path in (own, *sorted(own.rglob("*"))):
        if path.is_symlink() and (fault := link_fault(project, path)):
            raise FirstwinError(
                f"{path} is a symbolic link that {fault}", "put a copy of the file in its place"
            )


@lru_cache(maxsize=2)
def _made(folders: tuple[Path, ...], _state: State, words: Words) -> Environment:
    """One environment compiles each template once."""
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled_templates((PAGE_TEMPLATES, bundled.THEME), _COMPILERS),
    )
    made.filters["inline"] = inline
    made.filters["prose"] = block
    made.filters["strung"] = words.strung
    made.filters["short_duration"] = words.short_duration
    template_words = TemplateWords(words)
    made.globals["say"] = template_words.say
    made.globals["counted"] = template_words.counted
    return made
