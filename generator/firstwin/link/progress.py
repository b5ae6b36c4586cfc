"""What a copy of progress holds, as a link carries it.

In: the payload of a fragment. Out: `Progress`. Copies are made in the browser and merged there; here one is only shown. What
is no entry is left out, as the browser leaves it out of whatever it stores.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from firstwin.link.fragment import FragmentError, Reason
from firstwin.models.values import ID_PATTERN, LONGEST_ID

PROGRESS: Final = "progress"
"""The key of a payload under which all of this stands."""
MOST_ENTRIES: Final = 5_000
LONGEST_VALUE: Final = 2_000
_LATEST: Final = 2**53

_id = ID_PATTERN.strip("^$")
_key = re.compile(rf"{_id}(/({_id}|_[a-z]+|_[0-9]+)){{1,3}}")


class Progress(Struct, frozen=True):
    """What somebody has ticked and written down, by key, with the moment in milliseconds since 1970."""

    entries: Mapping[str, tuple[str, int]]


def read_progress(payload: Mapping[str, Any]) -> Progress:
    """The copy in a payload. Raises FragmentError where there is none."""
    document = payload.get(PROGRESS)
    if not isinstance(document, dict) or document.get("version") != 1:
        raise FragmentError(Reason.SHAPE)
    entries = document.get("entries")
    if not isinstance(entries, dict):
        raise FragmentError(Reason.SHAPE)
    kept = {key: (each[0], each[1]) for key, each in entries.items() if _is_entry(key, each)}
    return Progress(dict(list(kept.items())[:MOST_ENTRIES]))


def _is_entry(key: str, entry: object) -> bool:
    if not _key.fullmatch(key) or any(len(name) > LONGEST_ID for name in key.split("/")):
        return False
    if not isinstance(entry, list) or len(entry) != 2:
        return False
    value, at = entry
    is_moment = isinstance(at, int) and not isinstance(at, bool) and 0 <= at < _LATEST
    return isinstance(value, str) and len(value) <= LONGEST_VALUE and is_moment
