"""The words of a language.

In: a language tag. Out: `Words`: English ones, until the catalogues are read.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from firstwin.words.words import Words

ENGLISH: Final = "en"
ENGLISH_PLURAL: Final = "n != 1"


@cache
def words_in(_language: str) -> Words:
    """What is said in a language."""
    from firstwin.words.cldr import conventions_of  # noqa: PLC0415 - who says nothing loads no Babel

    conventions = conventions_of(ENGLISH)
    return Words(conventions, conventions.right_to_left, {}, ENGLISH_PLURAL)
