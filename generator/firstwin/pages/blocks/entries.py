"""What a reader writes down, each with an id on its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from firstwin.models.step import InputKind
from firstwin.pages.form import form_of
from firstwin.pages.reader import Reader
from firstwin.pages.views import EntryView
from firstwin.resolve.blocks.entries import Blank, Entries
from firstwin.resolve.guide_step import GuideStep

INPUTS: Final[Mapping[InputKind, str]] = {
    "text": "text",
    "paragraph": "",
    "number": "number",
    "date": "date",
    "email": "email",
    "address": "url",
}
"""The type of input for each kind of value; none where several lines are written."""


def entries_args(entries: Entries, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The values; nothing where others write them down."""
    if form_of(step, reader) == "seen" or not writes_down(step, reader):
        return {}
    return {
        "entries": tuple(
            entry_view(entry, reader.anchor(step.id, entry.key.name)) for entry in entries.entries
        )
    }


def entry_view(entry: Blank, id_: str) -> EntryView:
    """A value to write down, with its id on the page."""
    return EntryView(
        id=id_,
        key=entry.key,
        label=entry.label,
        hint=entry.hint,
        type=INPUTS[entry.kind or "text"],
        options=entry.options,
        required=entry.required,
        section=entry.section,
    )


def writes_down(step: GuideStep, reader: Reader) -> bool:
    """Whether the values of a step are the reader's to write down: its owner's, or of all who take part where the owner
    has no guide."""
    return reader.role is None or reader.is_me(step.owner) or not step.owner.persona
