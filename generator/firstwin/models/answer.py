"""The answer to a condition, where somebody gives it in a file: for a customer, or for all of a tier.

In: a word. Out: `yes`, `no`, or the id of an option.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import PlainValidator

from firstwin.models.base import fault, written_as
from firstwin.models.values import ID_SCHEMA, read_id
from firstwin.sources.answers import NO, YES

_remarked = re.compile(r"(yes|no) ?(?:[,;(]|[-–—] )")
"""`Yes, from a spreadsheet`, `No (not before May)`."""


def remarked_answer(value: object) -> str:
    """`yes` or `no` where a text begins with it and says more; nothing for another."""
    found = _remarked.match(value.lower()) if isinstance(value, str) else None
    return found[1] if found else ""


def read_answer(value: object) -> str:
    """The answer to a condition. Raises a `fault` for what a program would write for yes or no, and for anything else."""
    word = value.lower() if isinstance(value, str) else ""
    if word in YES | NO:
        meant = "yes" if word in YES else "no"
        if value == meant:
            return meant
        raise fault(
            "id_form",
            f"`{value}` is no answer: a condition without options has yes and no",
            f"write {meant}",
        )
    if remarked := remarked_answer(value):
        message = f"`{str(value)[:80]}` is no answer: it says more than yes or no"
        raise fault("id_form", message, f"write {remarked}")
    return read_id(value)


Answer = Annotated[
    str,
    PlainValidator(read_answer),
    written_as("answer", "`yes`, `no`, or the id of an option.", **ID_SCHEMA),
]
