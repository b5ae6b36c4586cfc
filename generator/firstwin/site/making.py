"""The pages of a site, each made and written, or taken from the store and written.

In: the Markdown of a page. Out: on disk the page, and what it says. What was made is kept, where nothing but the key says
how it comes out.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from firstwin.site.contents import reading_of
from firstwin.site.frame import Frame
from firstwin.site.reading import Reading, packed, unpacked
from firstwin.store import Store

if TYPE_CHECKING:  # where all pages were kept, nobody needs MkDocs
    from firstwin.site.single_pages import SinglePages


class ShowsMoreError(Exception):
    """A page is of a template that may show more than the page and its frame: MkDocs has to build all of the site."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a page says that was written, and what MkDocs warned about. An empty page is not written."""

    reading: Reading | None
    warnings: tuple[str, ...] = ()


class PageMaker:
    """Makes pages into a folder. `engine` is asked for only where a page is not in the store."""

    def __init__(
        self, frame: Frame, into: Path, store: Store | None, engine: Callable[[], SinglePages]
    ) -> None:
        self._frame = frame
        self._into = into
        self._store = store
        self._engine = engine

    def kept(self, name: str, path: str, markdown: bytes) -> Made | None:
        """Write a page that was kept; nothing where it was not."""
        content = self._store.read(self._frame.key_of(path, markdown)) if self._store else None
        if content is None:
            return None
        html, _, reading = content.partition(b"\0")
        self._write(name, html)
        return Made(unpacked(json.loads(reading)))

    def made(self, name: str, path: str, markdown: bytes) -> Made:
        """Make a page anew and write it. Raises ShowsMoreError, what `SinglePages.page` raises, and OSError."""
        page = self._engine().page(name, markdown.decode("utf-8-sig"))
        if page.template not in self._frame.templates:
            raise ShowsMoreError
        if not page.html.strip():  # MkDocs writes no page that a template leaves empty
            return Made(None, page.warnings)
        self._write(name, page.html)
        reading = reading_of(name, page.html)
        if self._store and page.is_alone and b"\0" not in page.html:
            key = self._frame.key_of(path, markdown)
            self._store.write(key, page.html + b"\0" + json.dumps(packed(reading)).encode())
        return Made(reading, page.warnings)

    def _write(self, name: str, html: bytes) -> None:
        """Write a page of a site that nobody sees before all of it is finished."""
        path = self._into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html)
