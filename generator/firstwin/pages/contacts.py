"""Whom to ask, as pages list it.

In: `ContactLine`s. Out: `ContactView`s.
"""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.pages.views import ContactView, LinkView
from firstwin.resolve.guide import ContactLine
from firstwin.text import Url
from firstwin.words import Words


def contact_views(contacts: Iterable[ContactLine]) -> tuple[ContactView, ...]:
    """The views of several contacts."""
    return tuple(
        ContactView(
            id=contact.id,
            title=contact.title,
            ask_about=contact.ask_about,
            channels=tuple(LinkView(link.title, Url(link.url)) for link in contact.channels),
            responds=contact.responds,
        )
        for contact in contacts
    )


def contacts_title(words: Words) -> str:
    """Over whom to ask."""
    # Translators: Over the people whom one asks, each with what to ask them about.
    return words.say("contacts", "Who helps with what")
