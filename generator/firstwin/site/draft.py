"""What a site is made of before any page of it is rendered.

In: nothing; whoever puts the stages in their order builds it. Out: a frozen `Draft`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from firstwin.diagnostics import Diagnostic
from firstwin.output import OVERRIDES, SETTINGS
from firstwin.site.places import Places

MakeMarkdown = Callable[[str], str | Diagnostic]
"""The Markdown of a page by its path below the docs folder, or what is wrong with a template of it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a site is made of: `pages` are the paths of its Markdown files, `surroundings` all else of its tree."""

    places: Places
    url: str | None
    pages: tuple[str, ...]
    surroundings: Mapping[str, bytes]
    markdown: MakeMarkdown

    def has_frame_of(self, other: Draft) -> bool:
        """Whether another has the same files, and the same around each page."""
        return (
            self.pages == other.pages
            and self.surroundings.keys() == other.surroundings.keys()
            and self.frame == other.frame
        )

    @property
    def frame(self) -> Mapping[str, bytes]:
        """What an engine reads from disk for each page: the settings and the theme."""
        return {
            path: content
            for path, content in self.surroundings.items()
            if path == SETTINGS or path.startswith(f"{OVERRIDES}/")
        }
