"""Stage 4, select: the `Catalog` with everything outside one audience removed.

In: a `Catalog` and an audience. Out: an `Edition`. From here on nobody can reach what an edition does
not contain: it is not hidden, it is not there.
"""

from firstwin.select.edition import Edition
from firstwin.select.select import select

__all__ = ["Edition", "select"]
