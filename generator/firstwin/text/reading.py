"""How hard English prose is to read: the Flesch-Kincaid grade.

In: texts of authors. Out: a grade, which is the number of years at school that somebody needs to follow at
first reading. The formula is that of J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom,
*Derivation of New Readability Formulas for Navy Enlisted Personnel* (Research Branch Report 8-75, 1975):
0.39 x words a sentence + 11.8 x syllables a word - 15.59.

Syllables are where pyphen would hyphenate, with the dictionary of American English. It knows a few
syllables less than the ear does (it leaves "provider" whole), so a grade is rather too low than too
high. A value that is filled in and a piece of code count as one short word: nobody can write them simpler.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

SHORT_WORD = " it "
OF_WORDS = 0.39
"""What each word that a sentence has on average adds to the grade."""
LONG_WORD = 4
"""How many syllables a long word has."""

_not_read = re.compile(r"\{\{[^{}]*\}\}|`+[^`]*`+|https?://\S+")
_address = re.compile(r"\]\((?:[^\])\s]|\](?!\())*\)")
_end = re.compile(r"(?<![.!?])[.!?]++(?=[\s)\"'”’*_]|$)|\n")
_apostrophe = re.compile(r"['’]s?")
_word = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:]*")


class Readability(Struct, frozen=True):
    """What prose is made of. A sentence is the list of its words."""

    sentences: Sequence[Sequence[str]]

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(map(len, self.sentences))

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; 0 where there is nothing to read."""
        if not self.words:
            return 0
        return OF_WORDS * self.words / len(self.sentences) + self._of_syllables

    def length_for(self, grade: float) -> int:
        """How many words a sentence may have on average, with words as these are, to be of that grade; less than 1: none."""
        return int((grade - self._of_syllables) / OF_WORDS)

    @property
    def _of_syllables(self) -> float:
        """What the length of its words adds to the grade."""
        spoken = sum(sum(map(syllables, sentence)) for sentence in self.sentences)
        return 11.8 * spoken / self.words - 15.59

    @property
    def longest(self) -> Sequence[str]:
        """The words of the longest sentence."""
        return max(self.sentences, key=len, default=())

    @property
    def long_words(self) -> tuple[str, ...]:
        """The words with many syllables, the longest first, each once."""
        words = {word.lower() for sentence in self.sentences for word in sentence}
        long = (word for word in words if syllables(word) >= LONG_WORD)
        return tuple(sorted(long, key=lambda word: (-syllables(word), word)))


def read(texts: Iterable[str]) -> Readability:
    """The sentences of several texts. A text, a line and an entry of a list end a sentence too."""
    plain = "\n".join(texts)
    if "](" in plain:
        plain = _address.sub("]", plain)
    if "{{" in plain or "`" in plain or "://" in plain:
        plain = _not_read.sub(SHORT_WORD, plain)
    return Readability([words for words in map(_word.findall, _end.split(plain)) if words])


@cache
def syllables(word: str) -> int:
    """How many syllables a word has, at least one. The parts of a compound count for themselves."""
    parts = _apostrophe.sub("", word.lower()).split("-")
    return sum(len(_hyphens().positions(part)) + 1 for part in parts)


@cache
def _hyphens() -> Any:
    # Loaded with its dictionary only where English is read: it takes a tenth of a second.
    from pyphen import Pyphen  # type: ignore[import-untyped]  # noqa: PLC0415  # has no types

    return Pyphen(lang="en_US")
