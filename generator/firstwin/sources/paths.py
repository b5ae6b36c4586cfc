"""Paths and names as a project may have them.

In: names as they stand on disk or in a file. Out: what is wrong with them, in words. Nothing here
touches the disk.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_PATH = 200
"""The characters of a path inside a project. Windows allows 260 from the drive on."""

_reserved = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])", re.IGNORECASE
)
_refused = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')


def fault_of_name(name: str) -> str:
    """Why some system refuses a file or folder of that name; nothing where none does."""
    stem = name.split(".", 1)[0].rstrip(" ")
    if _reserved.fullmatch(stem):
        return f"Windows keeps the name `{stem}` for itself"
    if name[-1:] in {".", " "}:
        return "Windows refuses names that end in a dot or a space"
    refused = _refused.search(name)
    if refused:
        return f"Windows refuses names with {refused[0]!r} in them"
    if not name.isprintable():
        return "it has a special space or an invisible character in it, or is not Unicode"
    return ""


def same_on_other_systems(name: str) -> str:
    """What Windows and macOS compare: names equal in this are one name there."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def fault_of_folder(path: str) -> str:
    """Why `path` is not a folder below the one it is written in; nothing where it is."""
    parts = path.split("/")
    if not path or path.startswith(("/", "~")) or re.match(r"[A-Za-z]:", path):
        return "it is not relative"
    if "\\" in path:
        return "it has backslashes; write forward slashes"
    if ".." in parts:
        return "it climbs with `..`"
    if not [part for part in parts if part not in {"", "."}]:
        return "it is the project itself"
    if any(part.startswith(".") and part != "." for part in parts) or "%" in path:
        return "it has a part that begins with a dot, or a percent sign"
    return "" if path.isprintable() else "it has invisible characters"
