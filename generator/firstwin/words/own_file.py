"""A file for an owner's own words, to begin from.

In: a language tag, and the text of the file where there is one. Out: text in the form of PO. What an owner has written
stays as it is; only sentences that are missing in the file are added, at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from firstwin.words.catalogue import (
    ENGLISH_PLURAL,
    Plural,
    catalogue_for,
    is_english,
    template,
)
from firstwin.words.po import PoEntry, read_po
from firstwin.words.words import Key

ABOUT: Final = """\
# What your site says by itself. Fill in `msgstr` where it should say something else: where that is empty, it
# says what it says without this file. Leave `msgctxt` and `msgid` as they are, and keep what stands in {braces}.
# `firstwin check` looks it over; `firstwin words` adds what a newer firstwin says.
"""
OURS: Final = "firstwin says:"


def begun(language: str) -> str:
    """A new file, with every sentence."""
    header = "".join(
        f"{line}\\n"
        for line in (
            f"Language: {language.replace('-', '_')}",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: 8bit",
            f"Plural-Forms: {_plural(language)}",
        )
    )
    lines = [f'"{line}\\n"' for line in header.split("\\n") if line]
    first = "\n".join([ABOUT + 'msgid ""', 'msgstr ""', *lines, ""])
    return first + "".join(_entries(language, template()))


def added(language: str, text: str) -> tuple[str, int]:
    """What a file lacks, to be put at its end, and how many sentences that are."""
    known = {(entry.context, entry.message) for entry in read_po(text).entries}
    missing = {key: entry for key, entry in template().items() if key not in known}
    end = "" if text.endswith("\n") or not text else "\n"
    more = "".join(_entries(language, missing))
    return (end + more if more else "", len(missing))


def _plural(language: str) -> Plural:
    if is_english(language):
        return ENGLISH_PLURAL
    ours = catalogue_for(language)
    if ours:
        return ours.plural
    from firstwin.words.cldr import plural_rule  # noqa: PLC0415 - who says nothing loads no Babel

    return Plural(*plural_rule(language))


def _entries(language: str, entries: Mapping[Key, PoEntry]) -> Iterator[str]:
    ours = catalogue_for(language)
    forms = _plural(language).forms
    for key, entry in entries.items():
        own = ours.forms.get(key, ()) if ours else ()
        comments = [f"#. {comment}" for comment in entry.comments]
        comments += [f"#. {OURS} {form}" for form in own]
        texts = [("msgctxt", entry.context), ("msgid", entry.message)]
        if entry.plural:
            texts.append(("msgid_plural", entry.plural))
            texts += [(f"msgstr[{form}]", "") for form in range(forms)]
        else:
            texts.append(("msgstr", ""))
        lines = (f"{keyword} {_quoted(text)}" for keyword, text in texts)
        yield "\n".join(["", *comments, *lines, ""])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
