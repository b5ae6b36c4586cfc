"""What a site says by itself, in the language it is in.

In: a language. Out: `Words`, which the caller makes once and hands to those who lay out and render. English stands in
the code, where it is said; the other languages are catalogues that translators write.
"""

from firstwin.words.catalogue import missing_in, said_by_scripts, template, words_in
from firstwin.words.own import OwnWords, own_words
from firstwin.words.words import Value, Words, pieces

__all__ = [
    "OwnWords",
    "Value",
    "Words",
    "missing_in",
    "own_words",
    "pieces",
    "said_by_scripts",
    "template",
    "words_in",
]
