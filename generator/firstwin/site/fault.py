"""A fault of a built site, apart from where it stands: what a template says wrongly stands on every page.

In: nothing; `links` and `inline` build them. Out: a frozen type, from which `check` makes one diagnostic.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.diagnostics import Code


@dataclass(frozen=True, slots=True)
class SiteFault:
    """What is wrong, and what to do."""

    code: Code
    message: str
    hint: str = ""
