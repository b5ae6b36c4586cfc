"""The languages an interface speaks: buttons, the search, everything the pages' engine says by itself.

In: a language tag, and the languages a project's own theme brings along. Out: the language whose words
are shown, if there is one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

FALLBACK_LANGUAGE: Final = "en"

# What Material's own words come in (partials/languages of mkdocs-material 9.8.1).
_LANGUAGES: Final = """
af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr gl he hi hr hu hy id is it
ja ka kn ko ku-IQ lb lt lv mk mn ms my nb nl nn pl pt pt-BR ro ru sa sh si sk sl sq sr
sv ta te th tl tr uk ur uz vi zh zh-Hant zh-TW
"""
LANGUAGES: Final = frozenset(_LANGUAGES.split())


def language_for(tag: str, translations: Collection[str] = ()) -> str | None:
    """The language of the interface for a language tag: itself or its main language."""
    known = {name.lower(): name for name in (*LANGUAGES, *translations)}
    parts = tag.lower().split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[tag] for tag in tags if tag in known), None)
