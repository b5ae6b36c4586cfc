"""The manifest of a built site: every file with its hash, and what it was made of.

In: the folder of a site, or a manifest on disk. Out: the bytes of its manifest, or the `Manifest` read back. It names
the project's own files, so it lies beside the site and never in it. It holds no day and no path of a machine: the same
site has the same manifest.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from firstwin.errors import WrongUseError
from firstwin.names import MANIFEST

_VERSION: Final = 1
_BEGINNING: Final = '{\n  "firstwin_manifest": '
_NOT_READ: Final = "it comes with a site: firstwin build --manifest"


class Manifest(Struct, frozen=True):
    """The hashes of a site's files by their names."""

    files: Mapping[str, str]


def manifest_beside(site: Path) -> Path:
    """Where the manifest of a site lies."""
    return site.with_name(site.name + MANIFEST)


def write_manifest(site: Path, edition: str, made_of: Callable[[str], Collection[str]]) -> bytes:
    """The manifest of a site; `made_of` says of each of its files which of the project's it was made of."""
    files = {
        name: {"sha256": digest(site / name), "made_of": sorted(made_of(name))}
        for name in sorted(names_below(site))
    }
    content = {"firstwin_manifest": _VERSION, "edition": edition, "files": files}
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(path: Path) -> Manifest:
    """A manifest as it was written. Raises WrongUseError where there is none, or the file is none."""
    if not path.is_file():
        raise WrongUseError(f"there is no manifest {path}", _NOT_READ)
    try:
        content = json.loads(path.read_bytes())
        return Manifest(_hashes(content))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise WrongUseError(f"{path} is no manifest of a built site", _NOT_READ) from None


def forget_manifest(site: Path) -> None:
    """Remove the manifest of a site that is no longer there: another one lies in its place."""
    path = manifest_beside(site)
    if path.exists() and not fault_of_manifest(path):
        path.unlink()


def fault_of_manifest(path: Path) -> str:
    """Why a file cannot be replaced by a manifest; nothing where it can."""
    if path.is_symlink():
        return "it is a symbolic link"
    if path.is_dir():
        return "it is a folder"
    if not path.exists():
        return ""
    with path.open("rb") as file:
        ours = file.read(len(_BEGINNING)) == _BEGINNING.encode()
    return "" if ours else "it is a file that firstwin did not write"


def names_below(folder: Path) -> Iterator[str]:
    """The names of all files below a folder, and of links, wherever those lead."""
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        for name in (*names, *links):
            yield Path(parent, name).relative_to(folder).as_posix()


def digest(path: Path) -> str:
    """The hash of a file."""
    return sha256(path.read_bytes()).hexdigest()


def _hashes(content: Any) -> dict[str, str]:
    if content["firstwin_manifest"] != _VERSION:
        raise ValueError
    hashes = {str(name): str(about["sha256"]) for name, about in content["files"].items()}
    "".join(
        hashes
    ).encode()  # JSON can name halves of characters, which no file we write has in its name
    return hashes
