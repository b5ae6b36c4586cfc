"""What a list of addresses in JSON makes a browser load.

In: an import map, speculation rules, or the manifest of a web app. Out: references. What looks like an address of
another host is one wherever it stands, but for texts and for what a reader follows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from firstwin.site.addresses import is_elsewhere
from firstwin.site.reading import Reference

LISTS: Final = frozenset({"importmap", "speculationrules"})
"""The types of scripts that are such lists."""

_NOT_LOADED: Final = frozenset({"description", "name", "related_applications", "short_name"})
_LOADED: Final = frozenset({"imports", "src"})
"""The keys below which relative addresses, too, are of files."""

_BESIDE: Final = ("./", "../", "/")


def read_listed(text: str) -> Iterator[Reference]:
    """The addresses in a list. A list that is no JSON is used by nobody."""
    try:
        yield from _addresses(json.loads(text), is_file=False)
    except (ValueError, RecursionError):
        return


def _addresses(value: object, *, is_file: bool) -> Iterator[Reference]:
    if isinstance(value, str):
        if is_elsewhere(value) or (is_file and value.startswith(_BESIDE)):
            yield Reference(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_LOADED:
                yield from _addresses(key, is_file=False)
                yield from _addresses(inner, is_file=is_file or key in _LOADED)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner, is_file=is_file)
