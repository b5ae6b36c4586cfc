"""The files of a project's playbooks folder, and of that of its own pages.

In: a folder. Out: its YAML files and its assets, and what is wrong with their names. Links are
followed only to what the project itself may publish; whatever is hidden is not looked at.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path

from msgspec import Struct

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Code, Diagnostic, Related, Span
from firstwin.sources.codes import (
    BAD_NAME,
    ENDING,
    LINK,
    LONG_NAME,
    SAME_NAME,
    TOO_MANY_FILES,
    UNREADABLE,
)
from firstwin.sources.drawings import PictureFault, faults_in
from firstwin.sources.limits import LONGEST_PATH, MOST_FILES
from firstwin.sources.paths import fault_of_name, same_on_other_systems
from firstwin.sources.pictures import Size, size_of

PICTURE_ENDINGS = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
ASSET_ENDINGS = frozenset(
    {
        *PICTURE_ENDINGS,
        *(".mp3", ".mp4", ".vtt", ".webm"),  # recordings and their captions
        *(
            ".csv",
            ".docx",
            ".ics",
            ".odt",
            ".ods",
            ".odp",
            ".pdf",
            ".pptx",
            ".txt",
            ".xlsx",
            ".zip",
        ),
    }
)
"""What a page may show or offer for download. Files with any other ending are never published."""

LinkFault = Callable[[Path], str]
"""Why a link is not followed; nothing where it is."""


class YamlFile(Struct, frozen=True):
    """A YAML file: where it lies, and what it is called in the project."""

    file: Path
    path: str


class FolderListing(Struct, frozen=True):
    """What lies below a folder. Paths are relative to the project, with forward slashes.

    `pictures` are those of the `assets` that are pictures by their bytes, with their sizes, and `picture_faults`
    what each of them holds that is no picture. `unpublished` are the files that end in nothing a page shows.
    """

    yaml: Mapping[str, YamlFile]
    assets: frozenset[str]
    pictures: Mapping[str, Size]
    picture_faults: Mapping[str, Sequence[PictureFault]]
    diagnostics: Sequence[Diagnostic]
    unpublished: frozenset[str] = frozenset()


NO_FILES = FolderListing({}, frozenset(), {}, {}, ())


def is_picture(path: str) -> bool:
    """Whether a path ends as a picture does."""
    return _ending(path) in PICTURE_ENDINGS


def look_through(
    project: Path, path: str, memo: Memo, fault_of: LinkFault | None = None
) -> FolderListing:
    """What lies in the folder `path` of the project, whose own path must be resolved.

    What pictures hold is as the `memo` has it, while they are not written anew. `fault_of` says why a link is not followed, where
    that is not for `link_fault` to say.
    """
    walk = _Walk(fault_of or partial(link_fault, project))
    folder = (project / path).resolve()
    walk.enter(folder, path, (folder,), is_linked=False)
    if walk.count > MOST_FILES:
        return FolderListing({}, frozenset(), {}, {}, [_too_many(path)])
    seen = {
        name: memo.of_file(("picture", name), _look, file) for name, file in walk.pictures.items()
    }
    pictures = {name: size for name, (size, _) in seen.items() if size}
    faults = {name: faults for name, (size, faults) in seen.items() if size}
    unpublished = frozenset(walk.unpublished)
    return FolderListing(
        walk.yaml, frozenset(walk.assets), pictures, faults, walk.diagnostics, unpublished
    )


def _look(picture: Path) -> tuple[Size | None, Sequence[PictureFault]]:
    size = size_of(picture)
    return size, faults_in(picture) if size else ()


def link_fault(project: Path, link: Path) -> str:
    """Why the symbolic link is not followed; nothing where it leads to something in the project."""
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        return "leads nowhere"
    except (OSError, RuntimeError):  # Python 3.13 turned the one into the other
        return "leads in a circle"
    if not target.is_relative_to(project):
        return "leads out of the project"
    if any(_is_skipped(part) for part in target.relative_to(project).parts):
        return "leads to something that is not published"
    if target.is_file() and _kind(target.name) != _kind(link.name):
        return "leads to a file of another kind"  # a key, or a playbook, in the place of a picture
    return ""


class _Walk:
    """One way through the folders."""

    def __init__(self, fault_of: LinkFault) -> None:
        self.yaml: dict[str, YamlFile] = {}
        self.assets: set[str] = set()
        self.unpublished: set[str] = set()
        self.pictures: dict[str, Path] = {}
        self.count = 0
        self.diagnostics: list[Diagnostic] = []
        self._fault_of = fault_of

    def enter(self, folder: Path, path: str, inside: Sequence[Path], *, is_linked: bool) -> None:
        """Look through a folder; `inside` are the real folders on the way to it.

        What is linked holds no links to folders: so a few links cannot make endless paths.
        """
        try:
            with os.scandir(folder) as entries:
                there = sorted(
                    (entry for entry in entries if not _is_skipped(entry.name)),
                    key=attrgetter("name"),
                )
        except OSError as error:
            self._say(UNREADABLE, path, f"the folder {path} cannot be read: {error.strerror}")
            return
        here: dict[str, str] = {}
        for entry in there:
            name, child = entry.name, f"{path}/{entry.name}"
            is_folder, is_link = _is_folder(entry), entry.is_symlink()
            if is_folder or _ending(name) in {".yml", ".yaml", *ASSET_ENDINGS}:
                self.count += 1
                if self.count > MOST_FILES:
                    return
                file = folder / name
                if self._is_refused(file, child, inside, is_link=is_link, is_linked=is_linked):
                    continue
                self._compare(here, name, path)
                if is_folder:
                    goes_on = is_linked or is_link
                    self.enter(file, child, [*inside, file.resolve()], is_linked=goes_on)
                else:
                    self._add(file, child)
            else:
                self.unpublished.add(child)

    def _is_refused(
        self, file: Path, path: str, inside: Sequence[Path], *, is_link: bool, is_linked: bool
    ) -> bool:
        """Whether the name or the link is such that what it stands for is not read."""
        shown = path.encode("utf-8", "backslashreplace").decode()
        fault = fault_of_name(file.name)
        if fault:
            self._say(BAD_NAME, shown, f"{shown} cannot keep its name: {fault}", "rename it")
        if len(path) > LONGEST_PATH:
            message = f"the path has {len(path)} characters; at most {LONGEST_PATH} are allowed"
            self._say(LONG_NAME, shown, message, "use shorter names, or fewer folders")
        if not is_link:
            return len(path) > LONGEST_PATH or shown != path
        fault = self._fault_of(file)
        if not fault and file.is_dir():
            real = file.resolve()
            if any(folder.is_relative_to(real) for folder in inside):
                fault = "leads in a circle"
            elif is_linked:
                fault = "stands in a folder that is itself a link"
        if fault:
            message = f"the symbolic link {shown} {fault}"
            self._say(LINK, shown, message, "put a copy there instead, or delete the link")
        return bool(fault) or shown != path

    def _compare(self, here: dict[str, str], name: str, path: str) -> None:
        """Say so when another name in the same folder is the same name on other systems."""
        other = here.setdefault(same_on_other_systems(name), name)
        if other != name:
            message = f"{path}/{name} and {path}/{other} are one name on Windows and macOS"
            related = (Related("the other one", Span(f"{path}/{other}")),)
            span = Span(f"{path}/{name}")
            self.diagnostics.append(
                Diagnostic(SAME_NAME, message, span, "rename one of them", related)
            )

    def _add(self, file: Path, path: str) -> None:
        if _ending(file.name) in ASSET_ENDINGS and not _yaml_name(path):
            if not file.is_file():  # a pipe would keep whoever reads it waiting
                self._say(UNREADABLE, path, f"{path} is not a file", "delete it")
                return
            self.assets.add(path)
            if is_picture(file.name):
                self.pictures[path] = file
            return
        right = _yaml_name(path)
        if right != path:
            self._say(ENDING, path, f"{path} does not end in `.yml`", f"rename it to {right}")
        # What is in the file is read all the same: a wrong ending must not make every id unknown.
        if right == path or right not in self.yaml:
            self.yaml[right] = YamlFile(file, path)

    def _say(self, code: Code, path: str, message: str, hint: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, Span(path), hint))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle
        return False


def _too_many(playbooks: str) -> Diagnostic:
    message = f"the folder {playbooks} has more than {MOST_FILES:,} files and folders, and that is the most"
    hint = "delete what no page shows; what has a name that begins with `_` is not counted"
    return Diagnostic(TOO_MANY_FILES, message, Span(f"{playbooks}/"), hint)


def _yaml_name(path: str) -> str:
    """What a YAML file should be called, one too that was saved as a text: `admin.yml.txt`. Nothing for others."""
    found = re.fullmatch(r"(.+)\.ya?ml(\.txt)?", path, re.IGNORECASE)
    return f"{found[1]}.yml" if found else ""


def _kind(name: str) -> str:
    """What a name says the file is; pictures, recordings and downloads are one kind."""
    ending = _ending(name)
    return "asset" if ending in ASSET_ENDINGS else ".yml" if ending == ".yaml" else ending


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122  # a Path for every name costs more than the walk


def _is_skipped(name: str) -> bool:
    """Whether a file or folder is left alone: hidden, or set aside with an underscore."""
    return name.startswith((".", "_"))
