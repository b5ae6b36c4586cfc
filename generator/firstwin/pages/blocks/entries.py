"""What a reader writes down, each with an id on its page."""

from __future__ import annotations

from firstwin.pages.form import form_of
from firstwin.pages.reader import Reader
from firstwin.pages.views import EntryView
from firstwin.resolve.blocks.entries import Entries
from firstwin.resolve.guide_step import GuideStep


def entries_args(entries: Entries, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The values; nothing where others write them down."""
    if form_of(step, reader) == "seen" or not writes_down(step, reader):
        return {}
    return {
        "entries": tuple(
            EntryView(reader.anchor(step.id, entry.key.name), entry.key, entry.label, entry.hint)
            for entry in entries.entries
        )
    }


def writes_down(step: GuideStep, reader: Reader) -> bool:
    """Whether the values of a step are the reader's to write down: its owner's, or of all who take part where the owner
    has no guide."""
    return reader.role is None or reader.is_me(step.owner) or not step.owner.persona
