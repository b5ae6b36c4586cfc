"""`Prose`: Markdown that is safe to place in a page.

In: author Markdown of the stated dialect, and the values its `{{ product.name }}` fill in. Out:
`Prose` in a canonical form: every character that could open a construct is an entity, except those
of the constructs the author wrote and the dialect allows.
"""

from __future__ import annotations


class Prose(str):
    """Canonical, escaped Markdown. Empty where the author wrote nothing."""

    __slots__ = ()
