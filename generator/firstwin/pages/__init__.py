"""Stage 6, lay out: every page with its place, its view and its links, and the navigation.

In: `Guides`. Out: `Pages`. Everything a template shows is computed here: words, durations, links,
the timeline's columns. Templates only arrange it.
"""

from firstwin.pages.lay_out import lay_out
from firstwin.pages.page import Page, Pages

__all__ = ["Page", "Pages", "lay_out"]
