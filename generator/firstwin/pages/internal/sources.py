"""Where figures come from, each source once.

In: sources, each with what is taken from it. Out: `SourceView`s.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.pages.views import SourceView
from firstwin.words import Words


def sources_of(taken: Iterable[tuple[str, str]], words: Words) -> tuple[SourceView, ...]:
    """The sources in the order in which they are first named, with what comes from each."""
    found: dict[str, list[str]] = {}
    for source, what in taken:
        if source and what not in found.setdefault(source, []):
            found[source].append(what)
    return tuple(SourceView(source, words.listed(what)) for source, what in found.items())
