"""Author text: what it may contain, what is filled into it, and how it reaches a page safely.

In: `Text` and `Markdown` values. Out: plain text with values filled in, or `Prose`: Markdown in one
canonical form in which nothing an author wrote can open a construct. Faults in a text come back as
values with their place in it.
"""

from firstwin.text.prose import Prose

__all__ = ["Prose"]
