"""Terms of a glossary, found in prose where they first occur.

In: the written forms of terms, and prose. Out: the same prose, in which a term is a button that opens what it means. A
term is found as a whole word, as it is written or with a capital at its beginning, the longest first; never in a link, in
code, in what its author made bold, the name of something to press, or in the place of what its reader writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Final

from markupsafe import escape
from msgspec import Struct

from firstwin.text.escape import escape_signs
from firstwin.text.prose import Prose

_TAG: Final = re.compile(r"(<[^<>]*>)")
# Full stops, quotes and brackets that close, as they stand in prose: some of them as entities.
_CLOSING: Final = (
    "(?:[.,:;?)\u2019\u201d\u00bb\u2026\u3001\u3002\uff0c\uff09\u300d]|&(?:#33|#93|quot);)+"
)
_BUTTON: Final = re.compile(rf'(<button class="fw-term"[^<>]*>[^<>]*</button>{_CLOSING})')
_KEEP_THEIR_WORDS: Final = {
    "a": 1,
    "code": 1,
    "strong": 1,
    "span": 1,
    "/a": -1,
    "/code": -1,
    "/strong": -1,
    "/span": -1,
}


class Terms(Struct, frozen=True):
    """Terms that can be found in prose: one pattern, and the term of each form in small letters."""

    pattern: re.Pattern[str]
    by_form: Mapping[str, str]


def terms(forms: Mapping[str, str]) -> Terms:
    """The terms of a mapping from written forms to the ids of their terms."""
    escaped = {escape_signs(form): term for form, term in forms.items() if form.strip()}
    longest_first = sorted(escaped, key=len, reverse=True)
    words = "|".join(map(_word, longest_first)) or r"(?!)"
    # A term is tried before an entity, so `Q&amp;A` can be a term and `amp` is none.
    pattern = re.compile(rf"(?<![\w-])(?P<term>{words})(?!\w|-\w)|&#?\w+;")
    return Terms(pattern, {form.lower(): term for form, term in escaped.items()})


def link_terms(
    text: Prose, known: Terms, seen: Container[str], explained_at: Callable[[str], str]
) -> tuple[Prose, frozenset[str]]:
    """The text with a button at the first occurrence of each term that was not seen before.

    It opens the element with the id that `explained_at` says. Returned beside it are the terms that are linked in it.
    """
    linked: set[str] = set()

    def link(found: re.Match[str]) -> str:
        form = found["term"]
        term = known.by_form[form.lower()] if form else ""
        if not form or term in seen or term in linked:
            return found[0]
        linked.add(term)
        target = escape(explained_at(term))
        return f'<button class="fw-term" type="button" popovertarget="{target}">{form}</button>'

    made = "".join(
        known.pattern.sub(link, piece) if is_words else piece for piece, is_words in _pieces(text)
    )
    return (Prose(_with_its_end(made)), frozenset(linked)) if linked else (text, frozenset())


def _with_its_end(text: str) -> str:
    """A button and the full stop behind it stay on one line: browsers would break it off, as from a picture."""
    return _BUTTON.sub(r'<span class="fw-term-end">\1</span>', text)


def has_terms(text: Prose, known: Terms) -> bool:
    """Whether any term occurs in a text."""
    return any(True for _ in terms_of(text, known))


def terms_of(text: Prose, known: Terms) -> Iterator[str]:
    """The terms that occur in a text, each as often as it does."""
    for piece, is_words in _pieces(text):
        if is_words:
            for found in known.pattern.finditer(piece):
                if found["term"]:
                    yield known.by_form[found["term"].lower()]


def _pieces(text: Prose) -> Iterator[tuple[str, bool]]:
    """Prose taken apart: each piece, and whether it is words in which a term may be found."""
    if "<" not in text:
        yield text, True
        return
    depth = 0
    for piece in _TAG.split(text):
        if piece.startswith("<"):
            depth += _KEEP_THEIR_WORDS.get(piece[1:-1].split(" ", 1)[0], 0)
            yield piece, False
        elif piece:
            yield piece, not depth


def _word(form: str) -> str:
    first = form[:1]
    if not first.islower():
        return re.escape(form)
    return f"[{first}{re.escape(first.upper())}]{re.escape(form[1:])}"
