"""Reads a PO file, the format of gettext that tools for translators write.

In: text. Out: its entries with their lines, and what is wrong with its form. A faulty entry is left out and the rest is
still read. (Babel reads PO as well, for `make words`; here every fault needs its place, and `firstwin check` does not
wait for Babel.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec import Struct

_KEYWORD: Final = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?(?=[\s\"]|$)")
_TEXT: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}

FORM_HINT: Final = 'a line begins with msgctxt, msgid, msgid_plural or msgstr and a text in quotes, as in `msgstr "Hand over"`'


class PoPlace(Struct, frozen=True):
    """A place in the file, counted from 1."""

    line: int
    column: int = 1


class PoFault(Struct, frozen=True):
    """What is wrong at a place, and what to do about it."""

    place: PoPlace
    message: str
    hint: str


class PoEntry(Struct, frozen=True):
    """A sentence with its translation.

    `context` and `message` name it; `plural` is its form for many, empty where no number decides. `forms` are the
    translations, one for each form of the language; an empty one is none. `comments` are those for translators, `sources` the
    files it is said in. `place` is that of the message, `places` are those of the forms.
    """

    context: str
    message: str
    plural: str
    forms: tuple[str, ...]
    comments: tuple[str, ...]
    fuzzy: bool
    place: PoPlace
    places: tuple[PoPlace, ...]
    sources: tuple[str, ...] = ()

    @property
    def is_header(self) -> bool:
        """Whether this is the entry without a message, which tells about the file."""
        return not self.message and not self.context

    @property
    def is_filled(self) -> bool:
        """Whether anything is translated. What a tool only guessed (fuzzy) is not."""
        return any(self.forms) and not self.fuzzy


class PoFile(Struct, frozen=True):
    """The entries of a file, the header among them, and its faults."""

    entries: tuple[PoEntry, ...]
    faults: tuple[PoFault, ...]

    @property
    def header(self) -> Mapping[str, str]:
        """What the header says, by its names."""
        text = next((entry.forms[0] for entry in self.entries if entry.is_header), "")
        lines = (line.partition(":") for line in text.splitlines())
        return {name.strip(): value.strip() for name, colon, value in lines if colon}


def read_po(text: str) -> PoFile:
    """Read the text of a PO file."""
    entries: list[PoEntry] = []
    faults: list[PoFault] = []
    for draft in _drafts(text):
        entry = draft.fault or draft.entry()
        if isinstance(entry, PoFault):
            faults.append(entry)
        elif entry:
            entries.append(entry)
    return PoFile(tuple(entries), tuple(faults))


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are read. `texts` are by keyword: `msgid`, `msgstr[0]`."""

    fuzzy: bool = False
    comments: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, PoPlace] = field(default_factory=dict)
    last: str = ""
    fault: PoFault | None = None

    def begin(self, keyword: str, place: PoPlace) -> None:
        """Begin a text."""
        self.last = keyword
        if keyword in self.texts:
            hint = "put an empty line before each entry"
            self.fault = self.fault or PoFault(place, f"a second `{keyword}` in one entry", hint)
        self.texts.setdefault(keyword, [])
        self.places.setdefault(keyword, place)

    def entry(self) -> PoEntry | PoFault | None:
        """The entry, or what it lacks. Comments alone are none."""
        if not self.texts:
            return None
        first = next(iter(self.places.values()))
        if "msgid" not in self.texts:
            return PoFault(
                first,
                "an entry has no `msgid`",
                "copy it from the file that `firstwin words` writes",
            )
        names = self._forms()
        if not names:
            return PoFault(
                self.places["msgid"],
                "an entry has no `msgstr`",
                'write `msgstr ""` where it says nothing else',
            )
        return PoEntry(
            context=self._text("msgctxt"),
            message=self._text("msgid"),
            plural=self._text("msgid_plural"),
            forms=tuple(self._text(name) for name in names),
            comments=tuple(self.comments),
            fuzzy=self.fuzzy,
            place=self.places["msgid"],
            places=tuple(self.places[name] for name in names),
            sources=tuple(self.sources),
        )

    def _forms(self) -> Sequence[str]:
        """The keywords of the translations, in the order of their numbers."""
        return sorted(name for name in self.texts if name.startswith("msgstr"))

    def _text(self, keyword: str) -> str:
        return "".join(self.texts.get(keyword, ()))


def _drafts(text: str) -> Iterator[_Draft]:
    draft = _Draft()
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or (draft.texts and _begins(draft, line)):
            yield draft
            draft = _Draft()
        if line.startswith("#"):
            draft.fuzzy |= line.startswith("#,") and "fuzzy" in line
            if line.startswith("#."):
                draft.comments.append(line[2:].strip())
            if line.startswith("#:"):
                draft.sources.extend(line[2:].split())
        elif line.strip():
            _add(draft, line, number)
    yield draft


def _begins(draft: _Draft, line: str) -> bool:
    """Whether a line begins another entry."""
    found = _KEYWORD.match(line.strip())
    keyword = found[1] if found else ""
    translated = any(name.startswith("msgstr") for name in draft.texts)
    return line.startswith("#") or (translated and keyword in ("msgctxt", "msgid"))


def _add(draft: _Draft, line: str, number: int) -> None:
    """Add a line that says something to an entry."""
    indent = len(line) - len(line.lstrip())
    rest = line.strip()
    found = _KEYWORD.match(rest)
    if found:
        keyword, form = found.groups()
        name = f"{keyword}[{int(form):02}]" if form else keyword
        draft.begin(name, PoPlace(number, indent + 1))
        rest = rest[found.end() :].lstrip()
    place = PoPlace(number, line.rindex(rest) + 1 if rest else len(line) + 1)
    if draft.fault:
        return
    if not draft.last or not rest:
        draft.fault = PoFault(place, "this is no line of a PO file", FORM_HINT)
        return
    text = _TEXT.fullmatch(rest)
    if not text:
        draft.fault = PoFault(place, "the quotes do not close around the text", _quotes_hint(rest))
        return
    unknown = [sign for sign in _ESCAPE.findall(text[1]) if sign not in _ESCAPES]
    if unknown:
        message = f"`\\{unknown[0]}` stands for nothing"
        draft.fault = PoFault(
            place,
            message,
            "write `\\\\` for a backslash, `\\\"` for a quote and `\\n` for a line's end",
        )
        return
    draft.texts[draft.last].append(_ESCAPE.sub(lambda sign: _ESCAPES[sign[1]], text[1]))


def _quotes_hint(rest: str) -> str:
    inner = rest.removeprefix('"').removesuffix('"')
    if rest.startswith('"') and rest.endswith('"') and '"' in inner:
        return 'write a quote within a text as `\\"`'
    return 'begin and end the text with `"`'
