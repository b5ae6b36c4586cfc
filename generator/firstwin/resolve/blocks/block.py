"""One part of a step.

In: nothing; each kind is built in its own file. Out: the base of all of them.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Block(Struct, frozen=True):
    """One part of a step. Its fields are what its component's macro is given, where a page adds nothing to them."""

    component: ClassVar[str]
    """The component that shows it."""
