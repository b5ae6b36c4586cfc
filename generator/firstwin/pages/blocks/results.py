"""The short lists of a step, each under its title."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.reader import Reader
from firstwin.pages.views import ListView
from firstwin.resolve.blocks.results import Results
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def results_args(results: Results, _step: GuideStep, reader: Reader) -> dict[str, object]:
    """The lists that are not empty, beside each other."""
    return {"lists": tuple(_lists(results, reader.words))}


def _lists(results: Results, words: Words) -> Iterator[ListView]:
    if results.contents:
        # Translators: Over what a team passes on to the next.
        yield ListView(words.say("step", "What the handoff document says"), results.contents)
    if results.checks:
        # Translators: Over what shows that imported data are complete.
        yield ListView(words.say("step", "How to tell that it arrived whole"), results.checks)
    if results.deliverables:
        # Translators: Over what comes out of a step.
        yield ListView(words.say("step", "The result"), results.deliverables)
