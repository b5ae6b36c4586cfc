"""The texts that any site shows, whatever the playbooks say: firstwin's own words and the engine's.

In: folders of themes and templates. Out: the texts in their files, and their names. What stands there gives nothing away.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from firstwin import bundled

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_OURS: Final = (
    _PACKAGE / "templates",
    _PACKAGE / "words" / "catalogues",
    _PACKAGE / "site" / "licences.txt",
    _PACKAGE / "pages" / "guide_places.py",  # what the pages of every guide are called
    bundled.THEME,
)
_ENDINGS: Final = (".css", ".html", ".j2", ".js", ".po", ".pot", ".svg", ".txt")


@lru_cache(maxsize=4)
def own_texts(theme: Path) -> tuple[str, ...]:
    """The texts of firstwin, and those of the templates of an engine's theme."""
    ours = tuple(text for folder in _OURS for text in texts_below(folder))
    return (*ours, *texts_below(theme, (".html",)))


def texts_below(folder: Path, endings: tuple[str, ...] = _ENDINGS) -> Iterator[str]:
    """The texts of files and the names of all, but for hidden ones: Material's icons are thousands."""
    if folder.is_file():
        yield folder.read_text("utf-8", errors="replace")
    for parent, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            yield name
            if name.endswith(endings):
                yield Path(parent, name).read_text("utf-8", errors="replace")
