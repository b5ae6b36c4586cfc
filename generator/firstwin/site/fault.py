"""A fault of a built site, apart from where it stands: what a template says wrongly stands on every page.

In: nothing; `links` and `inline` build them. Out: a frozen type, from which `check` makes one diagnostic.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.diagnostics import Code


class SiteFault(Struct, frozen=True):
    """What is wrong, and what to do."""

    code: Code
    message: str
    hint: str = ""
