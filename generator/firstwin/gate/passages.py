"""Everything that somebody wrote, piece by piece: who may read it, and where it stands.

In: `Sources`. Out: `Passage`s. One is a text as it was typed, a name (an id), a picture, or the name of a file. A reference
to a name is none: what a name is to readers its definition says. Comments are for the team, wherever they stand.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from firstwin.diagnostics import Span
from firstwin.gate.readers import (
    EVERYBODY,
    KEYED,
    KEYED_LISTS,
    TEAM,
    WIDTHS,
    DocumentPlace,
    Readership,
    Width,
    said_by,
)
from firstwin.gate.wording import gaps_in
from firstwin.sources import Document, KeyPath, Sources


class PassageKind(Enum):
    """What a passage is."""

    TEXT = "text"
    NAME = "name"
    FILE = "file"
    PICTURE = "picture"


class Passage(Struct, frozen=True):
    """A piece of a document, or of its comments, at `span`. The text of a file or picture is its path in the project.

    `through` is what leads readers to it, where that is not the place it stands in: the id of a role, the name of a value.
    `within` is the name of the thing that a name belongs to: an item's step, a step's plan.
    """

    kind: PassageKind
    text: str
    width: Width
    document: Document
    keys: KeyPath = ()
    through: str = ""
    within: str = ""
    line: int = 0

    @property
    def span(self) -> Span:
        """Where it was written."""
        if self.line:
            return Span(self.document.path, self.line, 1, self.line, 1)
        if self.kind is PassageKind.NAME and self.keys and self.keys[-1] == self.text:
            return self.document.key_span(self.keys)
        return self.document.span(self.keys)


_ID: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_DOCUMENT: Final = re.compile(r"\bdocument:([a-z][a-z0-9]*(?:-[a-z0-9]+)*)")
_COMMENT: Final = re.compile(r"(?:^|\s)#(?!\s*yaml-language-server)(.*)")
_BLANK: Final = re.compile(r"\n\s*\n")
_NAMING: Final = KEYED - {
    "add",
    "adjust",
    "decided",
    "headings",
    "minutes",
    "move",
    "parameters",
    "set",
    "steps",
    "targets",
}
"""Fields whose keys are names of their own, and no references."""

_REFERENCES: Final = frozenset(
    {
        *("owner", "with", "informed", "needs", "sign_off", "accountable", "consulted", "by"),
        *("role", "tiers", "use", "tier", "persona", "hide", "metrics", "plays", "counted_by"),
        *("tell", "stand_in", "kind", "cc", "may_join", "responsible"),
        *("answer", "every", "side", "scalability", "personalisation", "cost", "effectiveness"),
        *("phases", "aftercare", "extends", "decided_by", "of", "step", "part"),
    }
)
"""Fields that hold ids, or words of a fixed choice."""

_NO_TEXT: Final = frozenset(
    {
        *("schema", "type", "audience", "id", "was", "retired", "reviewed", "review_by", "draft"),
        *("day", "days", "week", "weeks", "month", "months", "within", "after", "decided"),
        "at_least",
    }
)
_NOT_OF_READERS: Final = frozenset({"schema", "language", "playbooks", "theme", "writing"})
"""What a configuration says to firstwin alone."""

_VALUES: Final = ("product", "company")
_THROUGH_MENTIONS: Final = frozenset({"conditions", "roles"})
"""Vocabularies whose entries are for those who meet them somewhere else."""


def passages(sources: Sources) -> list[Passage]:
    """Every passage of a project."""
    readers = Readership(sources)
    uses = _Collected(readers)
    entries = {path for path in sources.documents if readers.places[path].is_entry}
    for path, document in sources.documents.items():
        if path not in entries:
            uses.read(document, readers.places[path], readers.of_document(path))
    for name, document in sources.own_pages.items():
        uses.read_page(name, document)
    known: dict[str, Width] | None = None
    while known != uses.uses:  # an entry may lead to documents, and they to others
        known = dict(uses.uses)
        readers.cut_library(known)
        for path in entries:
            uses.read(sources.documents[path], readers.places[path], readers.of_document(path))
    found = _Collected(readers)
    for path, document in sources.documents.items():
        found.read(document, readers.places[path], readers.of_document(path))
    found.read_config(sources.config)
    for name, document in sources.own_pages.items():
        found.read_page(name, document)
    names = {one.text for one in found.passages if one.kind is PassageKind.NAME}
    seen = [
        _reached(one, found)
        for one in found.passages
        if one.kind is not PassageKind.TEXT or one.text not in names  # else it refers to one
    ]
    files = (
        Passage(PassageKind.FILE, path, found.edited_by, document)
        for path, document in (*sources.documents.items(), *_pages(sources))
    )
    others = (*_pictures(sources, seen), *_downloads(sources, seen), *_comments(sources))
    return [*seen, *files, *others]


def _reached(passage: Passage, found: _Collected) -> Passage:
    """A passage for those whom something leads to it."""
    if not passage.through:
        return passage
    return replace(passage, width=min(passage.width, found.reach.get(passage.through, TEAM)))


class _At(Struct, frozen=True):
    """Where in a document one is, and within what. `field` is the field this is the value of, where it is all of it."""

    width: Width
    keys: KeyPath = ()
    field: str = ""
    through: str = ""
    within: str = ""

    @property
    def named(self) -> str:
        """The key it stands at, or the list it is in."""
        return next((key for key in reversed(self.keys) if isinstance(key, str)), "")

    def below(self, key: str, width: Width = EVERYBODY) -> _At:
        """The same for what stands at a field."""
        return replace(self, width=min(self.width, width), keys=(*self.keys, key), field=key)


class _Collected:
    """What was found so far. `reach` tells how far mentions carry a name, and texts a value; `edited_by` who is led to files."""

    def __init__(self, readers: Readership) -> None:
        self.passages: list[Passage] = []
        self.uses: dict[str, Width] = {}
        self.reach: dict[str, Width] = {}
        self.edited_by = TEAM
        self._readers = readers
        self._document = Document("", None, None)
        self._place = DocumentPlace("", "")
        self._refers = True

    def read(self, document: Document, place: DocumentPlace, width: Width) -> None:
        """Read a document of the playbooks."""
        self._document, self._place = document, place
        at = _At(width, within=place.name if place.is_entry else place.tier)
        if place.is_entry:
            self._add(PassageKind.NAME, place.name, _At(width))
        elif place.phase:
            self._add(PassageKind.NAME, place.phase, self._narrowed(at, document.data))
        self._read(document.data, at)

    def read_page(self, name: str, document: Document) -> None:
        """Read an own page."""
        self._document, self._place = document, DocumentPlace("", "")
        self._refers = False
        at = _At(said_by(document.data))
        self._add(PassageKind.NAME, name, replace(at, within="pages"))
        for key, value in document.data.items() if isinstance(document.data, dict) else ():
            if key not in (*_NO_TEXT, "place", "position"):
                if key == "text":  # each heading and paragraph is a text of its own
                    for text in _BLANK.split(value):
                        self._read(text.lstrip("# "), at.below(key))
                else:
                    self._read(value, at.below(key))
        self._refers = True

    def read_config(self, document: Document) -> None:
        """Read the configuration: all of it is for everybody but values nobody asks for, and where it is edited."""
        self._document, self._place = document, DocumentPlace("", "")
        data = document.data if isinstance(document.data, dict) else {}
        for key, value in data.items():
            here = _At(EVERYBODY, (key,))
            if key == "edit":
                self._read_edit(value)
            elif key in _VALUES:
                for name, text in value.items():
                    through = "" if name == "name" else f"{key}.{name}"
                    self._read(text, replace(here, keys=(key, name), through=through))
            elif key not in _NOT_OF_READERS:
                self._read(value, here)

    def _read_edit(self, edit: dict[str, Any]) -> None:
        """Where the project can be edited, by which readers learn the names of its files."""
        self.edited_by = max(WIDTHS.get(each, TEAM) for each in edit.get("editions", ["internal"]))
        address = str(edit.get("url", "")).partition("{")[0]
        self._add(PassageKind.TEXT, address, _At(self.edited_by, ("edit", "url")))

    def _read(self, value: Any, at: _At) -> None:
        if isinstance(value, dict) and at.field in KEYED:
            self._read_keyed(value, at)
        elif isinstance(value, dict):
            self._read_fields(value, at)
        elif isinstance(value, list):
            for position, inner in enumerate(value):
                field = at.field if at.field in KEYED_LISTS else ""
                self._read(inner, replace(at, keys=(*at.keys, position), field=field))
        elif isinstance(value, str):
            self._read_scalar(value, at)

    def _read_keyed(self, value: dict[str, Any], at: _At) -> None:
        """A mapping with ids for keys."""
        for key, inner in value.items():
            below = at.below(key, self._readers.of_key(key, at.field, self._place))
            field = at.field if at.field in KEYED_LISTS else ""
            below = replace(below, field=field, through=self._through(key, at) or at.through)
            if at.field in _NAMING:
                self._add(PassageKind.NAME, key, self._narrowed(below, inner))
            is_group = isinstance(inner, dict) and "items" in inner
            self._read(inner, below if is_group else replace(below, within=key))

    def _narrowed(self, at: _At, value: Any) -> _At:
        """The same for those whom a mapping is for by what it says itself."""
        if not isinstance(value, dict):
            return at
        is_entry = len(at.keys) == 2 and at.keys[0] == self._place.vocabulary
        own = self._readers.of_mapping(value, self._place.vocabulary if is_entry else "")
        return replace(at, width=min(at.width, own))

    def _through(self, key: str, at: _At) -> str:
        """What leads readers to an entry: who is mentioned somewhere, and what a text asks for."""
        if at.field in _THROUGH_MENTIONS and at.field == self._place.vocabulary:
            return key
        return f"set.{key}" if at.field in ("parameters", "set") else ""

    def _read_fields(self, value: dict[str, Any], at: _At) -> None:
        """A mapping with fields: a step, an item, an entry of a vocabulary."""
        at = self._narrowed(at, value)
        if isinstance(used := value.get("use"), str):
            self._use(used, at.width)
            if "id" not in value:
                self._add(PassageKind.NAME, used, at.below("use"))
        for key in ("id", "was"):
            if isinstance(name := value.get(key), str):
                self._add(PassageKind.NAME, name, at.below(key))
        if isinstance(name := value.get("id", used), str) and "steps" not in value:
            at = replace(at, within=name)
        is_parameter = at.through.startswith("set.") and at.keys[-2:-1] == ("parameters",)
        for key, inner in value.items():
            is_text = key == "retired" and isinstance(inner, str)
            if (key in _NO_TEXT and not is_text) or (is_parameter and key == "title"):
                continue
            if "only_if" in at.keys:
                self._mention(key, at.width)
            self._read(inner, at.below(key, self._readers.of_key(key, at.field, self._place)))

    def _read_scalar(self, text: str, at: _At) -> None:
        if at.named == "image":
            folder = posixpath.dirname(self._document.path)
            self._add(PassageKind.PICTURE, posixpath.join(folder, text), at)
        elif "only_if" in at.keys:
            for name in text.split():
                self._mention(name, at.width)
        else:
            for name in (text, *gaps_in(text)):
                self._mention(name, at.width)
            for name in _DOCUMENT.findall(text):
                self._use(name, at.width)
            is_reference = self._refers and at.named in _REFERENCES and _ID.fullmatch(text)
            if any(map(str.isalnum, text)) and not is_reference:
                self._add(PassageKind.TEXT, text, at)

    def _use(self, entry: str, width: Width) -> None:
        self.uses[entry] = max(width, self.uses.get(entry, TEAM))

    def _mention(self, name: str, width: Width) -> None:
        self.reach[name] = max(width, self.reach.get(name, TEAM))

    def _add(self, kind: PassageKind, text: str, at: _At) -> None:
        self.passages.append(
            Passage(kind, text, at.width, self._document, at.keys, at.through, at.within)
        )


def _pictures(sources: Sources, seen: list[Passage]) -> Iterator[Passage]:
    """The pictures and other files beside the playbooks that nobody is shown."""
    shown = {one.text for one in seen if one.kind is PassageKind.PICTURE}
    for path in sorted(sources.assets - shown):
        yield Passage(PassageKind.PICTURE, path, TEAM, Document(path, None, None))


def _downloads(sources: Sources, seen: list[Passage]) -> Iterator[Passage]:
    """The files that texts offer, each for those who read one that links to it."""
    for name in sorted(sources.downloads):
        address = f"file:{name}"
        links = [one.width for one in seen if address == one.text or f"({address})" in one.text]
        path = f"files/{name}"
        width = max(links, default=TEAM)
        yield Passage(PassageKind.PICTURE, path, width, Document(path, None, None))


def _pages(sources: Sources) -> Iterator[tuple[str, Document]]:
    for document in sources.own_pages.values():
        yield document.path, document


def _comments(sources: Sources) -> Iterator[Passage]:
    """What stands behind `#`, lines that follow each other as one text. In the text of an own page it begins a heading."""
    documents = [(each, each.lines) for each in (sources.config, *sources.documents.values())]
    documents += [(each, _without_text(each)) for each in sources.own_pages.values()]
    for document, written in documents:
        lines: list[str] = []
        for number, line in enumerate((*written, ""), start=1):
            if found := _COMMENT.search(line):
                lines.append(found[1])
            elif lines:
                text = " ".join(lines)
                yield Passage(PassageKind.TEXT, text, TEAM, document, line=number - len(lines))
                lines.clear()


def _without_text(page: Document) -> Sequence[str]:
    """The lines of an own page, those of its text empty."""
    if not page.has(("text",)):
        return page.lines
    text = page.span(("text",))
    return [
        "" if text.line <= number <= text.end_line else line
        for number, line in enumerate(page.lines, start=1)
    ]
