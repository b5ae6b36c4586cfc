"""What is decided in a step: who decides, who stands in, and what each outcome takes."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.reader import Reader
from firstwin.pages.views import DecisionView, FactView, ListView
from firstwin.resolve.blocks.decision import DecisionBlock
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def decision_args(decision: DecisionBlock, _step: GuideStep, reader: Reader) -> dict[str, object]:
    """The decision in its step."""
    return {"decision": decision_view(decision, reader)}


def decision_view(decision: DecisionBlock, reader: Reader) -> DecisionView:
    """The same, as a page shows it wherever it stands."""
    return DecisionView(
        decision.question,
        tuple(_people(decision, reader)),
        tuple(each for each in _outcomes(decision, reader.words) if each.items),
    )


def _people(decision: DecisionBlock, reader: Reader) -> Iterator[FactView]:
    words = reader.words
    # Translators: Before the role that decides whether something goes on.
    yield FactView(words.say("decision", "Decided by"), reader.names([decision.by]))
    if decision.stand_in:
        # Translators: Before the role that decides where the first one cannot be reached.
        yield FactView(words.say("decision", "Stands in"), reader.names([decision.stand_in]))


def _outcomes(decision: DecisionBlock, words: Words) -> Iterator[ListView]:
    # Translators: Over what has to be true to go on. "Go" as in "go / no-go".
    yield ListView(words.say("decision", "Go, if"), decision.go)
    # Translators: Over what may be open when one goes on all the same.
    yield ListView(words.say("decision", "Go with conditions, if"), decision.conditional)
    # Translators: Over what stops it. "No-go" as in "go / no-go".
    yield ListView(words.say("decision", "No-go, if"), decision.no_go)
