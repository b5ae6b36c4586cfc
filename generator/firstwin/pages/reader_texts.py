"""The texts for readers that a value holds, however deep.

In: anything that was resolved. Out: its texts, in order; prose with its markup. Ids, addresses of files and days are no texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final

from firstwin.models.keys import Key
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


def texts_in(value: Any, *but: type) -> Iterator[str]:
    """The texts of a value, without what is of some types."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, (Key, Url, *but)):
        return
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each, *but)
    else:
        for name, is_said in _fields(value.__class__):
            held = getattr(value, name)
            if is_said or isinstance(held, Prose):
                yield from texts_in(held, *but)


@cache
def _fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a type, and whether all that they hold is said; none of what is no dataclass."""
    if not is_dataclass(kind):
        return ()
    return tuple((each.name, each.name not in _UNSAID) for each in fields(kind))
