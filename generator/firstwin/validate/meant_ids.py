"""What was meant by a reference that is no id: the role of that title, or the nearest there is.

In: references in the wrong form, and what may be referred to. Out: their diagnostics, whose hints name what is known.
A file is read before it is known what others define, so this is said when all of them are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from firstwin.diagnostics import Diagnostic
from firstwin.models.values import made_id
from firstwin.validate.known import Known, Vocabularies
from firstwin.validate.reference_keys import REFERENCE_KEYS


@dataclass(frozen=True, slots=True)
class Malformed:
    """A reference in the wrong form: the text under a `key`, and what is said of it so far."""

    diagnostic: Diagnostic
    key: str
    text: str


def with_meant(
    found: Iterable[Diagnostic], malformed: Iterable[Malformed], known: Vocabularies
) -> list[Diagnostic]:
    """The diagnostics; those of malformed references say what there is."""
    hints = {
        each.diagnostic: _hint(getattr(known, REFERENCE_KEYS[each.key]), each.text)
        for each in malformed
        if each.key in REFERENCE_KEYS
    }
    return [replace(each, hint=hints[each]) if hints.get(each) else each for each in found]


def _hint(known: Known, text: str) -> str:
    """What to write for a text; nothing where the id it makes is right, or nobody knows."""
    if known.ids is None or made_id(text) in known.ids:
        return ""
    return known.hint(text)
