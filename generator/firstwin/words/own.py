"""What the site's owner says instead of us: `theme/words/<language>.po`.

In: the text of such a file. Out: its `Sentences`, and what is wrong with it, each with its place. A faulty entry is
left out: the site then says what it says without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Code, Diagnostic, Span
from firstwin.words.catalogue import (
    ENGLISH_PLURAL,
    Plural,
    Sentences,
    catalogue_for,
    forms_of,
    is_english,
    nearest,
    plural_of,
    template,
)
from firstwin.words.codes import (
    WORDS_FORM,
    WORDS_PLACEHOLDER,
    WORDS_PLURAL,
    WORDS_UNKNOWN,
    WORDS_UNREAD,
)
from firstwin.words.po import PoEntry, PoFile, PoPlace, read_po
from firstwin.words.words import Key

NUMBER: Final = "number"
"""The placeholder that a form for one number may leave out."""

MOST_FAULTS: Final = 100
"""The faults of one file that are reported: nobody mends more in one go."""

LONGEST: Final = 60
"""How much of a sentence a message quotes."""

PLURAL_EXAMPLE: Final = "Plural-Forms: nplurals=2; plural=(n != 1);"

_braces: Final = re.compile(r"\{([^{}\s]*)\}")


class OwnWords(Struct, frozen=True):
    """What is said in a file, and what is wrong with it. `path` is empty where there is none."""

    sentences: Sentences
    faults: tuple[Diagnostic, ...]
    path: str = ""


def own_words(files: Mapping[str, str], language: str) -> OwnWords:
    """What the owner says in the site's language. `files` are the texts of the files by their paths."""
    by_language = {PurePosixPath(path).stem: path for path in files}
    path = by_language.get(nearest(language, sorted(by_language)))
    unread = tuple(_unread(other, language) for other in files if other != path)
    if not path:
        return OwnWords(Sentences(ENGLISH_PLURAL), unread)
    own = read_own(path, files[path])
    return OwnWords(own.sentences, (*own.faults, *unread), path)


def _unread(path: str, language: str) -> Diagnostic:
    name = PurePosixPath(path)
    # What cannot be the name of a file is no language either, and is told where it stands.
    renamed = "" if "/" in language else f"call it {name.with_name(f'{language}.po')}, or "
    return Diagnostic(
        WORDS_UNREAD,
        f"no page is in the language of {name.name}: the site's is `{language}`",
        Span(path),
        f"{renamed}delete it",
    )


@lru_cache(maxsize=8)
def read_own(path: str, text: str) -> OwnWords:
    """Read one file. Its name is the language it is in."""
    file = read_po(text)
    reader = _Reader(path, text.splitlines(), PurePosixPath(path).stem)
    faults = [
        reader.diagnostic(WORDS_FORM, fault.place, fault.message, fault.hint)
        for fault in file.faults[:MOST_FAULTS]
    ]
    plural, more = reader.plural(file)
    filled: dict[Key, Sequence[str]] = {}
    seen: dict[Key, PoPlace] = {}
    for entry in file.entries:
        if entry.is_header or not entry.is_filled:
            continue
        key = (entry.context, entry.message)
        left = MOST_FAULTS - len(more)
        if left <= 0 and key not in template():
            continue
        found = list(islice(reader.faults(entry, plural, seen.get(key)), max(left, 1)))
        seen.setdefault(key, entry.place)
        if not found:
            filled[key] = forms_of(entry)
        more += found
    return OwnWords(Sentences(plural, filled), (*faults, *more[:MOST_FAULTS]))


class _Reader(Struct, frozen=True):
    """Finds what is wrong with the entries of a file."""

    path: str
    lines: Sequence[str]
    language: str

    def plural(self, file: PoFile) -> tuple[Plural, list[Diagnostic]]:
        """The rule for the forms of a number: the file's own, where we have none for its language."""
        ours = self._our_plural()
        written = file.header.get("Plural-Forms", "")
        declared = plural_of(file.header)
        hint = f"write `Plural-Forms: {ours}`" if ours else f"write it as in `{PLURAL_EXAMPLE}`"
        place = self._place_of("Plural-Forms")
        if written and not declared:
            message = f"the rule for plural forms cannot be read: `{_short(written)}`"
            return ours or ENGLISH_PLURAL, [self.diagnostic(WORDS_PLURAL, place, message, hint)]
        if ours and declared and not ours.agrees_with(declared):
            message = "the rule for plural forms is not that of firstwin's own words"
            return ours, [self.diagnostic(WORDS_PLURAL, place, message, hint)]
        if not (ours or declared) and any(
            entry.plural and entry.is_filled for entry in file.entries
        ):
            message = "the header says no rule for plural forms"
            return ENGLISH_PLURAL, [self.diagnostic(WORDS_PLURAL, PoPlace(1), message, hint)]
        return ours or declared or ENGLISH_PLURAL, []

    def _our_plural(self) -> Plural | None:
        if is_english(self.language):
            return ENGLISH_PLURAL
        ours = catalogue_for(self.language)
        return ours.plural if ours else None

    def faults(
        self, entry: PoEntry, plural: Plural, before: PoPlace | None
    ) -> Iterator[Diagnostic]:
        """What is wrong with an entry. `before` is where the same sentence was translated already."""
        known = template().get((entry.context, entry.message))
        quoted = f"“{_short(entry.message)}”"
        if known is None:
            message = f"no page says {quoted}"
            yield self.diagnostic(WORDS_UNKNOWN, entry.place, message, _meant(entry))
        elif before:
            message = f"{quoted} is said twice, first in line {before.line}"
            yield self.diagnostic(WORDS_FORM, entry.place, message, "keep one of the two")
        elif known.plural:
            yield from self._forms(entry, known, plural)
        else:
            yield from self._placeholders(entry, _names(known.message), frozenset())

    def _forms(self, entry: PoEntry, known: PoEntry, plural: Plural) -> Iterator[Diagnostic]:
        if entry.plural != known.plural:
            message = f"“{_short(entry.message)}” has another form for many"
            hint = f'write `msgid_plural "{known.plural}"`'
            yield self.diagnostic(WORDS_PLURAL, entry.place, message, hint)
            return
        missing = [
            f"msgstr[{form}]"
            for form in range(plural.forms)
            if form >= len(entry.forms) or not entry.forms[form]
        ]
        if missing or len(entry.forms) != plural.forms:
            message = f"“{_short(entry.message)}” needs {plural.forms} forms"
            hint = f"fill in {_listed(missing)}" if missing else "delete those there are too many"
            yield self.diagnostic(WORDS_PLURAL, entry.place, message, hint)
            return
        yield from self._placeholders(entry, _names(known.plural), frozenset({NUMBER}))

    def _placeholders(
        self, entry: PoEntry, wanted: frozenset[str], left_out: frozenset[str]
    ) -> Iterator[Diagnostic]:
        """Placeholders that are not filled in, and those that are missing."""
        shown = [f"{{{name}}}" for name in sorted(wanted)]
        for form, place in zip(entry.forms, entry.places, strict=True):
            found = _names(form)
            for name in sorted(found - wanted):
                near = get_close_matches(name, wanted, n=1)
                hint = f"did you mean `{{{near[0]}}}`?" if near else _hint(shown)
                message = f"nothing is filled in for `{{{name}}}`"
                yield self.diagnostic(
                    WORDS_PLACEHOLDER, self._within(place, f"{{{name}}}"), message, hint
                )
            for name in sorted(wanted - left_out - found) if found <= wanted else ():
                message = f"`{{{name}}}` is missing"
                yield self.diagnostic(WORDS_PLACEHOLDER, place, message, _hint(shown))

    def diagnostic(self, code: Code, place: PoPlace, message: str, hint: str) -> Diagnostic:
        """A fault at a place; what is marked is the rest of its line."""
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        end = max(place.column + 1, len(line.rstrip()) + 1)
        return Diagnostic(
            code, message, Span(self.path, place.line, place.column, place.line, end), hint
        )

    def _place_of(self, text: str) -> PoPlace:
        return next(
            (
                PoPlace(number, line.index(text) + 1)
                for number, line in enumerate(self.lines, start=1)
                if text in line
            ),
            PoPlace(1),
        )

    def _within(self, place: PoPlace, text: str) -> PoPlace:
        """The place of a text in a translation, which may go on over several lines."""
        for number in range(place.line, min(place.line + LONGEST, len(self.lines)) + 1):
            column = self.lines[number - 1].find(text)
            if column >= 0:
                return PoPlace(number, column + 1)
        return place


def _meant(entry: PoEntry) -> str:
    """What an entry that nothing says was probably for."""
    contexts = sorted({context for context, message in template() if message == entry.message})
    if contexts:
        quoted = [f'"{context}"' for context in contexts]
        return f"its `msgctxt` is {_listed(quoted, 'or')}"
    messages = [message for context, message in template() if context == entry.context]
    near = get_close_matches(entry.message, messages, n=1, cutoff=0.7)
    if near:
        return f"did you mean “{_short(near[0])}”?"
    return "delete it; `firstwin words` adds the sentences that pages say"


def _names(sentence: str) -> frozenset[str]:
    return frozenset(_braces.findall(sentence))


def _hint(shown: Sequence[str]) -> str:
    if not shown:
        return "leave it out: nothing is filled in here"
    return f"the sentence needs {_listed([f'`{name}`' for name in shown])}"


def _listed(names: Iterable[str], last: str = "and") -> str:
    *most, final = names
    return f"{', '.join(most)} {last} {final}" if most else final


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
