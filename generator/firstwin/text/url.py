"""Addresses as they stand in a page.

In: nothing; whoever knows an address makes one. Out: `Url`. Plain text is escaped so that no sign of it means anything
to Markdown; an address is HTML's alone.
"""

from __future__ import annotations


class Url(str):
    """A link as it stands in a page: relative to it, or a full address. Empty where there is none."""

    __slots__ = ()
