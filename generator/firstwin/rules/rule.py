"""What a rule is.

In: nothing. Out: `Rule`, which each file of this package defines one of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from firstwin.diagnostics import Code, Diagnostic
from firstwin.rules.inspection import Inspection


class Rule(Struct, frozen=True):
    """A code, and what finds the places it is about.

    A rule that says of something that it is missing asks the catalog's `losses` before: it may have been in a faulty
    piece that was left out. One that says of a plan what it says whatever other plans there are, and of all else what it
    says without them, looks at them `plan_by_plan`: again only at those that have changed.
    """

    code: Code
    check: Callable[[Inspection], Iterable[Diagnostic]]
    plan_by_plan: bool = False
    firm: str = ""
    """Why what it finds is an error in every project, and accepted in no place; empty where a project may decide."""
