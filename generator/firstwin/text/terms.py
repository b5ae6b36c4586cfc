"""Terms of a glossary, found in prose where they first occur.

In: the written forms of terms, and prose. Out: the same prose with links. A term is found as a whole word,
as it is written or with a capital at its beginning, the longest first; never in a link or in code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from markupsafe import escape

from firstwin.text.escape import escape_text
from firstwin.text.prose import Prose

# What stands in prose and is no text: code (fenced and in a line), links, tags, entities. A term that
# stands before one of these in the pattern is tried first, so `Q&amp;A` can be a term.
_CODE = r"(?P<ticks>`+).*?(?<!`)(?P=ticks)(?!`)"
_LINK = r"\[(?:`+[^`]*`+|[^\]`])*\]\([^)\s]*\)"
_OTHER = r"<[^>]*>|&#?\w+;"


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms that can be found in prose: one pattern, and the term of each form in small letters."""

    pattern: re.Pattern[str]
    by_form: Mapping[str, str]


def terms(forms: Mapping[str, str]) -> Terms:
    """The terms of a mapping from written forms to the ids of their terms."""
    escaped = {escape_text(form): term for form, term in forms.items() if form.strip()}
    longest_first = sorted(escaped, key=len, reverse=True)
    words = "|".join(map(_word, longest_first)) or r"(?!)"
    found = rf"(?<![\w-])(?P<term>{words})(?!\w|-\w)"
    pattern = re.compile(f"{found}|{_CODE}|{_LINK}|{_OTHER}", re.DOTALL)
    return Terms(pattern, {form.lower(): term for form, term in escaped.items()})


def link_terms(
    text: Prose, known: Terms, seen: Container[str], address: Callable[[str], str]
) -> tuple[Prose, frozenset[str]]:
    """The text with a link at the first occurrence of each term that was not seen before.

    Returned beside it are the terms that are linked in it.
    """
    linked: set[str] = set()

    def link(found: re.Match[str]) -> str:
        written = found["term"]
        term = known.by_form[written.lower()] if written else ""
        if not written or term in seen or term in linked:
            return found[0]
        linked.add(term)
        return f'<a class="fw-term" href="{escape(address(term))}">{written}</a>'

    made = known.pattern.sub(link, text)
    return (Prose(made), frozenset(linked)) if linked else (text, frozenset())


def has_terms(text: Prose, known: Terms) -> bool:
    """Whether any term occurs in a text."""
    return any(found["term"] for found in known.pattern.finditer(text))


def _word(form: str) -> str:
    first = form[:1]
    if not first.islower():
        return re.escape(form)
    return f"[{first}{re.escape(first.upper())}]{re.escape(form[1:])}"
