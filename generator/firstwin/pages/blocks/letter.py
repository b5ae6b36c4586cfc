"""An email as it is sent, with its head."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.reader import Reader
from firstwin.pages.views import FactView, LetterView
from firstwin.resolve.blocks.letter import Letter
from firstwin.resolve.guide_step import GuideStep


def letter_args(letter: Letter, _step: GuideStep, reader: Reader) -> dict[str, object]:
    """The email."""
    return {"letter": letter_view(letter, reader)}


def letter_view(letter: Letter, reader: Reader) -> LetterView:
    """An email as it is sent."""
    return LetterView(tuple(_head(letter, reader)), letter.body)


def _head(letter: Letter, reader: Reader) -> Iterator[FactView]:
    words = reader.words
    # Translators: At the head of an email.
    yield FactView(words.say("email", "From"), reader.names([letter.sender]))
    # Translators: At the head of an email.
    yield FactView(words.say("email", "To"), reader.names(letter.to))
    if letter.cc:
        # Translators: At the head of an email: who gets a copy.
        yield FactView(words.say("email", "Cc"), reader.names(letter.cc))
    # Translators: At the head of an email.
    yield FactView(words.say("email", "Subject"), letter.subject)
