"""A quick win, with the day by which it is there."""

from __future__ import annotations

from msgspec.structs import replace

from firstwin.dates import number_of
from firstwin.pages.moments import by_then
from firstwin.pages.reader import Reader
from firstwin.pages.urls import NOWHERE
from firstwin.pages.views import WinView
from firstwin.resolve.blocks.win import Win
from firstwin.resolve.guide_step import GuideStep, Moment
from firstwin.text import Url
from firstwin.words import Words


def win_args(win: Win, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The win in its step."""
    words = reader.words
    # Translators: Over the title of the first outcome that is worth something; a quick win is less.
    first = words.say("win", "The first win")
    label = first if step.first_value else quick_win(words)
    view = replace(win_view(win, step.moment, label, NOWHERE, words), flag=step.first_value)
    return {"win": view, "of": reader.anchor(step.id)}


def quick_win(words: Words) -> str:
    """What is said over a quick win."""
    # Translators: Over the title of a small thing that the reader can show to others.
    return words.say("win", "A quick win")


def win_view(win: Win, moment: Moment, label: str, url: Url, words: Words) -> WinView:
    """A quick win, which is there when its step is due."""
    # Translators: By when a quick win is there.
    by = words.say("win", "By day {day}", day=number_of(win.day))
    return WinView(label, win.title, win.text, by_then(by, moment), url)
