"""What a style sheet loads.

In: CSS: a file, a `<style>`, the value of an attribute. Out: references with their places. tinycss2 reads it as browsers
do, escapes and comments included. Closed by default: a text that looks like an address of another host is one, unless
it stands where texts are shown or compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import tinycss2  # type: ignore[import-untyped]  # it brings no types

from firstwin.site.addresses import is_elsewhere
from firstwin.site.reading import Reference

_LOADING: Final = frozenset({"-webkit-image-set", "image", "image-set", "src", "url"})
"""Functions whose texts are addresses."""

_SHOWN: Final = frozenset({"content", "quotes"})
"""Declarations whose texts are shown."""

_NAMED: Final = frozenset({"charset", "namespace"})
"""Rules whose texts and addresses are names."""


def read_style(css: str) -> list[Reference]:
    """The addresses a style sheet, or the value of a declaration, makes a browser load, in their order."""
    tokens = [
        token
        for block in _blocks(tinycss2.parse_component_value_list(css, skip_comments=True))
        for token in block
    ]
    tokens.sort(key=lambda token: (token.source_line, token.source_column))
    return [
        Reference(token.value, line=token.source_line, column=token.source_column)
        for token in tokens
        if token.value
    ]


def _blocks(sheet: list[Any]) -> Iterator[Iterator[Any]]:
    """For each block of a style sheet, the tokens in it that are addresses. Blocks nest as deep as one likes."""
    waiting: list[_Block] = [_Block(sheet)]
    while waiting:
        yield waiting.pop().addresses(waiting)


class _Block:
    """The tokens between two brackets: within which function they stand, and in which declaration."""

    def __init__(self, tokens: list[Any], within: str = "", declared: str = "") -> None:
        self._tokens = tokens
        self._within = within
        self._rule = self._word = ""
        self._declared = declared

    def addresses(self, waiting: list[_Block]) -> Iterator[Any]:
        """The tokens that are addresses. The blocks between them are left waiting."""
        for token in self._tokens:
            match token.type:
                case "at-keyword":
                    self._rule = token.lower_value
                case "ident":
                    self._word = token.lower_value
                case "literal":
                    self._punctuate(token.value)
                case "{} block":
                    waiting.append(_Block(token.content))
                    self._punctuate(";")
                case "() block":
                    waiting.append(_Block(token.content, self._within, self._declared))
                case "function":
                    waiting.append(_Block(token.arguments, token.lower_name, self._declared))
                case "url" | "string" if self._is_address(token):
                    yield token

    def _punctuate(self, sign: str) -> None:
        if sign == ":":
            self._declared = self._declared or self._word
        elif sign == ";":
            self._rule = self._word = self._declared = ""

    def _is_address(self, token: Any) -> bool:
        if self._rule in _NAMED:
            return False
        if token.type == "url" or self._within in _LOADING or self._rule == "import":
            return True
        return self._declared not in _SHOWN and is_elsewhere(token.value)
