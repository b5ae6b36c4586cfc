"""What a site is made of before any page of it is rendered.

In: nothing; whoever puts the stages in their order builds it. Out: a frozen `Draft`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from msgspec import Struct

from firstwin.diagnostics import Diagnostic
from firstwin.pages.page import File
from firstwin.site.places import Places

MakeMarkdown = Callable[[str], str | Diagnostic]
"""The Markdown of a page by its path below the docs folder, or what is wrong with a template of it."""


class Draft(Struct, frozen=True):
    """What a site is made of.

    `pages` are the paths of its Markdown files, each with what it is made of: the same page is made of the same. `frame`
    is what an engine reads from disk for each page: the settings and the theme, by their paths in the tree. `beside` are
    the files beside the pages, by their paths below the docs folder.
    """

    places: Places
    url: str | None
    pages: Mapping[str, Hashable]
    frame: Mapping[str, bytes]
    beside: Mapping[str, File]
    markdown: MakeMarkdown

    def has_frame_of(self, other: Draft) -> bool:
        """Whether another has the same files, and the same around each page."""
        return (
            tuple(self.pages) == tuple(other.pages)
            and self.beside.keys() == other.beside.keys()
            and self.frame == other.frame
        )
