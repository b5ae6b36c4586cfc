"""What to look for in a site: what is written for others, and not for its audience as well.

In: passages, how wide the audience is, and texts that any site shows. Out: `Wanted`. A long text is known again by six
of its words in a row. Of a shorter one all words are needed, within one text of a page; and one of one or two words, or
with a number, is looked for only if nobody else uses one of them: "Set up" says nothing about where it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from firstwin.gate.finder import Canary, Finder, Look, pairs_in
from firstwin.gate.own_texts import OwnTexts
from firstwin.gate.passages import Passage, PassageKind
from firstwin.gate.readers import Width
from firstwin.gate.wording import BREAK, Words, as_shown, filled, folded, worded, words_of

RUN: Final = 6
"""So many words in a row are nobody's by chance."""

_FEW: Final = 2
_LEAST_LETTERS: Final = 3
_LEAST_DIGITS: Final = 5
_ADDRESS: Final = re.compile(
    r"(?:https?://|tel:)[^\s<>()\"'`\0]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
)
_BEHIND_ADDRESS: Final = ".,;:!?/"


class CanarySet(Struct, frozen=True):
    """Canaries, and the words of all that readers may see: each text a line, a space around each word."""

    canaries: tuple[Canary, ...]
    seen: str


def look_for(
    passages: Iterable[Passage],
    width: Width,
    values: Mapping[str, str],
    own: OwnTexts,
    theirs: Iterable[str],
) -> CanarySet:
    """What gives away what readers of a width may not see.

    `own` are the texts that any site may show. So are `theirs`, those of the project's own theme and templates, but for
    long ones: a sentence for the team that somebody copied there is shown to everybody.
    """
    hidden: list[Passage] = []
    visible: list[Passage] = []
    for passage in passages:
        (visible if passage.width >= width else hidden).append(passage)
    seen = [worded(text) for passage in visible for text in _as_seen(passage, values)]
    common = own.words.union(*(text.words for text in seen))
    wanted = Finder(_canaries(hidden, values, common), own.pairs, pairs_in(seen))
    rightly = {canary for text in (*own.texts, *seen) for canary in wanted.found_in(text)}
    rightly |= {
        canary
        for text in map(worded, theirs)
        for canary in wanted.found_in(text)
        if canary.look is not Look.RUN
    }
    left = tuple(canary for canary in wanted.canaries if canary not in rightly)
    return CanarySet(left, "\n".join([own.lines, *(text.line for text in seen)]))


def _as_seen(passage: Passage, values: Mapping[str, str]) -> Iterator[str]:
    """A passage in the forms in which a site may show it."""
    if passage.kind is PassageKind.NAME:
        yield f'id="{passage.text}"'
        yield f"{passage.within}/{passage.text}"
    elif passage.kind is not PassageKind.TEXT:
        yield passage.text
    else:
        text = filled(passage.text, values)
        yield text
        yield as_shown(text)


def _canaries(
    hidden: Iterable[Passage], values: Mapping[str, str], common: Collection[str]
) -> Iterator[Canary]:
    """A canary for each thing that is known again, once."""
    made: dict[tuple[Words, Look, str], Canary] = {}
    for passage in hidden:
        for words, look, exact in _marks(passage, values, common):
            made.setdefault((words, look, exact), Canary(words, look, exact, passage))
    return iter(made.values())


def _marks(
    passage: Passage, values: Mapping[str, str], common: Collection[str]
) -> Iterator[tuple[Words, Look, str]]:
    if passage.kind is PassageKind.NAME:
        yield from _marks_of_name(passage, common)
        return
    if passage.kind is not PassageKind.TEXT:
        name = folded(passage.text)
        name = name.rpartition("/")[2] if passage.kind is PassageKind.PICTURE else name
        yield tuple(words_of(name)), Look.EXACT, name
        return
    text = filled(passage.text, values)
    for found in _ADDRESS.findall(folded(text)):
        address = found.removeprefix("tel:").rstrip(_BEHIND_ADDRESS)
        if words := tuple(words_of(address)[:RUN]):
            yield words, Look.EXACT, address
    for piece in folded(as_shown(text)).split(BREAK):
        words = tuple(words_of(piece))
        for start in range(len(words) - RUN + 1):
            yield words[start : start + RUN], Look.RUN, ""
        if 0 < len(words) < RUN and (_is_long(words) or _is_told_apart(words, common)):
            yield words, Look.WHOLE, ""


def _marks_of_name(passage: Passage, common: Collection[str]) -> Iterator[tuple[Words, Look, str]]:
    """A name of one word may mean much: it is known again by what it belongs to, or if nobody else uses the word."""
    name = passage.text
    if "-" in name:
        yield tuple(words_of(name)), Look.EXACT, name
        return
    if _is_told_apart((name,), common):
        yield (name,), Look.NAMED, name
    if passage.within:
        whole = f"{passage.within}/{name}"
        yield tuple(words_of(whole)), Look.EXACT, whole


def _is_long(words: Words) -> bool:
    """Whether a text is known again whatever its words are. Sites count days and minutes by themselves."""
    return len(words) > _FEW and not any(map(str.isdigit, words))


def _is_told_apart(words: Words, common: Collection[str]) -> bool:
    """Whether a text of a few words is known again: by a word nobody else uses, or a long number."""
    if all(map(str.isdigit, words)):
        return sum(map(len, words)) >= _LEAST_DIGITS
    return any(
        word not in common and len(word) >= _LEAST_LETTERS and not word.isdigit() for word in words
    )
