"""What a file of a built site says: where it leads, what it runs, what can be referred to in it.

In: nothing; a module for each kind of file builds them. Out: frozen types, which `links` and `inline` judge.
"""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec import Struct

from firstwin.caching.decoding import decoded
from firstwin.models.allowance import Load

SITE_MAP: Final = "sitemap.xml"
"""The list of pages for search engines."""

NOT_FOUND: Final = "404.html"
"""It is read last: what stands on every page is better said of one that has a source."""

_RUN: Final = frozenset({"", "importmap", "module", "speculationrules"})
"""The types of scripts that are used at once, beside those that name a language: `text/javascript`."""


class Reference(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """An address in a file. `loaded` tells what a browser fetches from what a reader follows.

    `line` and `column` count from 1; they are 0 in pages, whose lines nobody wrote. `what` is loaded, where that is known.
    """

    address: str
    loaded: bool = True
    line: int = 0
    column: int = 0
    what: Load | None = None


class Inline(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A script or style that stands in a page itself. `kind` is its `type`, `id` is what scripts call it."""

    tag: str
    kind: str
    id: str
    content: str

    @property
    def is_data(self) -> bool:
        """Whether a browser leaves it to other scripts."""
        return self.tag == "script" and self.kind not in _RUN and "script" not in self.kind


class Forbidden(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What may stand in no file of a site. `text` is what to look for in the file it comes from."""

    message: str
    hint: str
    text: str = ""
    line: int = 0
    column: int = 0


class Reading(Struct, frozen=True):
    """What one file says."""

    references: tuple[Reference, ...] = ()
    ids: frozenset[str] = frozenset()
    inlines: tuple[Inline, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()


_Packed = tuple[tuple[Reference, ...], frozenset[str], tuple[Inline, ...], tuple[Forbidden, ...]]
_ENCODER: Final = msgspec.json.Encoder(
    order="deterministic"
)  # a set has no order that outlives its process
_DECODER: Final = msgspec.json.Decoder(_Packed)


def packed(reading: Reading) -> bytes:
    """What a file says as bytes, to keep."""
    return _ENCODER.encode(msgspec.structs.astuple(reading))


def unpacked(content: bytes) -> Reading | None:
    """The same back; nothing where something else was kept."""
    parts = decoded(content, _DECODER)
    return Reading(*parts) if parts is not None else None
