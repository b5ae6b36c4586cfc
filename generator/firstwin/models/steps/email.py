"""The type of step `email`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from firstwin.models.mentions import Mention, mentions
from firstwin.models.several import Several
from firstwin.models.steps.content import Content
from firstwin.models.values import Id, Markdown, Text


class Email(Content):
    """A message one side sends the other."""

    takes_time = False

    type: Literal["email"]
    """The type of step."""
    to: Several[Id] = Field(min_length=1)
    """The roles that receive it. It comes from the step's owner."""
    cc: Several[Id] = ()
    """The roles that get a copy, and need not answer."""
    subject: Text
    """The subject line."""
    body: Markdown
    """The message."""

    @property
    def onlookers(self) -> tuple[str, ...]:
        """Whoever gets a copy is told as well."""
        return (*super().onlookers, *self.cc)

    def mentions(self) -> Iterator[Mention]:
        """Those of every step, and who gets a copy."""
        yield from super().mentions()
        yield from mentions("role", self.cc, "cc")

    def own_mentions(self) -> Iterator[Mention]:
        """Who receives it."""
        yield from mentions("role", self.to, "to")
