"""A tree of three pages, as `output` writes it, for what comes after."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from firstwin.models.config import SiteConfig
from firstwin.output import Tree, emit
from firstwin.pages.page import File, Footer, NavItem, Outline
from firstwin.pages.views import LinkView
from firstwin.resolve.guide import Renamed
from firstwin.text import Url, prose
from firstwin.words import words_in

MARKDOWN = {
    "index.md": "# Home\n\n[Enterprise](enterprise/index.md)\n",
    "enterprise/index.md": "# Enterprise\n",
    "help/index.md": "# Help\n",
}
NAVIGATION = (
    NavItem("Home", "index.md"),
    NavItem("Enterprise", items=(NavItem("Overview", "enterprise/index.md"),)),
)
FOOTER = Footer("Stuck?", prose("Ask *us*.", {}), (LinkView("Help", Url("help/")),))


def emit_tree(
    project: Path,
    config: Mapping[str, Any] | None = None,
    markdown: Mapping[str, str] | None = None,
    files: tuple[File, ...] = (),
    renamed: tuple[Renamed, ...] = (),
    *,
    unlisted: tuple[str, ...] = ("help/index.md",),
) -> Tree:
    """Write the tree of three pages into the project's `build/customer`."""
    fields = {
        "title": "Tarn onboarding",
        "description": "Guides for Tarn.",
        "product": {"name": "Tarn"},
        "company": {"name": "Tarn & Sons"},
    }
    return emit(
        SiteConfig.model_validate({**fields, **(config or {})}),
        Outline(words_in("en"), NAVIGATION, unlisted, FOOTER, files, renamed=renamed),
        {
            path: text.encode()
            for path, text in (MARKDOWN if markdown is None else markdown).items()
        },
        project,
        project / "build" / "customer",
    )
