"""An email as it is sent, with its head."""

from __future__ import annotations

from firstwin.pages.reader import Reader
from firstwin.pages.views import FactView, LetterView
from firstwin.resolve.blocks.letter import Letter
from firstwin.resolve.guide_step import GuideStep


def letter_args(letter: Letter, _step: GuideStep, reader: Reader) -> dict[str, object]:
    """The email."""
    return {"letter": letter_view(letter, reader)}


def letter_view(letter: Letter, reader: Reader) -> LetterView:
    """An email as it is sent."""
    words = reader.words
    return LetterView(
        (
            # Translators: At the head of an email.
            FactView(words.say("email", "From"), reader.names([letter.sender])),
            # Translators: At the head of an email.
            FactView(words.say("email", "To"), reader.names(letter.to)),
            # Translators: At the head of an email.
            FactView(words.say("email", "Subject"), letter.subject),
        ),
        letter.body,
    )
