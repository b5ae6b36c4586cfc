"""The words of a language: our catalogue, and over it what the site's owner says instead.

In: a language tag, and the owner's sentences. Out: `Words`, and which sentences the language lacks. English needs no
catalogue; where a language has none, and its owner brings none, everything is said in English, numbers and days too.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from firstwin.words.po import PoEntry, read_po
from firstwin.words.words import Key, Words

CATALOGUES: Final = Path(__file__).with_name("catalogues")
TEMPLATE: Final = CATALOGUES / "words.pot"
ENGLISH: Final = "en"

_PLURAL_FORMS: Final = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=([^;]++)(?:;\s*)?")
_NUMBERS_TRIED: Final = range(1000)
_breaks: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Plural(Struct, frozen=True):
    """How many forms a language has, and the rule (as PO files write it) that picks one for a number."""

    forms: int
    rule: str

    def agrees_with(self, other: Plural) -> bool:
        """Whether both pick the same form for every number."""
        mine, its = gettext.c2py(self.rule), gettext.c2py(other.rule)
        return self.forms == other.forms and all(mine(n) == its(n) for n in _NUMBERS_TRIED)

    def __str__(self) -> str:
        return f"nplurals={self.forms}; plural={self.rule};"


ENGLISH_PLURAL: Final = Plural(2, "(n != 1)")


class Sentences(Struct, frozen=True):
    """What is said in a language: each sentence with its forms."""

    plural: Plural
    forms: Mapping[Key, Sequence[str]] = field(default_factory=dict)


def words_in(language: str, own: Sentences | None = None) -> Words:
    """What is said in a language; `own` is what the site's owner says instead of ours."""
    ours = catalogue_for(language)
    if not (ours and ours.forms) and not (own and own.forms):
        language = language if is_english(language) else ENGLISH
    plural = (ours or own or Sentences(ENGLISH_PLURAL)).plural
    forms = {**(ours.forms if ours else {}), **(own.forms if own else {})}
    return _words(language, plural.rule, tuple(sorted(forms.items())))


@lru_cache(maxsize=4)
def _words(language: str, plural: str, sentences: tuple[tuple[Key, Sequence[str]], ...]) -> Words:
    """The same words are the same value: whoever keeps something for them keeps it."""
    from firstwin.words.cldr import conventions_of  # noqa: PLC0415 - who says nothing loads no Babel

    conventions = conventions_of(language)
    return Words(conventions, conventions.right_to_left, dict(sentences), plural)


def is_english(language: str) -> bool:
    """Whether a tag is that of some English."""
    return language.lower().split("-")[0] == ENGLISH


def missing_in(language: str, own: Sentences | None = None) -> Sequence[Key]:
    """The sentences that are said in English, because the language has none of its own."""
    if is_english(language):
        return ()
    ours = catalogue_for(language)
    known = {*(ours.forms if ours else ()), *(own.forms if own else ())}
    return [key for key in template() if key not in known]


def languages() -> Sequence[str]:
    """The languages of our catalogues."""
    return sorted(path.stem for path in CATALOGUES.glob("*.po"))


def catalogue_for(language: str) -> Sentences | None:
    """Our catalogue for a tag: of the language as it is spoken there, or of the language alone."""
    name = nearest(language, languages())
    return _catalogue(name) if name else None


def nearest(tag: str, known: Sequence[str]) -> str:
    """The name among `known` that a language tag means: itself, or what is left when its end is cut off.

    A language without a country takes that of any country, which is nearer than English.
    """
    names = {name.lower(): name for name in reversed(known)}
    names = {name.partition("-")[0]: full for name, full in names.items()} | names
    longest = max((name.count("-") + 1 for name in names), default=0)
    parts = tag.lower().split("-")[:longest]
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((names[tag] for tag in tags if tag in names), "")


@cache
def template() -> Mapping[Key, PoEntry]:
    """Every sentence that is said, by its key."""
    entries = read_po(TEMPLATE.read_text("utf-8")).entries
    return {(entry.context, entry.message): entry for entry in entries if not entry.is_header}


@cache
def said_by_scripts() -> Sequence[PoEntry]:
    """The sentences that scripts say: those said in a TypeScript source."""
    return [
        entry
        for entry in template().values()
        if any(source.endswith(".ts") for source in entry.sources)
    ]


@cache
def _catalogue(name: str) -> Sentences:
    file = read_po((CATALOGUES / f"{name}.po").read_text("utf-8"))
    plural = plural_of(file.header)
    if not plural:
        raise ValueError(f"the catalogue of {name} has no rule for its plural forms")
    filled = (entry for entry in file.entries if entry.is_filled and not entry.is_header)
    return Sentences(plural, {(entry.context, entry.message): forms_of(entry) for entry in filled})


def forms_of(entry: PoEntry) -> tuple[str, ...]:
    """What is said instead of a sentence: each form on one line, because it stands in one."""
    return tuple(" ".join(_pieces(form)) for form in entry.forms)


def _pieces(form: str) -> Iterator[str]:
    """The lines of a sentence that say something."""
    return filter(None, map(str.strip, _breaks.split(form)))


def plural_of(header: Mapping[str, str]) -> Plural | None:
    """The rule in a header; None where it has none that can be read."""
    found = _PLURAL_FORMS.fullmatch(header.get("Plural-Forms", "").strip())
    if not found:
        return None
    rule = found[2].strip()
    try:
        picks = gettext.c2py(rule)
        chosen = {picks(number) for number in _NUMBERS_TRIED}
    except (ValueError, ArithmeticError, SyntaxError):  # the last is what Python says to `08`
        return None
    plural = Plural(int(found[1]), rule)
    return plural if chosen <= set(range(plural.forms)) else None
