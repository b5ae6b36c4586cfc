"""The names that the site and its keys keep for themselves.

In: nothing. Out: what no tier, no phase, and nothing that keys begin with can be called.
"""

from __future__ import annotations

from firstwin.models.keys import ANSWERS, PLAYS

TAKEN_BY_THE_SITE = frozenset(
    {
        *(
            "assets",
            "delivery",
            "documents",
            "everything",
            "files",
            "glossary",
            "help",
            "internal",
            "library",
            "media",
            "metrics",
            "pages",
            "plays",
        ),
        *("quizzes", "search", "tutorials"),
    }
)
"""What no tier can be called: the site's own folders, and that of the library."""

TAKEN_BY_KEYS = frozenset({ANSWERS, PLAYS})
"""What nothing can be called whose keys begin with its id: other keys begin with these."""

TAKEN_BY_A_GUIDE = frozenset({"checklist", "timeline"})
"""What no phase can be called. Other pages of a guide give way to a phase of their name."""

GIVING_WAY = frozenset({"glossary", "help", "metrics", "on-one-page", "plays", "whole-plan"})
"""The other pages of a guide that are ours: each gives way to a phase of its name."""
