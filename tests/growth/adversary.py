"""Texts that are hard for a regular expression, made from the expression itself.

In: a pattern. Out: functions from a length to a text. A pattern is slow where a part of it can be repeated and what
follows fails: so every repeated part is repeated, with each character it takes, behind what leads to it, and with
various ends. And a search is slow where it begins many times: so each beginning of the pattern is repeated too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # where Python keeps a pattern's tree
from typing import Any

Adversary = Callable[[int], str]

_REPEATS = frozenset({_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT})
_COMMON = " \t\na0-_.é\"'"
MOST_PUMPS = 14


def adversaries(pattern: re.Pattern[Any]) -> list[tuple[str, Adversary]]:
    """The texts for a pattern, each with what it is made of."""
    tree = _tree(pattern)
    letters = _letters(tree)
    ends = ["", "\0", "!", "\n", "\nx", *letters[:4]]
    found: dict[tuple[str, str, str], Adversary] = {}
    for before, pump in {*_pumps(tree, "", letters), *((char, char) for char in letters)}:
        for end in ends:
            found.setdefault((before, pump, end), _repeated(before, pump, end))
            found.setdefault(("", before + pump, end), _repeated("", before + pump, end))
        if before:
            found.setdefault(("", before, ""), _repeated("", before, ""))
    return [
        (f"{before!r} + {pump!r} x n + {end!r}", made)
        for (before, pump, end), made in found.items()
    ]


def letters(pattern: re.Pattern[Any]) -> list[str]:
    """The characters that a pattern names."""
    return [letter for letter in _letters(_tree(pattern)) if letter not in _COMMON]


def _tree(pattern: re.Pattern[Any]) -> Any:
    is_binary = isinstance(pattern.pattern, bytes)
    return _parser.parse(
        pattern.pattern, pattern.flags & ~re.UNICODE if is_binary else pattern.flags
    )


def _repeated(before: str, pump: str, end: str) -> Adversary:
    return lambda length: (
        before + pump * (max(length - len(before) - len(end), 0) // len(pump)) + end
    )


def _letters(tree: Any) -> list[str]:
    """The characters a pattern names, and common ones."""
    named = [chr(code) for code in dict.fromkeys(_codes(tree)) if code < 0xD800 or code > 0xDFFF]
    return list(dict.fromkeys([*named[:16], *_COMMON]))


def _codes(tree: Any) -> Iterator[int]:
    for op, value in tree:
        if op in (_constants.LITERAL, _constants.NOT_LITERAL):
            yield value
        elif op is _constants.IN:
            for inner, what in value:
                if inner is _constants.LITERAL:
                    yield what
                elif inner is _constants.RANGE:
                    yield what[0]
        else:
            for part in _parts(op, value):
                yield from _codes(part)


def _parts(op: Any, value: Any) -> Sequence[Any]:
    """The trees inside one element of a tree."""
    if op in _REPEATS or op is _constants.SUBPATTERN:
        return [value[-1]]
    if op is _constants.BRANCH:
        return list(value[1])
    if op in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    if op is _constants.ATOMIC_GROUP:
        return [value]
    if op is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return []


def _pumps(tree: Any, before: str, letters: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What leads to each repeated part, and what it repeats."""
    for op, value in tree:
        if op in _REPEATS and value[1] > 9:
            for pump in _takes(value[2], letters):
                yield before, pump
        for part in _parts(op, value):
            yield from _pumps(part, before, letters)
        sample = _sample([(op, value)], letters)
        before += sample
        if before:
            yield before, before


def _takes(body: Any, letters: Sequence[str]) -> list[str]:
    """Short texts that a repeated part takes once."""
    samples = dict.fromkeys(sample for sample in _samples(body, letters) if sample)
    accepts = _compiler.compile(body).fullmatch if _stands_alone(body) else None
    one = [letter for letter in letters if accepts and accepts(letter)]
    return list(dict.fromkeys([*samples, *one]))[:MOST_PUMPS]


def _stands_alone(body: Any) -> bool:
    """Whether a part can be compiled by itself: it has no groups and needs none."""
    return all(
        op not in (_constants.SUBPATTERN, _constants.GROUPREF, _constants.GROUPREF_EXISTS)
        and all(map(_stands_alone, _parts(op, value)))
        for op, value in body
    )


def _samples(tree: Any, letters: Sequence[str]) -> list[str]:
    """Texts that match a tree: one for each branch, and with a repeated part once or twice."""
    made = [""]
    for op, value in tree:
        if op is _constants.BRANCH:
            heads = [sample for branch in value[1] for sample in _samples(branch, letters)]
        elif op in _REPEATS:
            inner = _samples(value[2], letters)
            least = value[0]
            heads = [
                each * count for count in dict.fromkeys((least, max(least, 1))) for each in inner
            ]
        elif op is _constants.SUBPATTERN:
            heads = _samples(value[3], letters)
        else:
            heads = [_sample([(op, value)], letters)]
        made = list(dict.fromkeys(left + right for left in made for right in heads))[:MOST_PUMPS]
    return made


def _sample(tree: Any, letters: Sequence[str]) -> str:
    """A text that matches a tree, as short as it can be, but with each repeated part at least once."""
    made = ""
    for op, value in tree:
        if op is _constants.LITERAL:
            made += chr(value)
        elif op in (_constants.IN, _constants.NOT_LITERAL, _constants.ANY):
            made += next(
                filter(_compiler.compile(_one(op, value)).fullmatch, _alphabet(letters)), "a"
            )
        elif op is _constants.BRANCH:
            made += _sample(value[1][0], letters)
        elif op in _REPEATS:
            made += _sample(value[2], letters) * max(value[0], min(1, value[1]))
        elif op is _constants.SUBPATTERN:
            made += _sample(value[3], letters)
        elif op is _constants.ATOMIC_GROUP:
            made += _sample(value, letters)
        elif op is _constants.GROUPREF:
            made += made[:1]
    return made


def _alphabet(letters: Sequence[str]) -> list[str]:
    return ["a", "0", " ", "-", *letters, *map(chr, range(1, 0x180)), "\u200b", "\ufeff"]


def _one(op: Any, value: Any) -> Any:
    tree = _parser.SubPattern(_parser.State())
    tree.append((op, value))
    return tree
