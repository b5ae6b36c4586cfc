"""What every type of step is, and what is asked of each.

In: the mapping of a step or library entry. Out: `Content`. A type adds its own fields in a file of its own beside this
one, and answers here what only it knows of them: who is in them, how long they take.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from firstwin.models.effort import NO_TIME, UNSAID, Effort
from firstwin.models.item import Item, ItemGroup
from firstwin.models.mentions import Mention, conditions, mentions
from firstwin.models.step import StepFields
from firstwin.models.trouble import roles_in_trouble
from firstwin.models.values import MarkdownLine, Text
from firstwin.sources import KeyPath


class Titled(StepFields):
    """A step with a title of its own."""

    title: Text
    """What to do, as an instruction: Hold the kickoff call."""


class Content(Titled):
    """What a step is about, whichever type it has."""

    has_page: ClassVar[bool] = False
    """Whether it is written in the library alone, where it has a page of its own."""
    is_attended: ClassVar[bool] = False
    """Whether whoever takes part is there in person, or looks back on what was reached."""
    takes_time: ClassVar[bool] = True
    """Whether it takes its people some time where nobody says how much."""

    if TYPE_CHECKING:
        type: str

    @property
    def criterion(self) -> MarkdownLine | None:
        """How everybody can tell that it is done, where that is written in words."""
        return self.done_when

    @property
    def onlookers(self) -> tuple[str, ...]:
        """The roles that hear of it and need not do anything."""
        return (*self.may_join, *self.informed)

    def mentions(self) -> Iterator[Mention]:
        """The roles, metrics and conditions in it."""
        if self.owner:
            yield Mention("role", self.owner, ("owner",))
        yield from mentions("role", self.with_, "with")
        yield from mentions("role", self.may_join, "may_join")
        yield from mentions("role", self.informed, "informed")
        yield from mentions("role", self.sign_off, "sign_off")
        if self.decision:
            yield Mention("role", self.decision.by, ("decision", "by"))
        if self.decision and self.decision.stand_in:
            yield Mention("role", self.decision.stand_in, ("decision", "stand_in"))
        yield from roles_in_trouble(self.escalation, self.rollback)
        if self.raci:
            yield Mention("role", self.raci.accountable, ("raci", "accountable"))
            yield from mentions("role", self.raci.responsible, "raci", "responsible")
            yield from mentions("role", self.raci.consulted, "raci", "consulted")
        if self.acceptance:
            yield Mention("role", self.acceptance.by, ("acceptance", "by"))
        yield from conditions(self.only_if, "only_if")
        for id_, item in self.items.items():
            yield from _of_item(item, ("items", id_))
        yield from self.own_mentions()

    def own_mentions(self) -> Iterator[Mention]:
        """What is mentioned in the fields that only its type has. A role in one of them takes part."""
        yield from ()

    def session_minutes(self, role: str | None = None) -> Effort:  # noqa: ARG002 - of those who have some
        """The minutes of its sessions, where its type has some: those for a role, or all."""
        return NO_TIME

    @property
    def effort(self) -> Effort:
        """How long it takes whoever does it."""
        return self.minutes or self.session_minutes() or (UNSAID if self.takes_time else NO_TIME)


def _of_item(item: Item | ItemGroup, keys: KeyPath) -> Iterator[Mention]:
    yield from conditions(item.only_if, *keys, "only_if")
    if isinstance(item, ItemGroup):
        for id_, inner in item.items.items():
            yield from _of_item(inner, (*keys, "items", id_))
    elif item.owner:
        yield from mentions("role", item.owner, *keys, "owner")
