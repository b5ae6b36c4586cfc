"""Which parts of a drawing its styles use.

In: declarations, and style sheets that hold nothing but what draws (`drawings` looks at that). Out: `Use`s, those of a sheet
with what they are about: a class, an id, or anything. Where a selector is not plain, it is about anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

ANYTHING: Final = ""

_ADDRESS: Final = re.compile(
    r"url\s*+\(\s*+[\"']?\s*+#([^\s\"'()\\]++)\s*+[\"']?\s*+\)", re.IGNORECASE
)
_TEXT: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_PIECE: Final = re.compile(r"([^{};]*)([{};]|\Z)")
_LAST_NAME: Final = re.compile(r"([.#][\w-]+)(?:::?[a-z-]+)?\s*\Z")
_INHERITED: Final = frozenset({"fill", "stroke"})
_MARKERS: Final = "marker"


class PartUse(Struct, frozen=True):
    """That something is drawn with a part: how the property is passed down, and whether at each corner of a shape."""

    id: str
    is_inherited: bool = False
    at_corners: bool = False


def uses_in_declarations(text: str) -> Iterator[PartUse]:
    """The parts that declarations use: `fill:url(#a); mask: url(#b)`."""
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        property_ = name.strip().lower()
        for id_ in _ADDRESS.findall(value):
            is_marker = property_.startswith(_MARKERS)
            is_inherited = is_marker or property_ in _INHERITED
            yield PartUse(id_, is_inherited, property_ in ("marker", "marker-mid"))


def uses_in_sheet(sheet: str) -> Iterator[tuple[str, PartUse]]:
    """The parts that a style sheet uses, each with `.class`, `#id` or anything."""
    plain = _TEXT.sub("", _ADDRESS.sub(r"url(#\1)", sheet))
    selectors: list[tuple[str, ...]] = []
    for found in _PIECE.finditer(plain):
        piece, sign = found.groups()
        if sign == "{":
            selectors.append(tuple(_names(piece)))
            continue
        for use in uses_in_declarations(piece) if "(" in piece else ():
            for name in selectors[-1] if selectors else (ANYTHING,):
                yield name, use
        if sign == "}" and selectors:
            selectors.pop()


def _names(selector: str) -> Iterator[str]:
    """What each of some selectors is about."""
    if "(" in selector:
        yield ANYTHING
        return
    for each in selector.split(","):
        found = _LAST_NAME.search(each)
        yield found[1] if found else ANYTHING
