"""A site of which each file is made when somebody asks for it.

In: an edition's tree without its pages, and what makes the Markdown of a page. Out: the files of the site, the same bytes
that `build_site` writes, and, when all of them have been looked at, the same diagnostics. What was made stays while what
it was made of does, from one site to the next.
"""

from __future__ import annotations

import posixpath
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from threading import Condition, RLock
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from firstwin.diagnostics import Diagnostic
from firstwin.output import DOCS, OVERRIDES, content_of, emit_frame, make_folder, write_file
from firstwin.site.build import LICENCES, POLICY, Engine, base_of, licences, policy_header, theme_of
from firstwin.site.check import Checked, checking
from firstwin.site.contents import Contents, is_read, pages_first, reading_of, reading_of_page
from firstwin.site.draft import Draft
from firstwin.site.engine_warnings import TemplateFailedError, as_diagnostics
from firstwin.site.places import Places
from firstwin.site.reading import SITE_MAP, Reading
from firstwin.site.single_pages import SinglePages
from firstwin.site.tidy import tidied_site_map

KEPT: Final = 512
"""How many pages are kept as they were made; of all others only what they say."""


class _KnownFile(Struct, frozen=True):
    """What a file says, of which content that is known, and what the engine said about it.

    `made_of` is what a page was made of: what is made of the same is the same.
    """

    digest: bytes
    reading: Reading
    warnings: tuple[str, ...] = ()
    made_of: Hashable = None


class _Page(Struct, frozen=True):
    """A page as it was made: of what, of which Markdown, and its HTML."""

    made_of: Hashable
    digest: bytes
    html: bytes


@dataclass
class _Made:
    """What was made within one frame. Whoever asks for a page goes before whoever looks through all of them."""

    engine: SinglePages
    copies: Mapping[str, str]
    pages: OrderedDict[str, _Page] = field(default_factory=OrderedDict)
    contents: dict[str, tuple[Hashable, bytes]] = field(default_factory=dict)
    templates: dict[str, bytes] = field(default_factory=dict)
    known: dict[str, _KnownFile] = field(default_factory=dict)
    lock: RLock = field(default_factory=RLock)
    _asking: int = 0
    _change: Condition = field(default_factory=Condition)

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Somebody waits for what is made meanwhile."""
        with self._change:
            self._asking += 1
        try:
            with self.lock:
                yield
        finally:
            with self._change:
                self._asking -= 1
                self._change.notify_all()

    @contextmanager
    def unasked(self) -> Iterator[None]:
        """Nobody waits for what is made meanwhile."""
        with self._change:
            self._change.wait_for(lambda: not self._asking)
        with self.lock:
            yield


class DraftSites:
    """Makes a site of each draft of an edition. What one draft has in common with the one before is kept."""

    def __init__(self) -> None:
        self._last: tuple[Draft, _Made] | None = None

    def site(self, draft: Draft) -> SiteOnDemand:
        """The site of a draft; its frame is written to disk. Raises what `SinglePages` raises."""
        if self._last and self._last[0].places.tree.is_dir() and draft.has_frame_of(self._last[0]):
            made = self._last[1]
        else:
            self._last = None
            emit_frame(draft.places.tree, draft.frame)
            (draft.places.tree / DOCS).mkdir(exist_ok=True)
            engine = SinglePages(draft.places, draft.pages, draft.beside)
            copies = {
                name: path
                for name, path in engine.copies().items()
                if path in draft.beside or f"{OVERRIDES}/{path}" in draft.frame
            }
            made = _Made(engine, copies)
        self._last = draft, made
        return SiteOnDemand(draft, made)


class SiteOnDemand:
    """One site of an edition. Its files may be asked for from several threads."""

    def __init__(self, draft: Draft, made: _Made) -> None:
        self._draft = draft
        self._made = made
        self._base = base_of(draft.url)

    def read(self, name: str) -> bytes | None:
        """A file of the site, or nothing. Raises TemplateFailedError where a template of it fails."""
        if name == POLICY:  # it is of all pages
            return self._policy()
        with self._made.asked():
            return self._file(name)

    def is_folder(self, name: str) -> bool:
        """Whether there are files of the site below a path."""
        return name in self._folders

    @cached_property
    def look(self) -> str:
        """A name for the styles, scripts and pictures of the theme: the same ones have the same name."""
        name = blake2b(digest_size=8)
        for path, content in sorted(self._draft.frame.items()):
            if path.removeprefix(f"{OVERRIDES}/") in self._themes:
                name.update(path.encode() + b"\0" + _digest(content))
        return name.hexdigest()

    def loaded_by(self, name: str) -> bytes:
        """A name for what a page that was read loads of the files beside the pages: the same ones have the same name."""
        files = blake2b(digest_size=8)
        with self._made.asked():
            known = self._made.known.get(name)
            for reference in known.reading.references if known else ():
                path = posixpath.normpath(
                    posixpath.join(posixpath.dirname(name), reference.address)
                )
                if reference.loaded and path in self._draft.beside:
                    files.update(path.encode() + b"\0" + _digest(self._beside(path)))
        return files.digest()

    def findings(self) -> Iterator[list[Diagnostic] | None]:
        """Look at one file after the other: nothing for each, and at last all that is wrong with the site.

        Raises TemplateFailedError where a template of a page fails.
        """
        for step in self._checking():
            if step is None:
                yield None
            else:
                yield [*step.diagnostics, *as_diagnostics(self._warnings(), self._places)]

    @property
    def _places(self) -> Places:
        """Where things lie. It is not held: who holds what holds it goes only when the collector looks."""
        return replace(self._draft.places, lay=self._lay)

    def _file(self, name: str) -> bytes | None:
        made = self._made
        if name in made.engine.pages:
            return self._page(name)
        if name in made.engine.templates:
            return self._template(name) or None
        if name == LICENCES:
            return licences()
        path = made.copies.get(name)
        if path is None:
            return None
        return (
            self._beside(path)
            if path in self._draft.beside
            else self._draft.frame[f"{OVERRIDES}/{path}"]
        )

    def _beside(self, path: str) -> bytes:
        """A file beside the pages, made anew where it is made of something else."""
        made, file = self._made, self._draft.beside[path]
        project = self._draft.places.project
        made_of = file, _state(project / file.source) if file.source else ()
        kept = made.contents.get(path)
        if not kept or kept[0] != made_of:
            kept = made.contents[path] = made_of, content_of(file, project)
        return kept[1]

    def _page(self, name: str) -> bytes:
        made, made_of, kept = self._made, self._made_of(name), self._made.pages.get(name)
        if kept and kept.made_of == made_of:
            made.pages.move_to_end(name)
            return kept.html
        markdown = self._markdown(name)
        digest = _digest(markdown.encode())
        if kept and kept.digest == digest:
            html = kept.html
        else:
            page = made.engine.page(name, markdown)
            html = page.html
            reading = reading_of_page(html, page.content)
            made.known[name] = _KnownFile(digest, reading, page.warnings, made_of)
        made.pages[name] = _Page(made_of, digest, html)
        made.pages.move_to_end(name)
        if len(made.pages) > KEPT:
            made.pages.popitem(last=False)
        return html

    def _made_of(self, name: str) -> Hashable:
        return self._draft.pages[self._made.engine.pages[name]]

    def _markdown(self, name: str) -> str:
        markdown = self._draft.markdown(self._made.engine.pages[name])
        if isinstance(markdown, Diagnostic):
            raise TemplateFailedError(markdown)
        return markdown

    def _template(self, name: str) -> bytes:
        made = self._made
        if name not in made.templates:
            made.templates[name] = made.engine.template(name)
        content = made.templates[name]
        if name != SITE_MAP:
            return content
        return tidied_site_map(content.decode(), self._base, self._draft.places).encode()

    @cached_property
    def _themes(self) -> frozenset[str]:
        """The files of the theme that are published."""
        return frozenset(
            path for path in self._made.copies.values() if path not in self._draft.beside
        )

    @cached_property
    def _folders(self) -> frozenset[str]:
        engine = self._made.engine
        names = (*engine.pages, *self._made.copies)
        return frozenset(
            name[:end] for name in names for end, sign in enumerate(name) if sign == "/"
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        engine = self._made.engine
        with self._made.unasked():
            templates = [name for name in engine.templates if self._file(name) is not None]
        return frozenset((*engine.pages, *self._made.copies, *templates))

    def _checking(self) -> Iterator[Checked | None]:
        """Make every file that is not known yet, read what it says, and look at it."""
        yield from self._look_through()
        contents = Contents(self._names, dict(self._readings()))
        yield from checking(contents, theme_of(Engine.MKDOCS), self._places, self._base)

    def _look_through(self) -> Iterator[None]:
        """Make the pages that are not known yet: those first that were asked for last."""
        made = self._made
        with made.unasked():
            latest = list(reversed(made.pages))
        for name in dict.fromkeys((*latest, *made.engine.pages)):
            with made.unasked():
                known = made.known.get(name)
                if not known or known.made_of != self._made_of(name):
                    self._look_at(name)
            yield

    def _look_at(self, name: str) -> None:
        """Make a page, unless its Markdown is what it was."""
        known = self._made.known.get(name)
        if known and known.digest == _digest(self._markdown(name).encode()):
            self._made.known[name] = replace(known, made_of=self._made_of(name))
        else:
            self._page(name)

    def _readings(self) -> Iterator[tuple[str, Reading]]:
        made, theme = self._made, theme_of(Engine.MKDOCS)
        overrides = self._draft.places.tree / OVERRIDES
        for name in pages_first(self._names):
            if name in made.engine.pages:
                yield name, made.known[name].reading
            elif is_read(name, theme, overrides):
                with made.unasked():
                    content = self._file(name) or b""
                digest = _digest(content)
                known = made.known.get(name)
                if not known or known.digest != digest:
                    known = made.known[name] = _KnownFile(digest, reading_of(name, content))
                yield name, known.reading

    def _warnings(self) -> Iterator[str]:
        made = self._made
        yield from made.engine.warnings
        for name in made.engine.pages:
            yield from made.known[name].warnings

    def _policy(self) -> bytes:
        *_, checked = self._checking()
        return policy_header(checked.policy if checked else "")

    def _lay(self, page: str) -> None:
        """Write a page's Markdown where a person can open it."""
        if page in self._draft.pages:
            with self._made.lock:
                markdown = self._draft.markdown(page)
            path = self._draft.places.tree / DOCS / page
            make_folder(path.parent)
            write_file(path, str(markdown).encode())


def _state(file: Path) -> tuple[int, int]:
    """What changes when a file does."""
    about = file.stat()
    return about.st_mtime_ns, about.st_size


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()
