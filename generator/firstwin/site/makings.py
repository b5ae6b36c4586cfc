"""What each file of a built site was made of.

In: the places of a tree, and the files that its pages were written in. Out: for each file of the site, which of the
project's it was made of; none for what firstwin or the engine brought along.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from msgspec import Struct

from firstwin.output import BRAND_STYLE, PREVIEW
from firstwin.pages.files import APP, ICONS, ROBOTS
from firstwin.pages.search import FOLDER as SEARCH
from firstwin.site.app import NAME as WORKER
from firstwin.site.places import Places
from firstwin.site.reading import NOT_FOUND, SITE_MAP

_MARKDOWN, _PAGE = ".md", ".html"
_OF_THE_CONFIGURATION: Final = frozenset(
    {APP, BRAND_STYLE, PREVIEW, ROBOTS, NOT_FOUND, *ICONS.values()}
)
_OF_ALL_PAGES: Final = frozenset({SITE_MAP, WORKER})


class Makings(Struct, frozen=True):
    """Knows what a site was made of. `pages` are the files behind each page, `config` is behind all of them."""

    places: Places
    pages: Mapping[str, frozenset[str]]
    config: str

    def of(self, name: str) -> Collection[str]:
        """The files of the project that a file of the site was made of."""
        page = name.removesuffix(_PAGE) + _MARKDOWN
        if page in self.pages:
            return self.pages[page] | {self.config}
        if name in self.places.copies:
            return {self.places.copies[name]}
        if own := self.places.of_theme(name):
            return {own}
        if name in _OF_ALL_PAGES or name.startswith(f"{SEARCH}/"):
            return frozenset({self.config}).union(*self.pages.values())
        return {self.config} if name in _OF_THE_CONFIGURATION else ()
