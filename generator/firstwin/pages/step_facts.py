"""What is said of a step as a whole: by when, how long, who and under which condition on its row, and the rest when it is open.

In: a `GuideStep` and its `Reader`. Out: text, and `FactView`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from firstwin.pages.choices import choice_words
from firstwin.pages.conditions import conditions_listed
from firstwin.pages.efforts import how_long
from firstwin.pages.moments import apart, deadline_of, when
from firstwin.pages.plain_words import plain
from firstwin.pages.reader import Reader
from firstwin.pages.views import FactView
from firstwin.resolve.blocks.letter import Letter
from firstwin.resolve.blocks.raci import RaciBlock
from firstwin.resolve.guide import GuidePhase
from firstwin.resolve.guide_step import GuideStep, RoleName, TakenFrom
from firstwin.words import Words

NAMED: Final = 2
"""So many people are named on the row of a step; more are counted there, and named when it is open."""


def draft_mark(piece: GuideStep | GuidePhase, words: Words) -> Iterator[str]:
    """What stands before all else on a step or phase that is still being written."""
    if piece.draft:
        # Translators: What a step or phase is that is still being written: only the team and its authors see it.
        yield words.say("step", "Draft")


def row_facts(step: GuideStep, reader: Reader) -> Iterator[str]:
    """By when a step is due, and how soon, what it takes, who is in it, and under which condition it applies."""
    words = reader.words
    yield from _by_when(step, words)
    if step.time:
        # Translators: On the row of a step that comes back: which time it is: "Month 5 · 2 of 6 · 30 minutes".
        yield words.say("on a row", "{number} of {of}", number=step.time.number, of=step.time.of)
    if step.minutes:
        yield how_long(step.minutes, words)
    yield _who(step, reader)
    if step.conditions:
        yield conditions_listed(step.conditions, words)
    yield from choice_words(step, words)


def _by_when(step: GuideStep, words: Words) -> Iterator[str]:
    """The day by which a step is due, and how soon; the day is left out where it says the same, and less exactly."""
    limit = step.within
    if not _is_limit_alone(step):
        yield deadline_of(step, words)
    if limit is None:
        return
    if limit.unit == "hour":
        # Translators: How soon a step has to be done, on its row: "within 4 hours".
        yield words.counted(
            "on a row", "within {number} hour", "within {number} hours", limit.number
        )
    else:
        # Translators: How soon a step has to be done, on its row: "within 2 working days".
        yield words.counted(
            "on a row",
            "within {number} working day",
            "within {number} working days",
            limit.number,
        )


def _is_limit_alone(step: GuideStep) -> bool:
    """Whether the days of a step say what its time limit says, and less exactly."""
    days = step.moment.days
    return (
        step.within is not None
        and not step.moment.event
        and step.within.window.offsets == (days.first, days.last)
    )


def _who(step: GuideStep, reader: Reader) -> str:
    words = reader.words
    if reader.role is None:
        return _with(step.owner.title, step, reader)
    if reader.is_me(step.owner):
        # Translators: Who does a step, on its row: the reader. "Day 20 · 1 hour · you".
        return _with(words.say("on a row", "you"), step, reader)
    who = reader.whose(step.owner)
    if step.block(Letter):
        # Translators: From whom an email comes, on the row of its step: "Day 3 · from your success manager".
        return words.say("on a row", "from {who}", who=who)
    # Translators: Who leads a step, on its row: "Day 20 · 1 hour · led by your champion".
    return words.say("on a row", "led by {who}", who=who)


def _with(who: str, step: GuideStep, reader: Reader) -> str:
    """Whoever does a step, and with whom."""
    words, others = reader.words, step.with_
    if not others:
        return who
    if len(others) > NAMED:
        # Translators: Who does a step and with how many others, on its row; {who} is "you", or the title of a role.
        return words.counted(
            "on a row",
            "{who}, with {number} other",
            "{who}, with {number} others",
            len(others),
            who=who,
        )
    names = words.listed([reader.whose(role) for role in others])
    # Translators: Who does a step and with whom, on its row: "you, with your champion".
    return words.say("on a row", "{who}, with {names}", who=who, names=names)


def what_is_told(step: GuideStep, reader: Reader) -> str:
    """The line in the place of a step that the reader is only told of, or may join."""
    summary, words = plain(step.summary), reader.words
    if any(map(reader.is_me, step.may_join)):
        # Translators: Of a meeting or another step of others that the reader may come to.
        may_join = words.say("step", "You may join if you like. Nobody waits for you.")
        return words.paragraph([summary, may_join] if summary else [may_join])
    if not summary:
        # Translators: Of a step of somebody else.
        summary = words.say("step", "You are told how it went.")
    # Translators: Of a step of somebody else; the reader need not do anything.
    no_time = words.say("step", "It takes none of your time.")
    return words.paragraph([summary, no_time])


def facts_of(step: GuideStep, reader: Reader) -> Iterator[FactView]:
    """What its row does not say: when it begins, who else is there, and who is told."""
    words, days = reader.words, step.moment.days
    lasts = days.first < days.last and not step.moment.event
    if step.moment.distance or (lasts and not _is_limit_alone(step)):
        # Translators: Before the days of a step: "When: Days 15–20".
        yield FactView(
            words.say("step", "When"), when(step.moment, words), note=_from_where(step, words)
        )
    others = tuple(_not_on_the_row(step, reader))
    if others:
        # Translators: Before the roles that take part in a step.
        yield FactView(words.say("step", "With"), reader.names(others))
    if step.may_join:
        # Translators: Before the roles that may come to a meeting, and need not.
        yield FactView(words.say("step", "May join"), reader.names(step.may_join))
    if step.informed and not step.block(RaciBlock):
        # Translators: Before the roles that are told how a step went.
        yield FactView(words.say("step", "Kept informed"), reader.names(step.informed))
    if step.takes_over:
        # Translators: Before the role that takes over.
        label = words.say("step", "Hands over to")
        yield FactView(label, reader.names([step.takes_over]))
    if step.taken_from:
        # Translators: Before the plan that a step is from, in a plan that extends that one; the team reads it.
        yield FactView(words.say("step", "From the plan"), _taken_from(step.taken_from, words))


def _taken_from(taken: TakenFrom, words: Words) -> str:
    """From which plan a step is, and what of it this plan has otherwise."""
    if not taken.changed:
        return taken.plan
    keys = words.listed(taken.changed)
    # Translators: Behind the plan that a step is from, for the team: "Enterprise; here otherwise: days and notes". {keys} are
    # the names of keys in a file.
    return words.say("step", "{plan}; here otherwise: {keys}", plan=taken.plan, keys=keys)


def _not_on_the_row(step: GuideStep, reader: Reader) -> Sequence[RoleName]:
    """Those who take part and are not named on the row: many, or whoever is beside the reader where others lead."""
    if reader.role is None or reader.is_me(step.owner):
        return step.with_ if len(step.with_) > NAMED else ()
    return () if all(map(reader.is_me, step.with_)) else step.with_


def _from_where(step: GuideStep, words: Words) -> str:
    """Behind the days of a step: what they count from."""
    if not step.moment.distance:
        return ""
    distance = apart(step.moment.distance, words)
    # Translators: Behind the days of a step: "Days 46–73, weeks 1–4 after “Go live”". The comma is part of it.
    return words.say("behind days", ", {distance}", distance=distance)
