"""A name that nothing defines, written in several places: one mistake, said once.

In: the diagnostics of a project, in order. Out: the same; of those that say of the same name that it is unknown, the
first stands for all, and says where the others are. What is wrong is often the one place that should define it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from firstwin.diagnostics import Diagnostic, Related
from firstwin.validate import reference_codes as codes

MOST_PLACES: Final = 4
"""The other places that are named: whoever has many more looks for the name."""

_OF_PROJECT: Final = frozenset(
    {
        codes.UNKNOWN_ROLE,
        codes.UNKNOWN_TIER,
        codes.UNKNOWN_METRIC,
        codes.UNKNOWN_CONDITION,
        codes.UNKNOWN_PLAY,
    }
)
"""What is defined once for all files, so that the same name means the same everywhere."""


def said_once(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics, each unknown name once, where it first stands."""
    same: dict[object, list[Diagnostic]] = {}
    for each in diagnostics:
        is_name = each.code in _OF_PROJECT
        key = (each.code, each.message, each.hint) if is_name else each
        same.setdefault(key, []).append(each)
    return [
        replace(first, related=(*first.related, *_places(others)))
        for first, *others in same.values()
    ]


def _places(others: list[Diagnostic]) -> list[Related]:
    """Where else it stands; the last place that is named says how many more there are."""
    named = [Related("here too", each.span) for each in others[:MOST_PLACES]]
    more = len(others) - len(named)
    if more:
        places = "place" if more == 1 else "places"
        named[-1] = replace(named[-1], message=f"here too, and in {more} more {places}")
    return named
