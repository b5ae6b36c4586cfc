"""Conditions that are joined by `and` and `or`, as `only_if` says them: a list of alternatives, one of each must hold.

In: a sentence such as `(a and b) or c`, and what a condition in it means. Out: `[{any_of: [a, c]}, {any_of: [b, c]}]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product
from typing import Final

MOST_ALTERNATIVES: Final = 4
"""Nobody reads a list of more of them."""
LONGEST: Final = 200
"""The characters of a sentence that somebody would write by hand."""
_sign = re.compile(r"(?i)(\(|\)|(?<![\w-])(?:or|and)(?![\w-])|\|\|?|&&?)")
_SIGNS: Final = {"||": "or", "|": "or", "&&": "and", "&": "and"}
_Clauses = frozenset[frozenset[str]]
"""Alternatives, all of which must hold: of each one condition."""


def in_alternatives(text: str, meant: Callable[[str], str]) -> str:
    """What to write under `only_if` for a sentence; nothing where a part of it means nothing, or it takes too much.

    `meant` says what to write for one condition, or returns nothing.
    """
    if len(text) > LONGEST:
        return ""
    tokens, order = _tokens(text), list[str]()

    def noted(words: str) -> str:
        order.append(meant(words))
        return order[-1]

    try:
        made = _any(tokens, noted)
    except ValueError:
        return ""
    needed = (each for each in made if not any(other < each for other in made))
    least = sorted(
        (sorted(each, key=order.index) for each in needed),
        key=lambda each: [order.index(one) for one in each],
    )
    if tokens or not 0 < len(least) <= MOST_ALTERNATIVES:
        return ""
    parts = [each[0] if len(each) == 1 else f"{{any_of: [{', '.join(each)}]}}" for each in least]
    return parts[0] if len(parts) == 1 else f"[{', '.join(parts)}]"


def _tokens(text: str) -> list[str]:
    """The signs and words of a sentence: `(`, `)`, `or`, `and`, and what stands between them."""
    pieces = (piece.strip() for piece in _sign.split(text))
    return [_SIGNS.get(piece.lower(), piece) for piece in pieces if piece]


def _any(tokens: list[str], meant: Callable[[str], str]) -> _Clauses:
    """What is joined by `or`: the longest run of it at the beginning of the tokens, which are taken away."""
    sides = [_all(tokens, meant)]
    while tokens[:1] == ["or"]:
        del tokens[0]
        sides.append(_all(tokens, meant))
    if len(sides) == 1:
        return sides[0]
    return frozenset(frozenset[str]().union(*each) for each in _of_each(sides))


def _of_each(sides: Sequence[_Clauses]) -> list[tuple[frozenset[str], ...]]:
    count = 1
    for side in sides:
        count *= len(side)
    if count > MOST_ALTERNATIVES**2:
        raise ValueError(count)
    return list(product(*sides))


def _all(tokens: list[str], meant: Callable[[str], str]) -> _Clauses:
    """What is joined by `and`."""
    made = _one(tokens, meant)
    while tokens[:1] == ["and"]:
        del tokens[0]
        made |= _one(tokens, meant)
    return made


def _one(tokens: list[str], meant: Callable[[str], str]) -> _Clauses:
    """A condition, or what stands in brackets. Raises `ValueError` for anything else."""
    if not tokens:
        raise ValueError(tokens)
    first = tokens.pop(0)
    if first == "(":
        inside = _any(tokens, meant)
        if tokens[:1] != [")"]:
            raise ValueError(tokens)
        del tokens[0]
        return inside
    condition = "" if first in {")", "or", "and"} else meant(first)
    if not condition:
        raise ValueError(first)
    return frozenset({frozenset({condition})})
