"""A project's downloads: documents, tables and archives that pages offer.

In: the folder `files` of a project. Out: the name and the size of each file that may be published, and what is told of the
others. What a file is its ending says and its first bytes have to bear out, so that nothing is offered for what it is not.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Span
from firstwin.names import FILES
from firstwin.sources.codes import LINK, UNREADABLE
from firstwin.sources.limits import LARGEST_DOWNLOAD, MOST_DOWNLOADS
from firstwin.sources.links import fault_of_published_link
from firstwin.sources.office import OFFICE, traces
from firstwin.sources.paths import fault_of_name
from firstwin.sources.published_codes import DOWNLOAD_NAME, NO_DOWNLOAD, TOO_LARGE_DOWNLOADS
from firstwin.sources.theme import COPY
from firstwin.text.latin import plain_latin

_ZIP: Final = b"PK\x03\x04"
_TEXT: Final = b""
KINDS: Final[Mapping[str, bytes]] = {
    ".csv": _TEXT,
    ".docx": _ZIP,
    ".ics": b"BEGIN:VCALENDAR",
    ".odp": _ZIP,
    ".ods": _ZIP,
    ".odt": _ZIP,
    ".pdf": b"%PDF-",
    ".pptx": _ZIP,
    ".txt": _TEXT,
    ".xlsx": _ZIP,
    ".zip": _ZIP,
}
"""What pages may offer, by the ending, and what such a file begins with; nothing where it is a text."""
_NAME: Final = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_BEGINNING: Final = 4096


@dataclass(slots=True)
class Downloads:
    """The downloads of a project with their bytes, by name, and what is wrong with what lies beside them.

    `traces` are what office programs wrote into some, by name.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    traces: dict[str, tuple[str, ...]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def say(self, code: Code, path: str, message: str, hint: str = "") -> None:
        """Tell what is wrong with a file."""
        self.found.append(Diagnostic(code, message, Span(path), hint))


def read_downloads(project: Path, playbooks: str) -> Downloads:
    """The downloads of a project, whose path is resolved. Nothing of its playbooks gets in by way of a link."""
    downloads, folder = Downloads(), project / FILES
    fault = fault_of_published_link(project, folder, playbooks)
    if fault:
        downloads.say(LINK, FILES, f"the symbolic link {FILES} {fault}", COPY)
        return downloads
    try:
        names = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        message = f"the folder {FILES} cannot be read: {error.strerror}"
        downloads.say(UNREADABLE, f"{FILES}/", message)
        return downloads
    for name in names:
        if not name.startswith((".", "_")):
            _look_at(project, folder / name, playbooks, downloads)
    if len(downloads.sizes) > MOST_DOWNLOADS:
        message = f"there are more than {MOST_DOWNLOADS} downloads, and that is the most"
        hint = "pack several into one; what has a name that begins with `_` is not counted"
        downloads.say(TOO_LARGE_DOWNLOADS, f"{FILES}/", message, hint)
        downloads.sizes.clear()
    return downloads


def _look_at(project: Path, file: Path, playbooks: str, downloads: Downloads) -> None:
    name = file.name
    shown = f"{FILES}/{name}".encode("utf-8", "backslashreplace").decode()
    fault = fault_of_published_link(project, file, playbooks)
    kinds = ", ".join(ending.lstrip(".").upper() for ending in KINDS)
    if fault:
        downloads.say(LINK, shown, f"the symbolic link {shown} {fault}", COPY)
    elif file.is_dir() or file.suffix.lower() not in KINDS:
        hint = (
            f"downloads are files of these kinds: {kinds}; begin its name with `_` to set it aside"
        )
        downloads.say(NO_DOWNLOAD, shown, f"{shown} is no download", hint)
    elif not _NAME.fullmatch(name) or fault_of_name(name):
        made = _made_name(file)
        letters = "it is small letters, digits, hyphens, underscores and dots"
        reason = fault_of_name(name) if _NAME.fullmatch(name) else letters
        message = f"{shown} cannot keep its name in an address: {reason}"
        downloads.say(DOWNLOAD_NAME, shown, message, f"call it `{made}`" if made else "rename it")
    else:
        _look_into(file, shown, downloads)


def _look_into(file: Path, path: str, downloads: Downloads) -> None:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would keep whoever reads it waiting
            downloads.say(UNREADABLE, path, f"{path} is not a file", "delete it")
            return
        with file.open("rb") as opened:
            beginning = opened.read(_BEGINNING)
    except OSError as error:
        downloads.say(UNREADABLE, path, f"{path} cannot be read: {error.strerror}")
        return
    if status.st_size > LARGEST_DOWNLOAD:
        message = (
            f"{path} has {status.st_size:,} bytes; a download may have at most {LARGEST_DOWNLOAD:,}"
        )
        downloads.say(
            TOO_LARGE_DOWNLOADS, path, message, "make it smaller, or link to where it lies"
        )
    elif not _is_of_its_kind(file.suffix, beginning):
        kind = file.suffix.lstrip(".").upper()
        message = f"{path} is not what its name says: nothing in it begins like {kind}"
        hint = f"save it anew as {kind}, or give it the ending of what it is"
        downloads.say(NO_DOWNLOAD, path, message, hint)
    else:
        downloads.sizes[file.name] = status.st_size
        if file.suffix in OFFICE and (found := traces(file)):
            downloads.traces[file.name] = found


def _is_of_its_kind(ending: str, beginning: bytes) -> bool:
    """Whether a file begins as its ending says; a text holds no control but those that end lines and columns."""
    sign = KINDS[ending]
    if sign:
        return beginning.removeprefix(b"\xef\xbb\xbf").startswith(sign)
    return bool(beginning) and not re.search(rb"[\x00-\x08\x0b\x0e-\x1f]", beginning)


def _made_name(file: Path) -> str:
    """The name in what an address can hold: `Größe.PDF` becomes `groesse.pdf`."""
    stem = "-".join(re.findall(r"[a-z0-9]+", plain_latin(file.stem)))
    made = f"{stem}{file.suffix.lower()}"
    return made if stem and _NAME.fullmatch(made) and not fault_of_name(made) else ""
