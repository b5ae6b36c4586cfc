"""Prose as a page's description: plain words, no longer than what search engines show.

In: `Prose`. Out: `str`.
"""

from __future__ import annotations

import textwrap
from typing import Final

from firstwin.text import Prose, inline_html

LONGEST: Final = 160


def described(text: Prose) -> str:
    """The beginning of a text in plain words."""
    return textwrap.shorten(inline_html(text).striptags(), LONGEST, placeholder=" …")
