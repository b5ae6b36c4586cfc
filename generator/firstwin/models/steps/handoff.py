"""The type of step `handoff`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from firstwin.models.mentions import Mention
from firstwin.models.several import Several
from firstwin.models.steps.content import Content
from firstwin.models.values import Id, MarkdownLine


class Handoff(Content):
    """Work passes from the owner to another role, with all that was learnt."""

    type: Literal["handoff"]
    """The type of step."""
    to: Id
    """The role that takes over."""
    contents: Several[MarkdownLine] = Field(min_length=1)
    """What the handoff document says, so that nobody is asked twice."""

    def own_mentions(self) -> Iterator[Mention]:
        """Who takes over."""
        yield Mention("role", self.to, ("to",))
