"""What is said of a phase or of a plan as a whole.

In: `About`, as it was written. Out: `AboutText`, in the words of the edition.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.plan import About
from firstwin.resolve.blocks.links import lines_of_links
from firstwin.resolve.blocks.remarks import Remark, remarks_of
from firstwin.resolve.blocks.tables import SmallTable, small_tables
from firstwin.resolve.texts import Texts
from firstwin.text import Prose


class AboutText(Struct, frozen=True):
    """What is said of a phase or of a plan as a whole. All of it may be empty."""

    text: Prose
    tables: tuple[SmallTable, ...]
    links: tuple[Prose, ...]
    notes: tuple[Remark, ...]


def about_text(about: About, texts: Texts) -> AboutText:
    """What is said of a phase or of a plan."""
    return AboutText(
        texts.prose(about.text),
        small_tables(about.tables, texts),
        lines_of_links(about.links, texts),
        remarks_of(about.notes, texts),
    )
