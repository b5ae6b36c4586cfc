"""Where the pages of one tree are made, in this process or in another.

In: the files of a tree. Out: on disk each page that is asked for, made anew or taken from the store, and what it says.
What was made is kept, where its key says all of how it comes out. A process of its own is handed a workshop as what it is
made of, and reads the tree itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from firstwin.names import LEFT_ALONE
from firstwin.output import DOCS
from firstwin.output.sync import write_like
from firstwin.site.contents import reading_of_page
from firstwin.site.frame import Frame, frame_of
from firstwin.site.means import Means
from firstwin.site.outline import SiteOutline, outline_of, unpacked_outline
from firstwin.site.places import Places
from firstwin.site.reading import Reading, packed, unpacked

if TYPE_CHECKING:
    from firstwin.site.single_pages import SinglePages

IN_DOCS: Final = f"{DOCS}/"
_MARKDOWN: Final = ".md"
_FEW: Final = 16
"""So many pages are made by one process while others take theirs from the store."""


class ShowsMoreError(Exception):
    """A page is of a template that may show more than the page and its frame: MkDocs has to build all of the site."""


class Made(Struct, frozen=True):
    """What a page says that was written, as bytes, and what MkDocs warned about. An empty page is not written."""

    packed: bytes = b""
    warnings: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading | None:
        """What it says; nothing of an empty page."""
        return unpacked(self.packed) if self.packed else None


class Workshop:
    """Makes the pages of the tree of `places`, in the folder `into` and for the store of its `means`."""

    def __init__(
        self,
        places: Places,
        files: Mapping[str, bytes],
        frame: Frame,
        into: Path | None,
        means: Means,
    ) -> None:
        self.places = places
        self.files = files
        self._frame = frame
        self._into = into
        self._store = means.store
        self._before = means.before

    def __reduce__(self) -> tuple[Callable[..., Workshop | None], tuple[object, ...]]:
        return workshop_of, (self.places, self._into, Means(self._store, before=self._before))

    @cached_property
    def engine(self) -> SinglePages:
        """MkDocs with everything in place. It takes a third of a second to import, where there is something to make."""
        from firstwin.site.single_pages import SinglePages  # noqa: PLC0415  # see above

        docs = [path.removeprefix(IN_DOCS) for path in self.files if path.startswith(IN_DOCS)]
        return SinglePages(
            self.places,
            [path for path in docs if path.endswith(_MARKDOWN)],
            [path for path in docs if not path.endswith(_MARKDOWN)],
        )

    def set_up(self) -> None:
        """Have what pages are made with in this process, for those that are copies of it. For a few it is not worth it."""
        if len(self.not_stored) > _FEW:
            _ = self.engine

    @cached_property
    def outline(self) -> SiteOutline:
        """What the site has, as it was kept or as MkDocs makes it."""
        content = self._store.read(self._frame.key) if self._store else None
        known = unpacked_outline(content) if content is not None else None
        if known and all(IN_DOCS + path in self.files for path in known.pages.values()):
            return known
        outline = outline_of(self.engine)
        if self._store:
            self._store.write(self._frame.key, outline.packed())
        return outline

    @cached_property
    def not_stored(self) -> frozenset[str]:
        """The pages of which nothing was kept."""
        store, pages = self._store, self.outline.pages
        return frozenset(name for name in pages if not (store and store.has(self._key(name))))

    def made(self, name: str) -> Made:
        """Write a page as it was kept, or else make it anew. Raises what `anew` raises."""
        return self.from_store(name) or self.anew(name)

    def from_store(self, name: str) -> Made | None:
        """Write a page that was kept; nothing where it was not, or where something else was."""
        content = self._store.read(self._key(name)) if self._store else None
        if content is None:
            return None
        html, _, reading = content.partition(b"\0")
        if unpacked(reading) is None:
            return None
        self.write(name, html)
        return Made(reading)

    def anew(self, name: str) -> Made:
        """Make a page anew and write it. Raises ShowsMoreError, what `SinglePages.page` raises, and OSError."""
        page = self.engine.page(name, self._markdown(name).decode("utf-8-sig"))
        if page.template not in self._frame.templates:
            raise ShowsMoreError
        if not page.html.strip():  # MkDocs writes no page that a template leaves empty
            return Made(warnings=page.warnings)
        self.write(name, page.html)
        reading = packed(reading_of_page(page.html, page.content))
        if self._store and page.is_alone and b"\0" not in page.html:
            self._store.write(self._key(name), page.html + b"\0" + reading)
        return Made(reading, page.warnings)

    def write(self, name: str, content: bytes) -> None:
        """Write a file of a site that nobody sees before all of it is finished; none where only the store is meant."""
        if self._into is None:
            return
        path = self._into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_like(path, content, self._before / name if self._before else None)

    def _key(self, name: str) -> str:
        return self._frame.key_of(self.outline.pages[name], self._markdown(name))

    def _markdown(self, name: str) -> bytes:
        return self.files[IN_DOCS + self.outline.pages[name]]


def workshop_of(places: Places, into: Path | None, means: Means) -> Workshop | None:
    """A workshop for the tree of `places`; none where a page of it may show more than itself and its frame."""
    files = _files_of(places.tree) if means.files is None else means.files
    frame = frame_of(files)
    return Workshop(places, files, frame, into, means) if frame else None


def _files_of(tree: Path) -> dict[str, bytes]:
    """The files of a tree by their paths in it."""
    return {
        path.relative_to(tree).as_posix(): path.read_bytes()
        for top in sorted(tree.iterdir())
        if top.name not in LEFT_ALONE
        for path in ([top] if top.is_file() else sorted(top.rglob("*")))
        if path.is_file()
    }
