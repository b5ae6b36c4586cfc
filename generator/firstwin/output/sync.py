"""Make a folder hold exactly a set of files, and touch nothing that already is as it should be.

In: relative paths with their bytes. Out: the folder on disk, and what was written or removed. A file is
put in place by renaming, so nobody ever reads half of one; a file that has the right bytes keeps its
time, so tools that look at times rebuild only what changed. Modes do not depend on the umask: what is
built here is read by a web server, as somebody else.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from msgspec import Struct

from firstwin.system.whole_files import write_whole

FILE_MODE: Final = 0o644
FOLDER_MODE: Final = 0o755


class Changes(Struct, frozen=True):
    """What a synchronisation did, as paths relative to the folder."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


def sync(
    folder: Path, files: Mapping[str, bytes], left_alone: frozenset[str] = frozenset()
) -> Changes:
    """Make `folder` hold `files` and nothing else, but for the names in `left_alone`.

    Files right below `folder` come first: by them it is known whose folder it is, however the rest ends.
    """
    make_folder(folder)
    folders = set(_folders_of(files))
    removed = _remove_others(folder, files, folders, left_alone)
    first = [path for path in files if "/" not in path]
    changed = [path for path in first if _put(folder / path, files[path])]
    for path in sorted(folders):
        _make_one(folder / path)
    changed += [path for path in files if "/" in path and _put(folder / path, files[path])]
    return Changes(tuple(sorted(changed)), tuple(removed))


def _folders_of(paths: Iterable[str]) -> Iterator[str]:
    """The folders that files lie in, by their paths; some of them several times."""
    for path in paths:
        parent, slash, _ = path.rpartition("/")
        while slash:
            yield parent
            parent, slash, _ = parent.rpartition("/")


def make_folder(folder: Path) -> None:
    """Make a folder and the missing ones above it, readable by everybody.

    Raises NotADirectoryError where something else is there.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        _make_one(path)


def _make_one(folder: Path) -> None:
    """Make a folder in one that is there."""
    if not folder.is_dir():
        folder.mkdir()
        folder.chmod(FOLDER_MODE)


def open_to_readers(folder: Path) -> None:
    """Give everything below `folder` the modes of what is published."""
    folder.chmod(FOLDER_MODE)
    for parent, folders, names in os.walk(folder):
        for name in folders:
            Path(parent, name).chmod(FOLDER_MODE)
        for name in names:
            Path(parent, name).chmod(FILE_MODE)


def replace_content(path: Path, content: bytes) -> None:
    """Give somebody's file other content, whole or not at all. Its mode stays, and so does a link that leads to it."""
    file = path.resolve()
    write_file(file, content, stat.S_IMODE(file.stat().st_mode))


def put_content(path: Path, content: bytes) -> None:
    """Give a file that is there other content, as `replace_content` does, or make one, or nothing.

    What is no file, such as a pipe, is handed the content.
    """
    if path.is_file():
        replace_content(path, content)
        return
    is_new = not path.exists()
    try:
        path.write_bytes(content)
    except BaseException:
        if is_new:
            path.unlink(missing_ok=True)
        raise


def write_file(path: Path, content: bytes, mode: int = FILE_MODE) -> None:
    """Write a file, whole or not at all, for whoever serves it."""
    write_whole(path, content, mode)


def write_like(path: Path, content: bytes, twin: Path | None) -> None:
    """Write a file that is not there yet, for whoever serves it.

    Where its `twin` is ours alone and holds the same, it is that file, which is not written again and keeps its time. Neither is
    ever written in its place. The mode of what is written is for `open_to_readers` to give.
    """
    if twin and _holds(twin, content) and _is_ours_alone(twin):
        with suppress(OSError):  # not all systems give a file two names
            os.link(twin, path, follow_symlinks=False)
            return
    path.write_bytes(content)


def _is_ours_alone(path: Path) -> bool:
    found = path.lstat()
    return found.st_nlink == 1 and found.st_uid == os.geteuid()


def _put(path: Path, content: bytes) -> bool:
    if _holds(path, content):
        return False
    write_file(path, content)
    return True


def _holds(path: Path, content: bytes) -> bool:
    """Whether a plain file of these bytes and the right mode is there already."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return (
        stat.S_ISREG(found.st_mode)
        and stat.S_IMODE(found.st_mode) == FILE_MODE
        and found.st_size == len(content)
        and path.read_bytes() == content
    )


def _remove_others(
    folder: Path,
    files: Mapping[str, bytes],
    folders: Collection[str],
    left_alone: frozenset[str],
) -> list[str]:
    """Remove what is in neither of both: other files, links of any kind, folders that hold nothing."""
    removed: list[str] = []

    def clear(here: Path, prefix: str) -> None:
        for entry in sorted(os.scandir(here), key=lambda found: found.name):
            relative = prefix + entry.name
            if relative in left_alone:
                continue
            if entry.is_dir(follow_symlinks=False):
                if relative in folders:
                    Path(entry).chmod(FOLDER_MODE)
                    clear(Path(entry), relative + "/")
                else:
                    shutil.rmtree(entry)
                    removed.append(relative)
            elif entry.is_symlink() or relative not in files:
                Path(entry).unlink()
                removed.append(relative)

    clear(folder, "")
    return removed
