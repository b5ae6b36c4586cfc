"""What a step says for when it goes wrong: what is tried before, who is told when it stalls, how one goes back.

In: the mappings of `tests`, `escalation` and `rollback`. Out: the models of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from firstwin.models.base import Model
from firstwin.models.mentions import Mention
from firstwin.models.several import Several
from firstwin.models.time_limit import Within
from firstwin.models.values import Id, MarkdownLine


class AcceptanceTest(Model):
    """Something that is tried before the work counts as good. What came of it the reader writes down."""

    scenario: MarkdownLine
    """What is tried, in one line: A colleague signs in from home."""
    expected: MarkdownLine
    """What has to come of it."""
    was: Id | None = None
    """The test's earlier id: what was written down under it moves here."""


class EscalationLevel(Model):
    """Whom to turn to when a step stalls."""

    to: Id
    """The role to turn to."""
    after: Within | None = None
    """How long it has stalled by then: `4 hours`, `2 working days`. Without it, at once."""
    text: MarkdownLine | None = None
    """What this role then does, or what to tell it."""


class Rollback(Model):
    """How one goes back to what was there before."""

    when: Several[MarkdownLine] = Field(min_length=1)
    """What calls for it: The import is not through by six in the evening."""
    by: Id
    """The role that decides it."""
    then: Several[MarkdownLine] = Field(min_length=1)
    """What is done then, in order."""


def roles_in_trouble(
    escalation: Iterable[EscalationLevel], rollback: Rollback | None
) -> Iterator[Mention]:
    """The roles that are named for when it goes wrong. None of them has a part in the step for that alone."""
    for number, level in enumerate(escalation):
        yield Mention("role", level.to, ("escalation", number, "to"))
    if rollback:
        yield Mention("role", rollback.by, ("rollback", "by"))
