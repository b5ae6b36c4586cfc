"""Stage 6, lay out: every page with its place, its view and its links, and the navigation.

In: `Guides`. Out: `Pages`, or a `Layout`, of which each page is laid out when it is asked for. Everything a template shows is computed here: words, durations, links,
the timeline's columns. Templates only arrange it.
"""

from firstwin.pages.lay_out import lay_out, plan_layout
from firstwin.pages.page import Layout, Outline, Page, Pages, PlanSheets, Sheet

__all__ = ["Layout", "Outline", "Page", "Pages", "PlanSheets", "Sheet", "lay_out", "plan_layout"]
