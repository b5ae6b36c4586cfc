"""The keys that a reader's progress is kept under.

In: ids. Out: `Key`s. A key is a promise to whoever has ticked something: once it was published, it never means
anything else. Keys are spelled and taken apart here and nowhere else; scripts find them in the pages, and keep what
was ticked under them as they are. `docs/keys.md` tells their grammar.
"""

from __future__ import annotations

from typing import Final

PLAYS: Final = "plays"
"""Begins the keys of plays. No tier is called that."""

ANSWERS: Final = "answers"
"""Begins the keys of the answers to conditions. No tier and no entry is called that."""

SHARED: Final = "shared"
"""What a browser calls the part of its memory that belongs to no plan. No tier is called that."""

METRICS: Final = "_metrics"
"""Begins the keys of what is written into worksheets and the value log: a name of ours, which no tier and no entry has."""

DONE: Final = "_done"
VERIFIED: Final = "_verify"
SIGNED: Final = "_signed"
STATUS: Final = "_status"
START: Final = "_start"
DAY: Final = "_day"
COUNTRY: Final = "_country"
SEEN: Final = "_seen"
WON: Final = "_won"
WHY: Final = "_why"
COMPLETE: Final = "_complete"
"""Names of ours. No id begins with an underscore, so nothing an author names has one of these."""


class Key(str):
    """What the progress of one thing is kept under: names joined by slashes, from the outermost."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Its last name: the id of the thing itself, or a name of ours."""
        return self.rpartition("/")[2]

    @property
    def done(self) -> Key:
        """The key of a step's own tick: that all of it is done."""
        return self.below(DONE)

    @property
    def verified(self) -> Key:
        """The key of a tutorial's own tick: that it works."""
        return self.below(VERIFIED)

    @property
    def signed(self) -> Key:
        """The key of a reader's own signature under a step."""
        return self.below(SIGNED)

    @property
    def status(self) -> Key:
        """The key of what a reader says of a step: whom they wait for, or that it does not concern them."""
        return self.below(STATUS)

    @property
    def start(self) -> Key:
        """The key of a plan's start date."""
        return self.below(START)

    @property
    def day(self) -> Key:
        """The key of the date of an anchor, such as go-live."""
        return self.below(DAY)

    @property
    def country(self) -> Key:
        """The key of the country whose holidays count in a plan."""
        return self.below(COUNTRY)

    @property
    def seen(self) -> Key:
        """The key of what a reader saw last of a guide; this is the plan and its persona."""
        return self.below(SEEN)

    @property
    def why(self) -> Key:
        """The key of the reason for what a reader chose: why a test failed, or waits."""
        return self.below(WHY)

    def empty(self, number: int) -> Key:
        """The key of a row of a table that nothing is printed in, by its number among those."""
        return self.below(f"_{number}")

    @property
    def complete(self) -> Key:
        """What the keys of the criteria of a whole plan begin with."""
        return self.below(COMPLETE)

    def below(self, id_: str) -> Key:
        """The key of something in this."""
        return Key(f"{self}/{id_}")


def key_of_plan(tier: str) -> Key:
    """What the keys of a tier's plan begin with; its phases and steps lie below."""
    return Key(tier)


def key_of_play(play: str) -> Key:
    """What the keys of a play begin with; its steps lie below."""
    return Key(PLAYS).below(play)


def key_of_answer(condition: str) -> Key:
    """The key of the answer to a condition's question, once for the whole site."""
    return Key(ANSWERS).below(condition)


def key_of_entry(entry: str) -> Key:
    """What the keys of a tutorial, quiz or document begin with; its actions, questions, or fields and tables lie below."""
    return Key(entry)


def key_of_metric(metric: str) -> Key:
    """What the keys of a metric's worksheet begin with; its inputs lie below."""
    return Key(METRICS).below(metric)


def key_of_wins() -> Key:
    """What the keys of the value log begin with; its rows lie below."""
    return Key(METRICS).below(WON)
