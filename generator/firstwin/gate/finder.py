"""Find many sequences of words in a text at once.

In: `Canary`s, and how often words follow each other in texts like those to be searched. Out: those of them that are in a
text. Each is looked for where its rarest two words stand; in most texts that is nowhere, so that a page costs little more
than telling its words apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import Final

from msgspec import Struct

from firstwin.gate.passages import Passage
from firstwin.gate.wording import Worded, Words, as_line, spans_of, words_of

Pairs = Mapping[tuple[str, str], int]
"""How often one word follows another."""


def pairs_in(texts: Iterable[Worded]) -> Pairs:
    """How often one word follows another in some texts."""
    return Counter(pair for text in texts for pair in pairwise(text.words))


class Look(Enum):
    """How something has to stand in a text to be what is looked for."""

    RUN = "these words in a row, whatever stands between them"
    WHOLE = "these words in a row, within one text"
    EXACT = "these very signs"
    NAMED = "these very signs, where a page names something: in an id, a link, a key"


class Canary(Struct, frozen=True, eq=False):
    """Words that stand in a site only if it shows a passage. Each is one of its own."""

    words: Words
    look: Look
    exact: str
    passage: Passage


class Finder:
    """Finds canaries in texts. `common` is of a few texts such as those: what is rare in them is rare there.

    `seen` are the words of what may be there. Where two texts follow each other, the end of one and the beginning of the
    other come to something that neither says.
    """

    def __init__(self, canaries: Iterable[Canary], *common: Pairs, seen: str = "") -> None:
        self.canaries = tuple(canaries)
        self._seen = seen
        self._by_pair: dict[tuple[str, str], list[tuple[int, Canary]]] = {}
        self._by_word: dict[str, list[Canary]] = {}
        for canary in self.canaries:
            pairs = list(pairwise(canary.words))
            if pairs:
                often = [sum(each.get(pair, 0) for each in common) for pair in pairs]
                at = often.index(min(often))
                self._by_pair.setdefault(pairs[at], []).append((at, canary))
            else:
                self._by_word.setdefault(canary.words[0], []).append(canary)

    def found_in(self, text: Worded, *, names: bool = True) -> Iterator[Canary]:
        """The canaries in a text, some more than once. A text without markup has no `names`."""
        searched = _Searched(text.text, self._seen)
        asked: set[Canary] = set()
        for canary, start in self._with_words_in(text.words):
            if canary in asked or (canary.look is Look.NAMED and not names):
                continue
            if canary.look in (Look.EXACT, Look.NAMED):
                asked.add(canary)  # the answer is the same wherever its words stand
            if searched.has(canary, start):
                yield canary

    def _with_words_in(self, words: Sequence[str]) -> Iterator[tuple[Canary, int]]:
        """The canaries whose words are in a text, and where they begin."""
        by_pair = self._by_pair
        for place in [place for place, pair in enumerate(pairwise(words)) if pair in by_pair]:
            for at, canary in by_pair[words[place], words[place + 1]]:
                start = place - at
                if start >= 0 and tuple(words[start : start + len(canary.words)]) == canary.words:
                    yield canary, start
        for word in self._by_word.keys() & set(words):
            for canary in self._by_word[word]:
                yield canary, words.index(word)


class _Searched:
    """A folded text in which words were found, and how they stand there."""

    def __init__(self, text: str, seen: str) -> None:
        self._text = text
        self._seen = seen

    def has(self, canary: Canary, start: int) -> bool:
        """Whether a canary whose words begin at a word of the text stands there as it has to."""
        match canary.look:
            case Look.RUN:
                return self._is_one_text(self._from(start, len(canary.words)))
            case Look.WHOLE:
                return not _BOUNDARY.search(self._from(start, len(canary.words)))
            case Look.EXACT:
                return self._has_exact(canary.exact)
            case Look.NAMED:
                return canary.exact in self._names

    def _from(self, start: int, count: int) -> str:
        """The text from one word on to the last of so many."""
        return self._text[self._spans[start][0] : self._spans[start + count - 1][1]]

    def _is_one_text(self, run: str) -> bool:
        """Whether a run is of one text, and not of several that are there by right.

        Each of its words may stand for itself somewhere; one after the other they say what it says.
        """
        parts = [words for part in _BOUNDARY.split(run) if (words := words_of(part))]
        return (
            len(parts) == 1
            or all(len(words) == 1 for words in parts)
            or not all(as_line(words) in self._seen for words in parts)
        )

    def _has_exact(self, exact: str) -> bool:
        at = self._text.find(exact)
        while at >= 0:
            before = self._text[max(0, at - len(_OWN)) : at]
            behind = self._text[at + len(exact) : at + len(exact) + 1]
            if not (before.endswith(_OWN) or _IN_NAME.match(before[-1:]) or _IN_NAME.match(behind)):
                return True
            at = self._text.find(exact, at + 1)
        return False

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends."""
        return spans_of(self._text)

    @cached_property
    def _names(self) -> frozenset[str]:
        """What the text names: the pieces of its ids, links and keys."""
        named = " ".join(_NAMING.findall(self._text))
        return frozenset(_NAME.findall(_OWN_ANCHOR.sub(" ", named)))


_BOUNDARY: Final = re.compile(r"[<>\"=\0]+")
"""The signs of markup: they end one text and begin another."""

_OWN: Final = "page_"
"""Places of a page that are firstwin's own begin with it."""

_OWN_ANCHOR: Final = re.compile(rf"\b{_OWN}[a-z0-9-]+")
_IN_NAME: Final = re.compile(r"[a-z0-9-]")
_NAME: Final = re.compile(r"[a-z0-9-]+")
_NAMING: Final = re.compile(
    r"(?:\b(?:id|for|href|src|action|location|url|data-[a-z-]{1,64}+|aria-[a-z]++)[\"']?\s*[=:]\s*[\"']?"
    r"|\"only\":\[\"|,[01],\[\")([^\"'<>\s]+)"
)
"""Ways to name something, the last two in what scripts know of a guide: the conditions of a step and of a box."""
