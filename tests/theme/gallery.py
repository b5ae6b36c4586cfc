"""The example page: every component in every state of its `examples.yml`, as a site that can be looked at.

In: the theme. Out: Markdown of the examples, and a site built from it with MkDocs. It feeds the tests of
this folder; it is not published. `python -m tests.theme.gallery FOLDER` leaves the site in a folder.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config

from firstwin.bundled import THEME
from firstwin.output.overrides import overrides
from firstwin.output.settings import MARKDOWN_EXTENSIONS
from firstwin.output.stylesheet import stylesheet
from firstwin.text import Prose, escape_text, inline_html

COMPONENTS = THEME / "components"

FRONT_MATTER = """\
---
title: Every component
description: All components of the theme in all their states.
kind: gallery
back: {title: All guides, url: ../}
guide_bar:
  trail: [{title: Enterprise, url: ../}, {title: Admin, url: ""}]
  links:
    - {title: Guide, url: ./, current: page}
    - {title: Plan, url: ../, current: ""}
    - {title: Help, url: ../, current: ""}
reviewed: {date: "2026-11-02", text: 2 November 2026}
---
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One state of a component, and what its macro makes of it."""

    component: str
    title: str
    html: str

    @property
    def id(self) -> str:
        return f"{self.component}: {self.title}"


def components() -> list[str]:
    return sorted(path.parent.name for path in COMPONENTS.glob("*/examples.yml"))


def macro_name(component: str) -> str:
    return component.replace("-", "_")


def environment() -> Environment:
    """Jinja as pages are rendered with it."""
    made = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_safe,
    )
    made.filters["inline"] = lambda text: inline_html(Prose(text))
    made.filters["prose"] = Markup
    return made


def _safe(value: Any) -> Any:
    return value if isinstance(value, Markup) or not isinstance(value, str) else Markup(escape_text(value))


def examples(component: str) -> Iterator[Example]:
    """The states of a component."""
    template = environment().get_template(f"components/{component}/{component}.html")
    macro = getattr(template.module, macro_name(component))
    listed = yaml.safe_load((COMPONENTS / component / "examples.yml").read_text("utf-8"))
    for entry in listed:
        yield Example(component, entry["title"], str(macro(**entry["args"])))


def page() -> str:
    """The Markdown of the example page: one section a component."""
    parts = [FRONT_MATTER]
    for component in components():
        parts += ['<section class="fw-section" markdown>', f"## Component {component}"]
        for example in examples(component):
            parts += [
                f'<p class="fw-sub">{escape_text(example.title)}</p>',
                '<div class="fw-gallery" markdown>',
                example.html,
                "</div>",
            ]
        parts.append("</section>")
    return "\n\n".join(parts)


def write(folder: Path) -> Path:
    """A project for MkDocs with the example page; its settings file."""
    files: dict[str, str | bytes] = {
        "docs/index.md": "---\ntitle: Home\ndescription: The home page.\n---\n# Cairn onboarding\n",
        "docs/components.md": page(),
        "docs/assets/firstwin.css": stylesheet(THEME),
        "mkdocs.yml": yaml.safe_dump(settings(), sort_keys=False),
    }
    files |= {f"overrides/{path}": data for path, data in overrides(THEME, folder, THEME).items()}
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
            "font": False,
            "favicon": "assets/images/favicon.svg",
            "palette": [
                {
                    "media": f"(prefers-color-scheme: {name})",
                    "scheme": scheme,
                    "primary": "custom",
                    "accent": "custom",
                    "toggle": {"icon": f"material/{icon}", "name": switch},
                }
                for name, scheme, icon, switch in (
                    ("light", "default", "weather-night", "Use dark colours"),
                    ("dark", "slate", "weather-sunny", "Use light colours"),
                )
            ],
        },
        "plugins": ["search"],
        "markdown_extensions": MARKDOWN_EXTENSIONS,
        "extra_css": ["assets/firstwin.css"],
        "extra": {
            "firstwin": {
                "name": "Cairn",
                "subtitle": "onboarding",
                "footer": {
                    "title": "Stuck? Ask a person.",
                    "text_html": 'Write to <a href="mailto:success@cairn.example">your success '
                    "manager</a>. You get an answer within four working hours.",
                    "links": [{"title": "All guides", "url": ""}],
                },
            }
        },
    }


def build_site(folder: Path) -> Path:
    """The example page as a site; the folder of the site."""
    config = load_config(str(write(folder)), site_dir=str(folder / "site"))
    build(config)
    return folder / "site"


if __name__ == "__main__":
    build_site(Path(sys.argv[1]))
