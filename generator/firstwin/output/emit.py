"""Write an edition's tree: `build/<edition>/`, readable, diffable and buildable by hand.

In: the pages of an edition, their Markdown, the project's folder. Out: on disk `docs/` (the Markdown and
what lies beside the pages), `overrides/` (the theme) and `mkdocs.yml`; and what changed there. A build by hand
leaves its `site/` beside them: whatever else lies in the folder is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from firstwin import bundled
from firstwin.models.config import SiteConfig
from firstwin.output.bare import bare
from firstwin.output.brand import brand_style
from firstwin.output.overrides import check_inside, overrides
from firstwin.output.paths import check_paths
from firstwin.output.preview_picture import preview_picture
from firstwin.output.settings import HEADER, Linked, settings
from firstwin.output.stylesheet import stylesheet
from firstwin.output.sync import Changes, sync
from firstwin.output.target import check_tree
from firstwin.pages.page import Pages
from firstwin.pages.script_words import PATH as WORDS

SETTINGS: Final = "mkdocs.yml"
DOCS: Final = "docs"
OVERRIDES: Final = "overrides"
STYLE: Final = "assets/firstwin.css"
BRAND_STYLE: Final = "assets/brand.css"
EXTRA_STYLE: Final = "extra.css"
PREVIEW: Final = "assets/preview.png"
SCRIPT: Final = "assets/firstwin.js"

LEFT_ALONE: Final = frozenset({"site", ".cache"})
"""What is not part of the tree: what engines leave there."""


@dataclass(frozen=True, slots=True)
class Tree:
    """An edition's tree on disk, and what this build changed in it."""

    folder: Path
    changes: Changes
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def digest(self) -> str:
        """A name for what the tree holds: the same files give the same name."""
        digest = sha256()
        for path in sorted(self.files):
            digest.update(f"{path}\0{len(self.files[path])}\0".encode())
            digest.update(self.files[path])
        return digest.hexdigest()


def emit(
    config: SiteConfig, pages: Pages, markdown: Mapping[str, str], project: Path, folder: Path
) -> Tree:
    """Write the tree of an edition into `folder` and remove what it no longer holds.

    Raises FirstwinError, before anything is written, for a folder that is somebody else's, a path that some system does
    not take, and a file from outside the project.
    """
    check_tree(folder, LEFT_ALONE, SETTINGS, HEADER.encode())
    files = {f"{DOCS}/{path}": text.encode() for path, text in markdown.items()}
    files |= surroundings(config, pages, project)
    return Tree(folder, sync(folder, files, LEFT_ALONE), files)


def emit_surroundings(folder: Path, surroundings: Mapping[str, bytes]) -> None:
    """Write a tree without its pages, for an engine that is handed these one by one.

    Raises FirstwinError for a folder that is somebody else's.
    """
    check_tree(folder, LEFT_ALONE, SETTINGS, HEADER.encode())
    sync(folder, surroundings, LEFT_ALONE)


def surroundings(config: SiteConfig, pages: Pages, project: Path) -> dict[str, bytes]:
    """All of an edition's tree but the Markdown of its pages, by the paths in the tree."""
    beside = _files(pages, project)
    theme = overrides(bundled.THEME, project, project / config.theme, project / config.playbooks)
    theme = _styles(config) | _preview(config, pages) | theme
    check_paths([*(page.path for page in pages.pages), *beside])
    check_paths(theme)
    files = {f"{DOCS}/{path}": content for path, content in beside.items()}
    files |= {f"{OVERRIDES}/{path}": content for path, content in theme.items()}
    files[SETTINGS] = settings(config, pages, _linked(theme, beside)).encode()
    return files


def _files(pages: Pages, project: Path) -> dict[str, bytes]:
    """What this edition publishes beside its pages. Raises FirstwinError where a copy would be of somebody else's."""
    files = {}
    for file in pages.files:
        if file.source:
            check_inside(project / file.source, project)
            files[file.path] = bare((project / file.source).read_bytes())
        else:
            files[file.path] = file.text.encode()
    return files


def _styles(config: SiteConfig) -> dict[str, bytes]:
    brand = brand_style(config.brand.colour, config.brand.colour_dark)
    styles = {STYLE: stylesheet(bundled.THEME), BRAND_STYLE: brand}
    return {path: style.encode() for path, style in styles.items() if style}


def _preview(config: SiteConfig, pages: Pages) -> dict[str, bytes]:
    """The picture beside links to a site that anybody may post; it needs a full address."""
    shown = pages.listed and config.url
    return {PREVIEW: preview_picture(config.brand.colour)} if shown else {}


def _linked(theme: Mapping[str, bytes], docs: Mapping[str, bytes]) -> Linked:
    """What pages link of the theme's files: a project adds to the look with `theme/extra.css`."""
    return Linked(
        styles=tuple(path for path in (STYLE, BRAND_STYLE, EXTRA_STYLE) if path in theme),
        preview=PREVIEW if PREVIEW in theme else "",
        scripts=tuple(path for path in (WORDS, SCRIPT) if path in theme or path in docs),
    )
