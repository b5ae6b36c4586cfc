"""Stage 5, resolve: one `Guide` for each tier and persona of an edition.

In: an `Edition`. Out: `Guides`. Values are filled into texts here, conditions get their labels,
minutes are added up; what a persona's file hides, adjusts and adds is applied. Texts leave this stage
as plain `str` (to be escaped) or as `Prose` (safe Markdown).
"""

from firstwin.resolve.guide import Guides
from firstwin.resolve.resolve import resolve

__all__ = ["Guides", "resolve"]
