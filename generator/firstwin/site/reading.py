"""What a file of a built site says: where it leads, what it runs, what can be referred to in it.

In: nothing; a module for each kind of file builds them. Out: frozen types, which `links` and `inline` judge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from firstwin.models.allowance import Load

SITE_MAP: Final = "sitemap.xml"
"""The list of pages for search engines."""

NOT_FOUND: Final = "404.html"
"""It is read last: what stands on every page is better said of one that has a source."""

_RUN: Final = frozenset({"", "importmap", "module", "speculationrules"})
"""The types of scripts that are used at once, beside those that name a language: `text/javascript`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a file. `loaded` tells what a browser fetches from what a reader follows.

    `line` and `column` count from 1; they are 0 in pages, whose lines nobody wrote. `what` is loaded, where that is known.
    """

    address: str
    loaded: bool = True
    line: int = 0
    column: int = 0
    what: Load | None = None


@dataclass(frozen=True, slots=True)
class Inline:
    """A script or style that stands in a page itself. `kind` is its `type`, `id` is what scripts call it."""

    tag: str
    kind: str
    id: str
    content: str

    @property
    def is_data(self) -> bool:
        """Whether a browser leaves it to other scripts."""
        return self.tag == "script" and self.kind not in _RUN and "script" not in self.kind


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What may stand in no file of a site. `text` is what to look for in the file it comes from."""

    message: str
    hint: str
    text: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says."""

    references: tuple[Reference, ...] = ()
    ids: frozenset[str] = frozenset()
    inlines: tuple[Inline, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()


_Packed = tuple[
    list[tuple[str, bool, int, int, Load | None]],
    list[str],
    list[tuple[str, str, str, str]],
    list[tuple[str, str, str, int, int]],
]
_packing: Final = TypeAdapter[_Packed](_Packed)


def _all_of(kind: type) -> Callable[[object], tuple[object, ...]]:
    """What takes a value apart into all it holds."""
    return attrgetter(*(each.name for each in fields(kind)))


_of_reference, _of_inline, _of_forbidden = map(_all_of, (Reference, Inline, Forbidden))


def packed(reading: Reading) -> bytes:
    """What a file says as bytes, to keep."""
    parts: Any = (
        [*map(_of_reference, reading.references)],
        sorted(reading.ids),
        [*map(_of_inline, reading.inlines)],
        [*map(_of_forbidden, reading.forbidden)],
    )
    return _packing.dump_json(parts)


def unpacked(content: bytes) -> Reading | None:
    """The same back; nothing where something else was kept."""
    try:
        references, ids, inlines, forbidden = _packing.validate_json(content)
    except ValidationError:
        return None
    return Reading(
        tuple(Reference(*one) for one in references),
        frozenset(ids),
        tuple(Inline(*one) for one in inlines),
        tuple(Forbidden(*one) for one in forbidden),
    )
