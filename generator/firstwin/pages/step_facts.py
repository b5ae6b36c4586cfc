"""What is said of a step as a whole: who leads it and when, and what it takes.

In: a `GuideStep` and its `Reader`. Out: text, and `FactView`s.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.moments import apart, deadline, when
from firstwin.pages.plain_words import plain
from firstwin.pages.reader import Reader, you
from firstwin.pages.views import FactView
from firstwin.resolve.blocks.raci import Raci
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def who_and_when(step: GuideStep, reader: Reader) -> str:
    """The line over a step that somebody else leads and the reader takes part in."""
    words = reader.words
    part = _you_take_part(step.minutes, words)
    return words.paragraph([_led(step, reader), plain(step.summary), part])


def what_is_told(step: GuideStep, reader: Reader) -> str:
    """The line in the place of a step that the reader is only told of."""
    words, summary = reader.words, plain(step.summary)
    if not summary:
        # Translators: Of a step of somebody else.
        summary = words.say("step", "You are told how it went.")
    # Translators: Of a step of somebody else; the reader need not do anything.
    no_time = words.say("step", "It takes none of your time.")
    return words.paragraph([_led(step, reader), summary, no_time])


def who_writes(step: GuideStep, reader: Reader) -> str:
    """The line over an email that comes to the reader."""
    words = reader.words
    # Translators: When an email comes, and from whom: "Day 3, from your success manager."
    comes = words.say(
        "step", "{when}, from {who}.", when=when(step.moment, words), who=reader.whose(step.owner)
    )
    return words.paragraph([comes, plain(step.summary)])


def _led(step: GuideStep, reader: Reader) -> str:
    words = reader.words
    # Translators: When a step of somebody else happens, and who leads it: "Days 3–5, led by your champion."
    return words.say(
        "step",
        "{when}, led by {who}.",
        when=when(step.moment, words),
        who=reader.whose(step.owner),
    )


def _you_take_part(minutes: int, words: Words) -> str:
    if minutes:
        # Translators: Of a step that somebody else leads; {duration} is "45 minutes".
        return words.say("step", "You take part for {duration}.", duration=words.duration(minutes))
    # Translators: Of a step that somebody else leads.
    return words.say("step", "You take part.")


def facts_of(step: GuideStep, reader: Reader) -> Iterator[FactView]:
    """Who leads a step, when it is due, what it takes and who is there."""
    words = reader.words
    # Translators: Before the role that leads a step.
    owner = words.say("step", "Led by")
    if reader.is_me(step.owner):
        yield FactView(owner, you(words), tag=step.owner.title)
    else:
        yield FactView(owner, step.owner.title)
    # Translators: Before the day by which a step is to be done.
    due = words.say("step", "Due")
    note = _from_when(step, words)
    yield FactView(due, deadline(step.moment, words), note=note, strong=True)
    if step.minutes:
        # Translators: Before the time that a step takes.
        takes = words.say("step", "Takes")
        yield FactView(takes, words.duration(step.minutes, alone=True))
    if step.with_:
        # Translators: Before the roles that take part in a step.
        yield FactView(words.say("step", "With"), reader.names(step.with_))
    if step.informed and not step.block(Raci):
        # Translators: Before the roles that are told how a step went.
        yield FactView(words.say("step", "Kept informed"), reader.names(step.informed))
    if step.takes_over:
        # Translators: Before the role that takes over.
        label = words.say("step", "Hands over to")
        yield FactView(label, reader.names([step.takes_over]))


def _from_when(step: GuideStep, words: Words) -> str:
    """Behind a deadline: what it counts from, or when one starts."""
    if step.moment.distance:
        distance = apart(step.moment.distance, words)
        # Translators: Behind a deadline: "Day 73, weeks 1–4 after “Go live”". The comma is part of it.
        return words.say("behind a deadline", ", {distance}", distance=distance)
    days = step.moment.days
    if days.first == days.last:
        return ""
    # Translators: Behind a deadline: "Day 20, start on day 15". The comma is part of it.
    return words.say("behind a deadline", ", start on day {day}", day=days.first)
