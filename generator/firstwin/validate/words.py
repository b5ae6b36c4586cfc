"""Words for messages: the nearest known word, lists in a sentence, ids from titles.

In: a word, and the words that would be right. Out: pieces of messages and hints.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

LONGEST_WORD = 64
NEAR_ENOUGH = 0.65
VERY_NEAR = 0.85
LONGEST_QUOTATION = 60
MOST_LISTED = 20

MOST_COMPARED = 30_000
"""The comparisons of one vocabulary: a hundred suggestions among three hundred words, ten among three thousand."""


class Spelling:
    """The words of one vocabulary, asked for the one that was meant by another.

    To look for it is slow, so each word is looked for once, and a project full of unknown words among
    thousands of known ones gets suggestions for the first of them only.
    """

    def __init__(self, known: Iterable[str], near_enough: float = NEAR_ENOUGH) -> None:
        self._near_enough = near_enough
        self._by_form = {each.replace("_", "-"): each for each in known}
        self._in_any_case = {form.lower(): each for form, each in self._by_form.items()}
        self._left = MOST_COMPARED
        self._found: dict[str, str | None] = {}
        self.gave_up = False
        """Whether a word was asked for after so many that nobody looked for it any more."""

    def nearest(self, word: str) -> str | None:
        """The known word that is nearest to `word`, if one is near."""
        if len(word) > LONGEST_WORD:
            return None
        if word not in self._found:
            if self._left <= 0:
                self.gave_up = True
                return None
            self._found[word] = self._look_for(word)
        return self._found[word]

    def did_you_mean(self, word: str, before: str = "") -> str:
        """The hint that names the nearest known word, with what stands `before` it; empty where none is near."""
        found = self.nearest(word)
        return f"did you mean `{before}{found}`?" if found else ""

    def _look_for(self, word: str) -> str | None:
        self._left -= len(self._by_form)
        simple = word.lower().replace("_", "-").replace(" ", "-")
        if simple in self._in_any_case:
            return self._in_any_case[simple]
        found = get_close_matches(simple, self._by_form, n=1, cutoff=self._near_enough)
        return self._by_form[found[0]] if found else None


def nearest(word: str, known: Iterable[str], near_enough: float = NEAR_ENOUGH) -> str | None:
    """The known word that is nearest to `word`, if one is near. For a word among a few."""
    return Spelling(known, near_enough).nearest(word)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint that names the nearest of a few known words; empty where none is near."""
    return Spelling(known).did_you_mean(word)


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words in code style as a list in a sentence: `a`, `b` or `c`. Of many, the first."""
    *most, final = [f"`{word}`" for word in islice(words, MOST_LISTED + 1)]
    if len(most) == MOST_LISTED:
        final = "others"
    return f"{', '.join(most)} {last} {final}" if most else final


def with_article(words: str) -> str:
    """The words with `a` or `an`."""
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


def short(value: object) -> str:
    """A value as it is quoted in a message: on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTATION else text[: LONGEST_QUOTATION - 1] + "…"
