"""The card that leads to a step's tutorial, quiz or document."""

from __future__ import annotations

from firstwin.pages.reader import Reader
from firstwin.pages.views import CardView
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.guide_step import GuideStep


def card_args(card: Card, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The card; nothing where this edition does not have the page."""
    page = reader.site.library.get(card.entry)
    if not page:
        return {}
    words, title = reader.words, page.title
    if step.type == "tutorial":
        # Translators: A link to a tutorial.
        title = words.say("step", "{title}, action by action", title=title)
    return {
        "card": CardView(words.row(page.kind, page.size), title, reader.link_to_entry(card.entry))
    }
