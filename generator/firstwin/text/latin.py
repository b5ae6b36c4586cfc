"""Latin letters without their marks, as ids and names of files have them.

In: a text. Out: the same with each letter of Latin script in plain letters: `ü` as `ue`, `é` as `e`, `ß` as `ss`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_SPELT: Mapping[str, str] = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "oe",
    "å": "aa",
    "þ": "th",
    "ð": "d",
    "ł": "l",
    "đ": "d",
    "ħ": "h",
    "ŋ": "ng",
    "ĳ": "ij",
    "’": "",
    "'": "",
}
"""Letters that are more than a plain letter with a mark, and the signs within a word, as people write them without."""

_TABLE = str.maketrans(dict(_SPELT))


def plain_latin(text: str) -> str:
    """The text in small letters, those of Latin script without their marks; others stay as they are."""
    composed = unicodedata.normalize("NFC", text.lower())
    apart = unicodedata.normalize("NFKD", composed.translate(_TABLE))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
