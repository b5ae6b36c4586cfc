"""Paths and names as a project may have them.

In: names as they stand on disk or in a file. Out: what is wrong with them, in words. Nothing here
touches the disk.
"""

from __future__ import annotations

import re
import unicodedata

FOLDER_HINT = "name a folder below the one this file lies in, with forward slashes"

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
    reasons = (
        ("it is empty", not path.strip()),
        ("it is not relative", path.startswith(("/", "~")) or re.match(r"[A-Za-z]:", path)),
        ("it has backslashes; write forward slashes", "\\" in path),
        ("it climbs with `..`", ".." in parts),
        ("it is the project itself", not plain_folder(path)),
        (
            "it has a part that begins with a dot, or a percent sign",
            "%" in path or any(part.startswith(".") and part != "." for part in parts),
        ),
        *((fault, fault) for fault in map(fault_of_name, plain_folder(path).split("/"))),
    )
    return next((reason for reason, applies in reasons if applies), "")


def outside(path: str, fault: str) -> str:
    """What is said about a path that leads to no folder of the project."""
    return f"`{path[:80]}` is not a folder inside the project: {fault}"


def plain_folder(path: str) -> str:
    """The path of a folder without what means nothing: `./` and slashes too many."""
    return "/".join(part for part in path.split("/") if part not in {"", "."})
