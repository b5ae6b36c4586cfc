"""`firstwin docs`: the guides, which come with the package."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from firstwin.cli.lines import say, write
from firstwin.errors import WrongUseError
from firstwin.system import bundled

PAGES: Final = {
    "authoring": "Writing playbooks",
    "reference": "Every file and key",
    "diagnostics": "Every code",
    "operating": "Publishing the site, running it in CI, branding it",
    "security": "What is trusted, what is promised, and how it is tested",
}


@click.command("docs", epilog="Example: firstwin docs authoring")
@click.argument("page", required=False)
def command(page: str | None) -> int:
    """Show a page of the guides as Markdown, or, without a PAGE, where they lie."""
    if page is None:
        width = max(map(len, PAGES.values()))
        for name, title in PAGES.items():
            say(f"{name:<12} {title:<{width}} {_path(name)}")
        return 0
    if page not in PAGES:
        raise WrongUseError(f"there is no page `{page}`", f"there are {', '.join(PAGES)}")
    write(_path(page).read_text("utf-8").rstrip("\n"))
    return 0


def _path(name: str) -> Path:
    return bundled.DOCS / f"{name}.md"
