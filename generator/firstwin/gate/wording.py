"""Texts as words, however they were written: what the gate compares.

In: a text. Out: its words, folded, without marks of Markdown, soft hyphens and the like. A text that was filled in,
wrapped, quoted or set in bold has the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

Words = tuple[str, ...]

BREAK: Final = "\0"
"""Stands where one text ends and another begins."""

_WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What shows nothing, or only turns what stands around it (Unicode's Default_Ignorable_Code_Point)."""
_GAP: Final = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")
_LINKED: Final = re.compile(r"\]\([^()\s]*\)")
_NUMBERED: Final = re.compile(r"^[^\S\n]*\d+[.)]\s", re.MULTILINE)
_CELLS: Final = re.compile(r"\|")
_BOX: Final = re.compile(r"^[^\S\n]*>\s*\[![a-z]+\]\s*$", re.MULTILINE | re.IGNORECASE)
_MINUTES: Final = re.compile(r"\(\s*[\d.,]+ ?(?:min\w*|h|hours?)\.?\s*\)\s*$")


class Worded(Struct, frozen=True):
    """A folded text, and its words."""

    text: str
    words: Words

    @property
    def line(self) -> str:
        """The words with a space around each."""
        return as_line(self.words)


def as_line(words: Iterable[str]) -> str:
    """Words with a space around each."""
    return f" {' '.join(words)} "


def worded(text: str) -> Worded:
    """Fold a text, and tell its words apart."""
    text = folded(text)
    return Worded(text, tuple(words_of(text)))


def folded(text: str) -> str:
    """A text in which what looks alike is alike, without what does not show."""
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return text.casefold()


def words_of(text: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(text)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where each word of a folded text begins and ends."""
    return [found.span() for found in _WORD.finditer(text)]


def gaps_in(text: str) -> list[str]:
    """The names of the values that are filled into a text."""
    return _GAP.findall(text)


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with its values filled in. Where one is not known, a break stands."""
    return _GAP.sub(lambda gap: values.get(gap[1], BREAK), text)


def as_shown(text: str) -> str:
    """A text without what readers see elsewhere or not at all: addresses of links, numbers of lists, minutes at its end.

    A cell of a table is a text of its own: a page names its column before it.
    """
    cells = _CELLS.sub(BREAK, _BOX.sub("", text)) if "|" in text or "[!" in text else text
    return _MINUTES.sub("", _NUMBERED.sub(" ", _LINKED.sub("] ", cells)))
