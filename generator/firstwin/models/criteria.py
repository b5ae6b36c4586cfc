"""What has to be true: before a phase begins, at its end, when onboarding is over, before work is accepted.

In: the mappings of `criteria`, `ready_when` and `acceptance`. Out: the models of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from firstwin.models.base import Model, ShortForm
from firstwin.models.values import Id, MarkdownLine


class Point(ShortForm):
    """Something that has to be true, to tick. A lone text stands for `{text: ...}`."""

    short: ClassVar[str] = "text"

    text: MarkdownLine
    """What has to be true, in one line: Everyone who needs it can sign in."""
    was: Id | None = None
    """The point's earlier id: what was ticked under it moves here."""


class Criteria(Model):
    """When something counts as complete: set up, in use, and worth it."""

    technical: dict[Id, Point] = Field(default_factory=dict)
    """What is set up and works, by permanent id."""
    user: dict[Id, Point] = Field(default_factory=dict)
    """What people do with it, by permanent id."""
    value: dict[Id, Point] = Field(default_factory=dict)
    """What has come of it, by permanent id."""

    def every(self) -> Iterator[tuple[tuple[str, str], Point]]:
        """All of them, each with the keys that lead to it."""
        for kind, criteria in (
            ("technical", self.technical),
            ("user", self.user),
            ("value", self.value),
        ):
            for id_, criterion in criteria.items():
                yield (kind, id_), criterion


class Acceptance(Model):
    """Another role looks at the work and accepts it, or does not."""

    by: Id
    """The role that accepts."""
    when: dict[Id, Point] = Field(min_length=1)
    """What has to be true for it, by permanent id: whoever leads the step or accepts it ticks each point."""
