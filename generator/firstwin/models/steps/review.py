"""The type of step `review`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from firstwin.models.mentions import Mention, mentions
from firstwin.models.several import Several
from firstwin.models.step import AgendaPoint
from firstwin.models.steps.content import Content
from firstwin.models.values import Id


class Review(Content):
    """Both sides look at what was reached and decide what comes next."""

    is_attended = True

    type: Literal["review"]
    """The type of step."""
    agenda: Several[AgendaPoint] = ()
    """What is talked about, in order, each with its minutes."""
    metrics: Several[Id] = ()
    """The metrics that are looked at, from `metrics.yml`."""

    def own_mentions(self) -> Iterator[Mention]:
        """What is looked at."""
        yield from mentions("metric", self.metrics, "metrics")
