"""Words for messages: the nearest known word, lists in a sentence, ids from titles.

In: a word, and the words that would be right. Out: pieces of messages and hints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from firstwin.models.values import is_id

LONGEST_WORD = 64
NEAR_ENOUGH = 0.65
LONGEST_QUOTATION = 60


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to `word`, if one is near."""
    if len(word) > LONGEST_WORD:
        return None
    by_form = {each.replace("_", "-"): each for each in known}
    simple = word.lower().replace("_", "-").replace(" ", "-")
    found = get_close_matches(simple, by_form, n=1, cutoff=NEAR_ENOUGH)
    return by_form[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint that names the nearest known word; empty where none is near."""
    found = nearest(word, known)
    return f"did you mean `{found}`?" if found else ""


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words in code style as a list in a sentence: `a`, `b` or `c`."""
    *most, final = [f"`{word}`" for word in words]
    return f"{', '.join(most)} {last} {final}" if most else final


def with_article(words: str) -> str:
    """The words with `a` or `an`."""
    return f"{'an' if words[:1] in 'aeiou' else 'a'} {words}"


def short(value: object) -> str:
    """A value as it is quoted in a message: on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_QUOTATION else text[: LONGEST_QUOTATION - 1] + "…"


def slug(text: str) -> str:
    """The id that a text makes, or nothing."""
    made = "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:64].rstrip("-")
    return made if is_id(made) else ""
