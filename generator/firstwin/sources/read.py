"""Read a project: its configuration, its playbooks and the list of its assets.

In: the path of `site_config.yml`. Out: `Sources` and the diagnostics of files that are no files, no
text or no YAML.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic, Span, in_order
from firstwin.names import OWN_WORDS, TEMPLATES
from firstwin.sources.codes import LINK, MISSING, OUTSIDE
from firstwin.sources.customers import Customers, read_customers
from firstwin.sources.document import Document
from firstwin.sources.downloads import read_downloads
from firstwin.sources.drawings import PictureFault, faults_in
from firstwin.sources.folder import PICTURE_ENDINGS, FolderListing, link_fault, look_through
from firstwin.sources.own_pages import read_own_pages
from firstwin.sources.parse import parse
from firstwin.sources.paths import FOLDER_HINT, fault_of_folder, outside, plain_folder
from firstwin.sources.pictures import Size, size_of
from firstwin.sources.project_folders import USUAL_FOLDERS, ProjectFolders, project_folders
from firstwin.sources.text import FileText, lines_of, read_text
from firstwin.sources.theme import ThemeFile, faults_of_templates, faults_of_theme, theme_files
from firstwin.sources.theme_left_out import left_out

MARK_ENDINGS = frozenset({".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
FONT_ENDINGS = frozenset({".woff2"})
BRAND_FILES = {
    **dict.fromkeys(("mark", "mark_dark"), MARK_ENDINGS),
    **dict.fromkeys(("font", "font_bold"), FONT_ENDINGS),
}
"""The keys of the brand that name a file of the theme, with how it may end."""
"""What a logo may be: the pictures among the files of a theme that are published."""
LINK_HINT = "put a copy there instead"


@dataclass(frozen=True)
class Sources:
    """Everything a project keeps on disk that firstwin reads.

    `root` is the project's folder (where `site_config.yml` lies); every path in it is relative to
    `root`, with forward slashes. `documents` maps a path to its parsed document; a file that is not
    readable as YAML at all is missing there and has its diagnostics. `assets` are the paths of
    images and other files under the playbooks folder that pages may show, and of pictures beside the own pages. `lines` are the lines of
    every file that was read, by the path diagnostics use, for showing them. `has_folder` is False
    where there is no folder of playbooks to look into, which has its diagnostic. `marks` are the
    pictures in the theme's folder where the logo should lie, relative to the theme. `pictures` are the sizes of the
    assets that are pictures. `folders` are those that the configuration names, `real_folders` where each
    folder of a project lies below `root` once links are followed, by its name; what lies elsewhere is
    missing there. `has_theme` tells whether the project brings a theme. `words` are the
    texts of what the theme says instead of firstwin, by their paths. `picture_faults` is what pictures
    hold that is no picture, in the playbooks and in the theme. `customers` are the documents of the customers' files, apart
    from those that sites are made of. `own_pages` are the documents of the own pages, by their names without an ending.
    `downloads` are the sizes of the files that pages may offer, by name, and `download_traces` what office programs wrote into
    some of them.
    """

    root: Path
    config: Document
    documents: Mapping[str, Document]
    assets: frozenset[str]
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False, compare=False)
    has_folder: bool = True
    marks: frozenset[str] = frozenset()
    pictures: Mapping[str, Size] = field(default_factory=dict)
    folders: ProjectFolders = USUAL_FOLDERS
    real_folders: Mapping[str, str] = field(default_factory=dict)
    has_theme: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    picture_faults: Mapping[str, Sequence[PictureFault]] = field(default_factory=dict)
    unpublished: frozenset[str] = frozenset()
    customers: Customers = field(default_factory=Customers)
    own_pages: Mapping[str, Document] = field(default_factory=dict)
    downloads: Mapping[str, int] = field(default_factory=dict)
    download_traces: Mapping[str, Sequence[str]] = field(default_factory=dict)


def read(
    config: Path, customers: Iterable[Path] = (), memo: Memo | None = None
) -> tuple[Sources, list[Diagnostic]]:
    """Read the project that `config` (its `site_config.yml`) describes, and files of `customers` that lie elsewhere.

    Files of which the bytes are alike are documents as the `memo` has them.
    """
    project, memo = config.parent.resolve(), memo or Memo()
    lines: dict[str, Sequence[str]] = {}
    documents: dict[str, Document] = {}
    settings, found = _read_config(config, project, lines, memo)
    folders = project_folders(settings.data)
    real = folders.real_in(project)
    theme = _theme(project, folders) if "theme" in real else ()
    found += faults_of_theme(theme, folders.theme)
    found += left_out(project / folders.theme, folders.theme) if "theme" in real else ()
    found += faults_of_templates(project, project / TEMPLATES)
    folder = _playbooks(settings, project, USUAL_FOLDERS.playbooks, memo)
    found += [*folder.diagnostics, *_outside(settings, real.get("theme"))]
    for key, yaml_file in folder.yaml.items():
        document, faults = _read_yaml(yaml_file.file, yaml_file.path, lines, memo)
        found += faults
        if document is not None:
            documents[key] = document
    of_customers, faults = read_customers(project, customers, lines)
    found += faults
    own_pages = read_own_pages(project, folders.playbooks, memo)
    lines |= own_pages.lines
    found += own_pages.found
    downloads = read_downloads(project, folders.playbooks)
    found += downloads.found
    words, faults = _read_words(project, project / folders.theme / OWN_WORDS, lines)
    found += faults
    has_folder = bool(folder.yaml) or not (folder.diagnostics or settings.root is None)
    sources = Sources(
        config.parent,
        settings,
        documents,
        folder.assets | own_pages.assets,
        lines,
        has_folder,
        _marks(settings, project / folders.theme),
        {**folder.pictures, **own_pages.folder.pictures},
        folders=folders,
        real_folders=real,
        has_theme=(project / folders.theme).is_dir(),
        words=words,
        picture_faults={
            **folder.picture_faults,
            **own_pages.folder.picture_faults,
            **dict(_faults_of_pictures(theme, folders.theme)),
        },
        unpublished=folder.unpublished,
        customers=of_customers,
        own_pages=own_pages.documents,
        downloads=downloads.sizes,
        download_traces=downloads.traces,
    )
    return sources, in_order(found)


def read_folders(config: Path) -> ProjectFolders:
    """The folders that `config` names; the usual ones where it names none, or cannot be read."""
    settings, _ = _read_config(config, config.parent.resolve(), {}, Memo())
    return project_folders(settings.data)


def _read_yaml(
    file: Path, path: str, lines: dict[str, Sequence[str]], memo: Memo
) -> tuple[Document | None, list[Diagnostic]]:
    text = memo.of_file(("text", path), read_text, file, path)
    lines[path] = text.lines
    if text.problem:
        return parse(path, text)
    document, found = memo.of(("document", path), parsed, path, text.raw)
    return document, list(found)


def parsed(path: str, raw: str) -> tuple[Document | None, Sequence[Diagnostic]]:
    """The document in a text, and what is wrong with it."""
    return parse(path, FileText(raw, lines_of(raw)))


def _read_config(
    config: Path, project: Path, lines: dict[str, Sequence[str]], memo: Memo
) -> tuple[Document, list[Diagnostic]]:
    """The configuration; a document without a tree where there is none to be had."""
    name, span = config.name, Span(config.name)
    nothing = Document(name, {}, None)
    fault = link_fault(project, config) if config.is_symlink() else ""
    if fault:
        return nothing, [Diagnostic(LINK, f"the symbolic link {name} {fault}", span, LINK_HINT)]
    if not config.exists():
        message = f"there is no {name} in the folder {config.absolute().parent.name}"
        hint = "run the command in the project's folder, or name the file with `--config`"
        return nothing, [Diagnostic(MISSING, message, span, hint)]
    document, found = _read_yaml(config, name, lines, memo)
    return document or nothing, found


def _playbooks(settings: Document, project: Path, usual: str, memo: Memo) -> FolderListing:
    """What lies in the folder that the configuration names; in the one that is `usual` where it names none."""
    named = settings.data.get("playbooks") if isinstance(settings.data, dict) else None
    chosen = named if isinstance(named, str) else usual
    span = settings.setting_span("playbooks")
    path = plain_folder(chosen)
    fault = fault_of_folder(chosen)
    if not fault and not (project / path).resolve().is_relative_to(project):
        fault = "a symbolic link leads out of the project"
    if fault:
        return _no_folder(Diagnostic(OUTSIDE, outside(chosen, fault), span, FOLDER_HINT))
    if not (project / path).is_dir():
        if settings.root is None:  # what is wrong there is why the folder is not known
            return _no_folder()
        message = f"there is no folder {path} beside {settings.path}"
        hint = "make it, or name the right one: `playbooks: playbooks`"
        return _no_folder(Diagnostic(MISSING, message, span, hint))
    return look_through(project, path, memo)


def _outside(settings: Document, real_theme: str | None) -> Iterator[Diagnostic]:
    """Whether the theme lies outside of the project."""
    if real_theme is None:
        fault = outside(
            project_folders(settings.data).theme, "a symbolic link leads out of the project"
        )
        yield Diagnostic(OUTSIDE, fault, settings.setting_span("theme"), FOLDER_HINT)


def _theme(project: Path, folders: ProjectFolders) -> Sequence[ThemeFile]:
    """The project's own theme files."""
    return tuple(theme_files(project, project / folders.theme, project / folders.playbooks))


_NO_PICTURE = PictureFault(
    "the file is no picture that a browser shows", "save it anew as PNG, JPEG or SVG"
)
_NO_FONT = PictureFault(
    "the file is no font in WOFF2", "save it anew as WOFF2: a new name is not enough"
)
_FONT = b"wOF2"
"""What a font begins with."""


def _faults_of_pictures(
    files: Iterable[ThemeFile], theme: str
) -> Iterator[tuple[str, Sequence[PictureFault]]]:
    """What the pictures of a theme hold that is no picture, and the fonts that are none, by their paths in the project."""
    for each in files:
        ending = each.file.suffix.lower()
        # What nobody may read has no fault here: the build says why it cannot be read.
        if each.fault or not os.access(each.file, os.R_OK):
            continue
        if ending in PICTURE_ENDINGS:
            is_picture = ending == ".svg" or size_of(each.file)
            yield f"{theme}/{each.path}", faults_in(each.file) if is_picture else (_NO_PICTURE,)
        elif ending in FONT_ENDINGS and each.file.is_file():
            with each.file.open("rb") as opened:
                is_font = opened.read(len(_FONT)) == _FONT
            yield f"{theme}/{each.path}", () if is_font else (_NO_FONT,)


def _read_words(
    project: Path, folder: Path, lines: dict[str, Sequence[str]]
) -> tuple[dict[str, str], list[Diagnostic]]:
    """The texts of what the theme says instead of firstwin, and what is wrong with them as files."""
    texts: dict[str, str] = {}
    found: list[Diagnostic] = []
    for file in sorted(folder.glob("*.po")):
        path = file.relative_to(project).as_posix()
        link = next((each for each in (file, folder) if each.is_symlink()), None)
        fault = link_fault(project, link) if link else ""
        if fault:
            message = f"the symbolic link {path} {fault}"
            found.append(Diagnostic(LINK, message, Span(path), LINK_HINT))
            continue
        text = read_text(file, path)
        lines[path] = text.lines
        if text.problem:
            found.append(text.problem)
        else:
            texts[path] = text.raw
    return texts, found


def _marks(settings: Document, theme: Path) -> frozenset[str]:
    """The pictures and fonts in the folders of the theme where the configuration says that those of the brand lie."""
    brand = settings.data.get("brand") if isinstance(settings.data, dict) else None
    named = {
        key: brand[key] for key in BRAND_FILES if isinstance(brand, dict) and key in brand
    }.items()
    return frozenset(
        file.relative_to(theme).as_posix()
        for key, path in named
        if isinstance(path, str) and not fault_of_folder(path)
        for file in (theme / path).parent.glob("*")
        if file.suffix.lower() in BRAND_FILES[key] and file.is_file()
    )


def _no_folder(*diagnostics: Diagnostic) -> FolderListing:
    return FolderListing({}, frozenset(), {}, {}, diagnostics)
