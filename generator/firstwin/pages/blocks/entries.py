"""What a reader writes down, each with an id on its page."""

from __future__ import annotations

from firstwin.pages.form import form_of
from firstwin.pages.reader import Reader
from firstwin.pages.views import EntryView
from firstwin.resolve.blocks.entries import Entries
from firstwin.resolve.guide_step import GuideStep


def entries_args(entries: Entries, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The values; nothing to write down in a milestone of others."""
    if form_of(step, reader) == "seen":
        return {}
    return {
        "entries": tuple(
            EntryView(reader.anchor(step.id, entry.key.name), entry.key, entry.label, entry.hint)
            for entry in entries.entries
        )
    }
