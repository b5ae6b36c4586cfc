"""Names of files that work everywhere a site is unpacked or served.

In: the relative paths of a tree about to be written. Out: nothing, or an error that names the paths.
Ids keep pages apart already; pictures and theme files have names of their authors' choosing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from firstwin.errors import FirstwinError

LONGEST_PATH: Final = 240
"""Windows stops at 260 characters, the project's own folder included."""

_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f<>:"\\|?*%#]')


def check_paths(paths: Iterable[str]) -> None:
    """Raise where a path is not portable or two are the same file on some system."""
    seen: dict[str, str] = {}
    for path in sorted(paths):
        if reason := fault_of_path(path):
            raise FirstwinError(f"`{path}` cannot be published: {reason}", "rename the file")
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in seen:
            raise FirstwinError(
                f"`{seen[folded]}` and `{path}` are one file on some systems: "
                "their names differ only in case or accents' form",
                "rename one of them",
            )
        seen[folded] = path


def fault_of_path(path: str) -> str:
    """Why a path cannot be that of a file of a site; nothing where it can."""
    if len(path) > LONGEST_PATH:
        return f"its path is longer than {LONGEST_PATH} characters"
    for part in path.split("/"):
        if part in ("", ".", ".."):
            return "it does not lie below the site's folder"
        if _FORBIDDEN.search(part):
            return "its name holds a character that not every system or address can hold"
        if part.endswith((".", " ")) or part.startswith(" "):
            return "its name ends in a dot or begins or ends with a space"
        if _DEVICES.fullmatch(part):
            return "its name is that of a device on Windows"
    return ""
