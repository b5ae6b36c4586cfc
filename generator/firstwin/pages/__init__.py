"""Stage 6, lay out: every page with its place, its view and its links, and the navigation.

In: `Guides`. Out: `Pages`. Everything a template shows is computed here: words, durations, links,
the timeline's columns. Templates only arrange it.
"""
