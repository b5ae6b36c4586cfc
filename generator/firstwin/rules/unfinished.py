"""What is merely unfinished in a plan that somebody still writes.

In: diagnostics. Out: the same, where those that say what is still to come are noted and stop nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from firstwin.diagnostics import Diagnostic, Severity

UNFINISHED: Final = frozenset(
    (
        *("FW127", "FW403", "FW404", "FW405", "FW406", "FW409"),
        *("FW601", "FW604", "FW605", "FW608", "FW639"),
        *("FW701", "FW702", "FW703"),
    )
)
"""What is missing or not used yet: who sees a step, when it is done, a source, a picture, a text, a use."""


def as_draft(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics of a draft."""
    return [
        replace(each, level=Severity.NOTE) if each.code.id in UNFINISHED else each for each in found
    ]
