"""The example page: every component in every state of its `examples.yml`, as a site that can be looked at.

In: the theme. Out: the Markdown of the examples, and a project that MkDocs or Zensical builds. Beside the
example page lie the `scenes`: pages as a reader has them who is under way, which no guide shows yet. It
all feeds the tests of this folder; it is not published. `python -m tests.theme.gallery FOLDER` leaves the
built site in a folder, to look at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config

from firstwin.output.chrome import chrome_words
from firstwin.output.emit import KIND_STYLES
from firstwin.output.overrides import overrides
from firstwin.output.settings import MARKDOWN_EXTENSIONS
from firstwin.output.stylesheet import kind_sheets, stylesheet
from firstwin.render.environment import environment
from firstwin.render.escape import block, inline
from firstwin.system.bundled import THEME
from firstwin.text import escape_text, prose
from firstwin.words import words_in

COMPONENTS = THEME / "components"
SCENE_TEMPLATES = Path(__file__).with_name("scenes")
PAGE = "components"
"""The address of the example page."""
SCENES = ("guide", "home", "phase", "tutorial")
"""The kinds of pages that are shown under way; the addresses of the scenes."""

FRONT_MATTER = """\
---
title: {title}
description: {description}
kind: {kind}
back: {{title: All guides, url: ../}}
guide_bar:
  trail: [{{title: Enterprise, url: ../}}, {{title: Admin}}]
  links:
    - {{title: Guide, url: ./, current: page}}
    - {{title: Plan, url: ../}}
    - {{title: Help, url: ../}}
reviewed: {{date: "2026-11-02", text: 2 November 2026}}
---
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One state of a component, and what its macro makes of it."""

    component: str
    title: str
    html: str


def components() -> list[str]:
    return sorted(path.parent.name for path in COMPONENTS.glob("*/examples.yml"))


def macro_name(component: str) -> str:
    return component.replace("-", "_")


@cache
def templates() -> Environment:
    """Jinja as pages are rendered with it, for values from YAML: there prose is Markdown."""
    made = environment(THEME, words_in("en"))
    made.filters["inline"] = lambda text: inline(prose(text, {}))
    made.filters["prose"] = lambda text, boxes: block(prose(text, {}), boxes)
    made.globals["example"] = arguments
    return made


@cache
def examples(component: str) -> tuple[Example, ...]:
    """The states of a component."""
    template = templates().get_template(f"components/{component}/{component}.html")
    macro = getattr(template.module, macro_name(component))
    return tuple(
        Example(component, entry["title"], str(macro(**entry["args"])))
        for entry in _listed(component)
    )


def arguments(component: str, title: str) -> dict[str, Any]:
    """What the macro of a component is called with in one of its states."""
    return next(entry["args"] for entry in _listed(component) if entry["title"] == title)


@cache
def _listed(component: str) -> list[dict[str, Any]]:
    text = (COMPONENTS / component / "examples.yml").read_text("utf-8")
    listed: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)
    return listed


def page() -> str:
    """The Markdown of the example page: one section a component."""
    about = 'All components of the theme in "all" their states.'
    front = FRONT_MATTER.format(title="Every component", description=about, kind="gallery")
    return "\n\n".join([front, "# Every component", *_sections()])


def scene(kind: str) -> str:
    """The Markdown of a page of this kind under way."""
    template = templates().from_string((SCENE_TEMPLATES / f"{kind}.md.j2").read_text("utf-8"))
    front = FRONT_MATTER.format(title=f"A {kind} under way", description="A scene.", kind=kind)
    return f"{front}\n\n{template.render()}"


def _sections() -> Iterator[str]:
    for component in components():
        yield f'<section class="fw-section" markdown>\n\n## Component {component}'
        for example in examples(component):
            yield f'<p class="fw-sub">{escape_text(example.title)}</p>'
            yield f"<div markdown>\n\n{example.html}\n\n</div>\n\n<br>"
        yield "</section>"


def write(folder: Path) -> Path:
    """A project with the example page; its settings file."""
    files: dict[str, str | bytes] = {
        "docs/index.md": "---\ntitle: Home\nkind: home\n---\n\n# Cairn onboarding\n",
        f"docs/{PAGE}.md": page(),
        **{f"docs/{kind}.md": scene(kind) for kind in SCENES},
        "mkdocs.yml": yaml.safe_dump(settings(), sort_keys=False),
        **{
            f"overrides/{path}": data
            for path, data in overrides(THEME, folder, THEME, folder).items()
        },
        "overrides/assets/firstwin.css": stylesheet(THEME) + "".join(kind_sheets(THEME).values()),
        f"overrides/{KIND_STYLES}": "",
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / "mkdocs.yml"


def settings() -> dict[str, Any]:
    return {
        "site_name": "Cairn onboarding",
        "site_description": "Guides for the first months with Cairn.",
        "site_url": "https://cairn.example/",
        "theme": {
            "name": "material",
            "variant": "classic",
            "custom_dir": "overrides",
            "language": "en",
            "font": False,
            "favicon": "assets/images/favicon.svg",
        },
        "plugins": [],
        "markdown_extensions": MARKDOWN_EXTENSIONS,
        "extra_css": ["assets/firstwin.css"],
        "extra": {
            "generator": False,
            "firstwin": {
                "name": "Cairn",
                "subtitle": "onboarding",
                "footer": {
                    "title": "Stuck? Ask a person.",
                    "text_html": 'Write to <a href="mailto:success@cairn.example">your success '
                    "manager</a>. You get an answer within four working hours.",
                    "links": [{"title": "All guides", "url": ""}],
                    "more": [
                        {"title": "Imprint", "url": "https://cairn.example/imprint"},
                        {"title": "Help", "url": "help/"},
                    ],
                },
                "plans": [{"title": "Enterprise", "url": "enterprise/"}],
                "paper": {"light": "#faf8f4", "dark": "#141517"},
                "words": chrome_words(words_in("en")),
            },
        },
    }


def build_site(folder: Path) -> Path:
    """The example page as a site built with MkDocs; the folder of the site."""
    build(load_config(str(write(folder)), site_dir=str(folder / "site")))
    return folder / "site"


if __name__ == "__main__":
    build_site(Path(sys.argv[1]))
