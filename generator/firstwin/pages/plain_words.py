"""Prose in plain words, for a page's description and for sentences it becomes a part of.

In: `Prose`. Out: `str`.
"""

from __future__ import annotations

import textwrap
from typing import Final

from firstwin.text import Prose, inline_html

LONGEST: Final = 160


def beginning(text: Prose) -> str:
    """The beginning of a text in plain words."""
    return textwrap.shorten(plain(text), LONGEST, placeholder=" …")


def plain(text: Prose) -> str:
    """A text in plain words."""
    return inline_html(text).striptags()
