"""The card that leads to a step's tutorial, quiz or document."""

from __future__ import annotations

from firstwin.models.part import Part
from firstwin.pages.blocks.ticks import what_they_do
from firstwin.pages.efforts import how_long
from firstwin.pages.reader import Reader
from firstwin.pages.views import CardView
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.guide_step import GuideStep
from firstwin.resolve.library_texts import TutorialText


def card_args(card: Card, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The card; nothing where this edition does not have the page."""
    page = reader.site.library.get(card.entry)
    if not page:
        return {}
    words, title = reader.words, page.title
    if step.type == "tutorial":
        # Translators: A link to a tutorial.
        title = words.say("step", "{title}, action by action", title=title)
    return {"card": CardView(_label(card, step, reader), title, reader.link_to_entry(card.entry))}


def _label(card: Card, step: GuideStep, reader: Reader) -> str:
    """What the page is; of a tutorial that somebody else works through, whose it is and how long it takes them."""
    page, entry = reader.site.library[card.entry], reader.site.entries[card.entry]
    of_others = reader.role is not None and step.part is not Part.OWNER
    if not of_others or not isinstance(entry, TutorialText):
        return reader.words.row(page.kind, page.size)
    return reader.words.row(
        what_they_do((step.owner,), reader),
        page.kind,
        page.size,
        how_long(entry.minutes, reader.words),
    )
