"""The texts for readers that a value holds, however deep.

In: anything that was resolved. Out: its texts, in order; prose with its markup. Ids, addresses of files and days are no texts.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from firstwin.models.keys import Key
from firstwin.system.fields import field_names
from firstwin.text import Prose, Url

_UNSAID: Final = frozenset(
    {
        "also",
        "audience",
        "counted_from",
        "edit",
        "entry",
        "file",
        "files",
        "id",
        "image",
        "kind",
        "late",
        "origins",
        "part",
        "phase",
        "rule",
        "side",
        "taken_from",
        "tier",
        "tiers",
        "type",
        "unit",
        "used_by",
        "was",
    }
)
"""The fields that hold no text for readers, unless it is prose."""


_Parts = tuple[tuple[str, bool], ...] | bool | None
"""How a value of a type is read: through which of its fields, and whether all that each holds is said; as a text, or not at
all; each of several values by itself."""


def texts_in(value: Any, *but: type) -> list[str]:
    """The texts of a value, without what is of some types."""
    found: list[str] = []
    _add_texts(value, but, found)
    return found


def _add_texts(value: Any, but: tuple[type, ...], found: list[str]) -> None:
    parts = _parts(value.__class__, but)
    if parts is None:
        for each in value:
            _add_texts(each, but, found)
    elif parts is True:
        found.append(value)
    elif parts:
        for name, is_said in parts:
            held = getattr(value, name)
            if held and (is_said or isinstance(held, Prose)):
                _add_texts(held, but, found)


@cache
def _parts(kind: type, but: tuple[type, ...]) -> _Parts:
    if issubclass(kind, Prose):
        return True
    if issubclass(kind, (Key, Url, *but)):
        return False
    if issubclass(kind, str):
        return True
    if issubclass(kind, tuple):
        return None
    return tuple((name, name not in _UNSAID) for name in field_names(kind))
