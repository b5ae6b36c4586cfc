"""Addresses that stand bare in a text: readers can follow them all the same.

In: the tokens of a text. Out: the same tokens, in which `https://help.example` is a link to itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

BARE = "bare"
"""The markup of a link that was written as its address alone."""

# Parentheses belong to an address only in pairs, and what ends a sentence is no part of it.
_address = re.compile(
    r"(?<!\w)https?://(?:[^\s<>\"'`\\(){}\[\]|^*]|\([^\s<>\"'`\\(){}\[\]|^*]*\))+(?<![.,;:!?…])"
)


def link_addresses(state: StateCore) -> None:
    """Make links of the bare addresses in all texts that are in no link and no code."""
    for token in state.tokens:
        if token.children and "://" in token.content:
            token.children = list(_linked(token.children))


def _linked(children: Sequence[Token]) -> Iterator[Token]:
    depth = 0
    for child in children:
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        if child.type == "text" and not depth:
            yield from _split(child)
        else:
            yield child


def _split(token: Token) -> Iterator[Token]:
    last = 0
    for found in _address.finditer(token.content):
        if found.start() > last:
            yield token.copy(content=token.content[last : found.start()])
        yield Token("link_open", "a", 1, {"href": found[0]}, level=token.level, markup=BARE)
        yield token.copy(content=found[0], level=token.level + 1)
        yield Token("link_close", "a", -1, level=token.level, markup=BARE)
        last = found.end()
    if last < len(token.content) or not last:
        yield token.copy(content=token.content[last:])
