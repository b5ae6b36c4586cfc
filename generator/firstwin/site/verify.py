"""Whether a published folder is what was built.

In: the folder and the manifest of the site. Out: a diagnostic for each file that is missing, that is another one, or
that nobody built. Nothing of the project is needed for it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Span
from firstwin.output import Manifest, digest, names_below
from firstwin.site.codes import FILE_CHANGED, FILE_LOST, FILE_NOT_BUILT

_UPLOAD: Final = "upload the folder anew, as a whole"
_REMOVE: Final = "remove it; where the host needs it, name it: --except"


def differences(folder: Path, manifest: Manifest, added: Collection[str]) -> Iterator[Diagnostic]:
    """How a folder differs from the site of a manifest; `added` are files and folders that the host needs."""
    found = {name for name in names_below(folder) if not _is_added(name, added)}
    for name in sorted(found | set(manifest.files)):
        if name not in found:
            if not _is_added(name, added):
                yield _difference(FILE_LOST, name, "is missing", _UPLOAD)
        elif name not in manifest.files:
            yield _difference(FILE_NOT_BUILT, name, "was not built", _REMOVE)
        elif (folder / name).is_symlink():
            yield _difference(FILE_CHANGED, name, "is a symbolic link", _UPLOAD)
        elif not (folder / name).is_file():  # a pipe would keep whoever reads it waiting
            yield _difference(FILE_CHANGED, name, "is not a file", _UPLOAD)
        elif digest(folder / name) != manifest.files[name]:
            yield _difference(FILE_CHANGED, name, "is not the file that was built", _UPLOAD)


def _is_added(name: str, added: Collection[str]) -> bool:
    return any(name == one or name.startswith(f"{one}/") for one in added)


def _difference(code: Code, name: str, what: str, hint: str) -> Diagnostic:
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    return Diagnostic(code, f"{shown} {what}", Span(shown), hint)
