"""The faults of an owner's own words, with their permanent codes.

In: nothing. Out: `Code`s.
"""

from __future__ import annotations

from typing import Final

from firstwin.diagnostics import Code, Severity

WORDS_FORM: Final = Code(
    id="FW811",
    severity=Severity.ERROR,
    title="A file of words that cannot be read",
    explanation=(
        "`theme/words/<language>.po` says what the site says by itself, where that should be something "
        "else. It is a PO file, the format of gettext: comments, and entries of `msgctxt`, `msgid` and `msgstr`, each "
        "with a text in quotes. `firstwin words` writes one to begin from; tools such as Poedit write it too."
    ),
    wrong='msgctxt "page"\nmsgid "Help"\nmsgstr "Ask us',
    right='msgctxt "page"\nmsgid "Help"\nmsgstr "Ask us"',
)
WORDS_UNKNOWN: Final = Code(
    id="FW812",
    severity=Severity.WARNING,
    title="Words for something that no page says",
    explanation=(
        "An entry of `theme/words/<language>.po` is known by its `msgctxt` and its `msgid`, which are firstwin's. "
        "Where one of them is misspelt, or where a newer firstwin says something else there, the entry changes nothing. "
        "`firstwin words` adds what is new; take your words over, and delete the entry."
    ),
    wrong='msgctxt "page"\nmsgid "Helpp"\nmsgstr "Ask us"',
    right='msgctxt "page"\nmsgid "Help"\nmsgstr "Ask us"',
)
WORDS_PLACEHOLDER: Final = Code(
    id="FW813",
    severity=Severity.ERROR,
    title="Words with other placeholders",
    explanation=(
        "What stands in braces is filled in: `Phase {number} of {of}`. Your words need the same names, in whatever "
        "order your language wants, and no others. Where a number decides on the form, each form may leave `{number}` "
        "out."
    ),
    wrong='msgctxt "phase"\nmsgid "Phase {number} of {of}"\nmsgstr "Stage {numer} of {of}"',
    right='msgctxt "phase"\nmsgid "Phase {number} of {of}"\nmsgstr "Stage {number} of {of}"',
)
WORDS_PLURAL: Final = Code(
    id="FW814",
    severity=Severity.ERROR,
    title="Words without all their forms",
    explanation=(
        "A language has one form or several for a number: one step, two steps. How many they are, and which is which, "
        "the header says once (`Plural-Forms`); a sentence with a number then has each of them, `msgstr[0]`, "
        "`msgstr[1]` and so on, or none."
    ),
    wrong='msgctxt "phase"\nmsgid "{number} step"\nmsgid_plural "{number} steps"\nmsgstr[0] "{number} thing"\nmsgstr[1] ""',
    right='msgctxt "phase"\nmsgid "{number} step"\nmsgid_plural "{number} steps"\nmsgstr[0] "{number} thing"\nmsgstr[1] "{number} things"',
)
WORDS_UNREAD: Final = Code(
    id="FW815",
    severity=Severity.WARNING,
    title="Words in a language that no page is in",
    explanation=(
        "`theme/words/` has a file for a language, and the site is in another (`language` in `site_config.yml`). Its "
        "name is a language tag: `en.po`, `de.po`, `pt-BR.po`. A file for a language serves all countries in which it "
        "is spoken; of two that fit, the nearer one is read."
    ),
)
WORDS_CODES: Final = (WORDS_FORM, WORDS_UNKNOWN, WORDS_PLACEHOLDER, WORDS_PLURAL, WORDS_UNREAD)
