"""What passes between pydantic and a diagnostic: a `Finding` goes in, a `ShapeFault` comes out.

In: one error as the library reports it. Out: the words and the place an author can use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from firstwin.diagnostics import Code
from firstwin.sources import KeyPath
from firstwin.validate.expected import Loc, expected_at, without_tags
from firstwin.validate.mended import value_at


class ShapeFault(Struct, frozen=True):
    """One fault of shape. `path` leads to it in the data; `at_key` points at the key, not the value.

    `meant` is the key or word that was probably meant; `stand_in` tells that any text would do, so
    that the rest of the piece can still be looked at. `lacks_type` is the type of step which is not written, and which
    would make the key right. `offer` is the value to write instead, where the hint says no more than that;
    `is_misspelt` tells that the hint offers a key and says nothing of what stands under it.
    """

    type: str
    code: Code
    path: KeyPath
    message: str
    hint: str = ""
    at_key: bool = False
    meant: str | None = None
    stand_in: bool = False
    lacks_type: str = ""
    offer: str = ""
    is_misspelt: bool = False


class Finding(Struct, frozen=True):
    """One error as pydantic reports it, with what is needed to speak about it."""

    type: str
    root: object
    loc: Loc
    data: object
    context: Mapping[str, Any]

    @property
    def path(self) -> KeyPath:
        """The way to the place in the data."""
        return without_tags(self.root, self.loc[:-1] if self.is_about_key else self.loc)

    @property
    def is_about_key(self) -> bool:
        """Whether the key of an entry is faulty, not what stands under it."""
        return self.type in ("id_form", "address_form") and self.loc[-1:] == ("[key]",)

    @property
    def value(self) -> object:
        """What stands there."""
        return value_at(self.data, self.path)

    @property
    def beside(self) -> object:
        """What stands around it: the mapping whose key this is."""
        return value_at(self.data, self.path[:-1])

    @property
    def name(self) -> str:
        """What the author calls the place: the last key on the way to it."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def model(self) -> object:
        """The model whose key this is about."""
        return expected_at(self.root, self.loc[:-1])

    @property
    def expected(self) -> object:
        """The type of value that is expected."""
        return expected_at(self.root, self.loc)
