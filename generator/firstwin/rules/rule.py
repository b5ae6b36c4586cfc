"""What a rule is.

In: nothing. Out: `Rule`, which each file of this package defines one of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from firstwin.diagnostics import Code, Diagnostic
from firstwin.rules.inspection import Inspection


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, and what finds the places it is about.

    A rule `about_absence` says that something is missing. It stays silent on a catalog from which a
    faulty piece was left out, because the piece may have been what is missing.
    """

    code: Code
    check: Callable[[Inspection], Iterable[Diagnostic]]
    about_absence: bool = False
