"""Write an edition's tree: `build/<edition>/`, readable, diffable and buildable by hand.

In: the outline of an edition, the Markdown of its pages, the project's folder. Out: on disk `docs/` (the Markdown and
what lies beside the pages), `overrides/` (the theme) and `mkdocs.yml`; and what changed there. A build by hand
leaves its `site/` beside them: whatever else lies in the folder is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from firstwin.caching.file_states import State, state_of
from firstwin.caching.memo import Memo
from firstwin.models.config import SiteConfig
from firstwin.names import LEFT_ALONE
from firstwin.output.bare import bare
from firstwin.output.brand import brand_style
from firstwin.output.names import DOCS, OVERRIDES, SETTINGS
from firstwin.output.overrides import check_inside, overrides
from firstwin.output.paths import check_paths
from firstwin.output.preview_picture import icon, preview_picture
from firstwin.output.settings import HEADER, Linked, settings
from firstwin.output.stylesheet import kind_sheets, kind_template, stylesheet
from firstwin.output.sync import Changes, sync
from firstwin.output.target import check_tree
from firstwin.pages.files import ICONS
from firstwin.pages.page import File, Outline
from firstwin.pages.script_words import PATH as WORDS
from firstwin.system import bundled

STYLE: Final = "assets/firstwin.css"
BRAND_STYLE: Final = "assets/brand.css"
EXTRA_STYLE: Final = "extra.css"
KIND_STYLES: Final = "partials/firstwin/kind-styles.html"
PREVIEW: Final = "assets/preview.png"
SCRIPT: Final = "assets/firstwin.js"
WORKER: Final = "assets/worker.js"
"""What runs beside the pages of a site that is an app."""


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
    config: SiteConfig, outline: Outline, markdown: Mapping[str, bytes], project: Path, folder: Path
) -> Tree:
    """Write the tree of an edition into `folder` and remove what it no longer holds.

    Raises FirstwinError, before anything is written, for a folder that is somebody else's, a path that some system does
    not take, and a file from outside the project.
    """
    check_tree(folder, LEFT_ALONE, SETTINGS, HEADER.encode())
    files = {f"{DOCS}/{path}": content for path, content in markdown.items()}
    for file in files_beside(outline, markdown, project):
        files[f"{DOCS}/{file.path}"] = content_of(file, project)
    files |= frame(config, outline, project)
    return Tree(folder, sync(folder, files, LEFT_ALONE), files)


def emit_frame(folder: Path, frame: Mapping[str, bytes]) -> None:
    """Write no more of a tree than its frame, for an engine that is handed its pages one by one.

    Raises FirstwinError for a folder that is somebody else's.
    """
    check_tree(folder, LEFT_ALONE, SETTINGS, HEADER.encode())
    sync(folder, frame, LEFT_ALONE)


def frame(
    config: SiteConfig, outline: Outline, project: Path, memo: Memo | None = None
) -> dict[str, bytes]:
    """What is around every page of an edition, by the paths in its tree: the settings and the theme.

    While no file of a theme has changed, theirs are as the `memo` has them.
    """
    memo, own = memo or Memo(), project / config.theme
    state = state_of(bundled.THEME, own)
    theme = memo.of("files of the theme", _theme, config, project, outline.listed, state)
    files = {f"{OVERRIDES}/{path}": content for path, content in theme.items()}
    linked = _linked(theme, {file.path for file in outline.files})
    text = memo.of("settings", settings, config, replace(outline, files=()), linked)
    files[SETTINGS] = text.encode()
    return files


def _theme(config: SiteConfig, project: Path, listed: bool, _: State) -> Mapping[str, bytes]:  # noqa: FBT001 - as it is kept by
    theme = overrides(bundled.THEME, project, project / config.theme, project / config.playbooks)
    if not config.app:
        theme.pop(WORKER, None)
    theme = _styles(config) | _preview(config, listed=listed) | _icons(config) | theme
    check_paths(theme)
    return theme


def files_beside(
    outline: Outline, pages: Iterable[str], project: Path, memo: Memo | None = None
) -> Sequence[File]:
    """What an edition publishes beside its pages.

    Raises FirstwinError where a copy would be of somebody else's, and for a path, of a page as well, that some system does
    not take.
    """
    paths = (*pages, *(file.path for file in outline.files))
    (memo or Memo()).of("paths", check_paths, paths)
    for file in outline.files:
        if file.source:
            check_inside(project / file.source, project)
    return outline.files


def content_of(file: File, project: Path) -> bytes:
    """What is in a file beside the pages."""
    if file.source:
        return bare((project / file.source).read_bytes())
    return file.content


def _styles(config: SiteConfig) -> dict[str, bytes]:
    brand = brand_style(config.brand)
    styles = {
        STYLE: stylesheet(bundled.THEME),
        KIND_STYLES: kind_template(kind_sheets(bundled.THEME)),
        BRAND_STYLE: brand,
    }
    return {path: style.encode() for path, style in styles.items() if style}


def _preview(config: SiteConfig, *, listed: bool) -> dict[str, bytes]:
    """The picture beside links to a site that anybody may post; it needs a full address."""
    shown = listed and config.url
    return {PREVIEW: preview_picture(config.brand.colour)} if shown else {}


def _icons(config: SiteConfig) -> dict[str, bytes]:
    """What an app is shown as, where the logo is no icon."""
    drawn = config.app and not config.brand.icon
    return {path: icon(config.brand.colour, size) for size, path in ICONS.items() if drawn}


def _linked(theme: Collection[str], docs: Collection[str]) -> Linked:
    """What pages link of the theme's files: a project adds to the look with `theme/extra.css`."""
    return Linked(
        styles=tuple(path for path in (STYLE, BRAND_STYLE, EXTRA_STYLE) if path in theme),
        preview=PREVIEW if PREVIEW in theme else "",
        scripts=tuple(path for path in (WORDS, SCRIPT) if path in theme or path in docs),
    )
