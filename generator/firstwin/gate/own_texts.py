"""The texts that any site shows, whatever the playbooks say: firstwin's own words and the engine's.

In: folders of themes and templates. Out: the texts in their files, and their names. What stands there gives nothing away.
They are many and the same for every edition: their words are told apart once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from firstwin.gate.finder import Pairs, pairs_in
from firstwin.gate.wording import Worded, worded
from firstwin.system import bundled

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_OURS: Final = (
    _PACKAGE / "templates",
    _PACKAGE / "words" / "catalogues",
    _PACKAGE / "site" / "licences.txt",
    _PACKAGE / "pages" / "guide_places.py",  # what the pages of every guide are called
    bundled.THEME,
)
_ENDINGS: Final = (".css", ".html", ".j2", ".js", ".po", ".pot", ".svg", ".txt")


class OwnTexts(Struct, frozen=True):
    """Texts, their words, how often one of these follows another, and the words of each as a line."""

    texts: tuple[Worded, ...]
    words: frozenset[str]
    pairs: Pairs
    lines: str


@lru_cache(maxsize=4)
def own_texts(theme: Path) -> OwnTexts:
    """The texts of firstwin, and those of the templates of an engine's theme."""
    ours = (text for folder in _OURS for text in texts_below(folder))
    texts = tuple(map(worded, (*ours, *texts_below(theme, (".html",)))))
    return OwnTexts(
        texts,
        frozenset(word for text in texts for word in text.words),
        pairs_in(texts),
        "\n".join(text.line for text in texts),
    )


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
