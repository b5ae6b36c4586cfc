"""What was meant by a reference that is no id: the role of that title, or the nearest there is.

In: references in the wrong form, and what may be referred to. Out: their diagnostics, whose hints name what is known.
A file is read before it is known what others define, so this is said when all of them are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from msgspec import Struct, structs

from firstwin.diagnostics import Diagnostic
from firstwin.models.values import made_id
from firstwin.sources import KeyPath
from firstwin.validate.known import Known, Vocabularies
from firstwin.validate.reference_keys import REFERENCE_KEYS
from firstwin.validate.words import listed
from firstwin.validate.written_values import as_entries, one_owner, several_ids

STEP_KEYS = frozenset({"needs", "hide"})
"""The keys under which steps and phases of the same plan are named."""
CONDITION = "only_if"
"""The key under which one condition stands, or a list of them."""
_SEVERAL = 2
_no = re.compile(r"(?i)(?:no|without|unless|if not) (.+)")


class Malformed(Struct, frozen=True):
    """A reference in the wrong form: the text at a `path`, in a list or alone, and what is said of it so far.

    `is_misspelt` tells that its key is another one in the file, and that it is the key of which something is said.
    """

    diagnostic: Diagnostic
    path: KeyPath
    text: str
    is_in_list: bool
    is_misspelt: bool = False

    @property
    def key(self) -> str:
        """The key under which it stands."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def is_one(self) -> bool:
        """Whether no list could stand in its place."""
        return self.path[-1] == self.key != CONDITION

    @property
    def is_on_lines(self) -> bool:
        """Whether it stands on more than one line."""
        span = self.diagnostic.span
        return span.end_line > span.line


def with_meant(
    found: Iterable[Diagnostic],
    malformed: Iterable[Malformed],
    known: Vocabularies,
    plans: Mapping[str, Known],
) -> list[Diagnostic]:
    """The diagnostics; those of malformed references say what there is. `plans` are the steps and phases by file."""
    hints: dict[Diagnostic, str] = {}
    for each in malformed:
        if each.key != CONDITION and CONDITION in each.path:
            hints[each.diagnostic] = known.hint_for_option(each.key, each.text)
        elif each.key in REFERENCE_KEYS:
            hints[each.diagnostic] = _hint(getattr(known, REFERENCE_KEYS[each.key]), each)
        elif each.key in STEP_KEYS and each.diagnostic.span.path in plans:
            hints[each.diagnostic] = _hint(plans[each.diagnostic.span.path], each)
    return [replace(each, hint=hints[each]) if hints.get(each) else each for each in found]


def _hint(known: Known, malformed: Malformed) -> str:
    """What to write for a text; nothing where the ids it makes are right, or nobody knows."""
    text = malformed.text
    if len(malformed.path) == 1:
        known = structs.replace(known, left_out=())  # what it makes is left out because of it
    if malformed.key == CONDITION and (negated := _negated(text, known)):
        return f"write not {negated}"
    if malformed.key == CONDITION:
        malformed = structs.replace(malformed, text=text.removeprefix("not "))
    if known.ids is None or made_id(malformed.text) in known.ids:
        return ""
    made = several_ids(malformed.text)
    if len(made) < _SEVERAL and text == malformed.text:
        made = known.in_a_row(malformed.text)
    if len(made) >= _SEVERAL and not known.meant([made_id(malformed.text)]):
        several = _several(known, made, malformed)
        return (
            f"did you mean `{malformed.key}`? Then {several}" if malformed.is_misspelt else several
        )
    if malformed.is_misspelt:
        return known.hint_under(malformed.key, malformed.text)
    return known.hint(malformed.text)


def _negated(text: str, known: Known) -> str:
    """The condition that is not to hold, in other words: `no old-messages`. Nothing for any other text."""
    found = _no.fullmatch(text)
    return next(iter(known.meant([made_id(found[1])])), "") if found else ""


def _several(known: Known, made: Sequence[str], malformed: Malformed) -> str:
    """What to write for several ids in one text. None is named that is not there."""
    ids = [id_ for word in made for id_ in known.meant([word])]
    if malformed.key == "owner" and ids:
        return one_owner(ids)
    if malformed.is_one and ids:
        return f"only one can stand here: write {listed(ids)}"
    unknown = [word for word in made if not known.meant([word])]
    on_lines = malformed.is_in_list or malformed.is_on_lines
    advice = [as_entries(ids, is_in_list=on_lines)] if ids else []
    if unknown:
        advice.append(f"there is no {known.noun} `{unknown[0]}`: {known.hint(unknown[0])}")
    return "; ".join(advice)
