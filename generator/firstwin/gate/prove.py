"""Look through a site for what is not for its audience.

In: `Sources`, the name of an audience, the folder of a site, and the theme of the engine that built it. Out: a diagnostic
for each passage that the site shows and may not, at the line it was written on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Code, Diagnostic, Span, in_order
from firstwin.gate.canaries import look_for
from firstwin.gate.codes import NAME_SHOWN, PICTURE_SHOWN, TEXT_SHOWN
from firstwin.gate.finder import Canary, Finder, pairs_in
from firstwin.gate.lines import NewLines
from firstwin.gate.own_texts import own_texts, texts_below
from firstwin.gate.passages import Passage, PassageKind, passages
from firstwin.gate.pictures import PictureSearch
from firstwin.gate.readers import PARTNERS, TEAM, WIDTHS
from firstwin.gate.unpacking import Unpacker
from firstwin.gate.wording import Worded, folded, worded, words_of
from firstwin.output import names_below
from firstwin.sources import TEMPLATES, Sources

_HINT: Final = (
    "if a picture, or a file of yours in theme/ or templates/, says it, take it out there; if none does, this is a fault "
    "of firstwin: please report it, and publish nothing of this build"
)
_LONGEST_SHOWN: Final = 60
_FEW_PAGES: Final = 16


def prove(sources: Sources, audience: str, site: Path, theme: Path) -> list[Diagnostic]:
    """What a site for an audience shows that is not for it. `theme` is that of the engine."""
    width = WIDTHS[audience]
    if width == TEAM:
        return []
    written = passages(sources)
    own = sources.root / sources.folders.theme, sources.root / TEMPLATES
    wanted = look_for(
        written,
        width,
        _values(sources),
        own_texts(theme),
        [text for folder in own for text in texts_below(folder)],
    )
    pictures = [one for one in written if one.kind is PassageKind.PICTURE]
    hidden = PictureSearch(
        [one for one in pictures if one.width < width],
        [one for one in pictures if one.width >= width],
        sources.root,
    )
    names = sorted(names_below(site))
    finder = Finder(wanted.canaries, pairs_in(_a_few(site, names)), seen=wanted.seen)
    search = _Search(finder, hidden)
    for name in names:
        content = (site / name).read_bytes()
        if not _is_brought(theme / name, content):
            search.look_at(name, content)
    return in_order(_diagnostic(shown, audience) for shown in search.shown.values())


def _values(sources: Sources) -> dict[str, str]:
    """The values that texts fill in, by their dotted names."""
    data = sources.config.data if isinstance(sources.config.data, dict) else {}
    return {
        f"{about}.{name}": str(value)
        for about in ("product", "company")
        for name, value in data.get(about, {}).items()
    }


class _Shown(Struct, frozen=True):
    """A passage that a site shows, by what it was known (a picture by its bytes), and the files that show it."""

    passage: Passage
    canary: Canary | None
    files: list[str]


class _Search:
    """One search through the files of a site, and what it has `shown` so far."""

    def __init__(self, finder: Finder, pictures: PictureSearch) -> None:
        self.shown: dict[int, _Shown] = {}
        self._finder = finder
        self._pictures = pictures
        self._unpacker = Unpacker()
        self._lines = NewLines()

    def look_at(self, name: str, content: bytes) -> None:
        """Look at the name of a file and at what it holds."""
        own_name = f'href="{name}"'.encode("utf-8", "surrogateescape")
        for layer in chain(
            self._unpacker.layers(own_name), self._unpacker.layers(self._lines.new_in(content))
        ):
            for canary in self._finder.found_in(worded(layer.raw)):
                self._note(canary.passage, canary, name)
            for text in layer.shown:
                for canary in self._finder.found_in(worded(text), names=False):
                    self._note(canary.passage, canary, name)
            for passage in self._pictures.found_in(layer.content):
                self._note(passage, None, name)

    def _note(self, passage: Passage, canary: Canary | None, name: str) -> None:
        files = self.shown.setdefault(id(passage), _Shown(passage, canary, [])).files
        if name not in files:
            files.append(name)


def _diagnostic(shown: _Shown, audience: str) -> Diagnostic:
    passage, first = shown.passage, shown.files[0]
    code, what = _what(passage, shown.canary)
    others = len(shown.files) - 1
    more = f" and {others} more file{'s' if others > 1 else ''}" if others else ""
    whose = "partners" if passage.width == PARTNERS else "the team"
    return Diagnostic(
        code,
        f"the {audience} site holds {what}, which is for {whose} alone: {first}{more}",
        _place(passage, shown.canary),
        _HINT,
    )


def _what(passage: Passage, canary: Canary | None) -> tuple[Code, str]:
    if passage.kind is PassageKind.PICTURE and canary is None:
        return PICTURE_SHOWN, f"the picture `{passage.text}`"
    shown = (canary.exact or " ".join(canary.words)) if canary else passage.text
    if len(shown) > _LONGEST_SHOWN:
        shown = f"{shown[:_LONGEST_SHOWN]}…"
    if canary and canary.exact:
        return NAME_SHOWN, f"`{shown}`"
    return TEXT_SHOWN, f"the words “{shown}”"


def _place(passage: Passage, canary: Canary | None) -> Span:
    """Where a passage was written: of a text of several lines, the line with most of the words that were found."""
    span = passage.span
    lines = passage.document.lines[span.line - 1 : span.end_line]
    if not canary or len(lines) < 2:
        return span
    shared = [len(set(canary.words) & set(words_of(folded(line)))) for line in lines]
    at = shared.index(max(shared))
    number = span.line + at
    return Span(span.path, number, 1, number, len(lines[at]) + 1, span.field)


def _a_few(site: Path, names: Iterable[str]) -> Iterator[Worded]:
    """A few pages of a site."""
    pages = [name for name in names if name.endswith(".html")]
    for name in pages[:: len(pages) // _FEW_PAGES + 1]:
        yield worded((site / name).read_text("utf-8", errors="replace"))


def _is_brought(original: Path, content: bytes) -> bool:
    return original.is_file() and original.read_bytes() == content
