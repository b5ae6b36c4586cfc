"""The days of a plan whose date a reader may set, and which of them a window moves with.

In: a plan of an edition. Out: `Marks`. A window that counts from a milestone moves with it; where that milestone may not
be set itself, with what it counts from in turn.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from firstwin.dates import START
from firstwin.models.plan import Plan
from firstwin.models.window import Window


class Marks(Struct, frozen=True):
    """`days` are the planned days of what may be set, in the order of the plan's `movable`.

    `anchors` are the windows of the plan's milestones. What counts from none of them counts from the `base`.
    """

    days: Mapping[str, int] = field(default_factory=dict)
    anchors: Mapping[str, Window | None] = field(default_factory=dict)
    base: str = START

    def of(self, window: Window | None, id_: str = "") -> str:
        """What a window moves with; `id_` is whose window it is. Of a mark, itself."""
        if id_ in self.days:
            return id_
        anchor = window.range.anchor if window else None
        return self.of(self.anchors.get(anchor), anchor) if anchor else self.base


def marks_of(plan: Plan) -> Marks:
    """The marks that are left in an edition of a plan."""
    milestones = {step.id: step for step in plan.steps() if step.is_milestone}
    days = {id_: named.day for id_, named in plan.named_days.items()}
    days |= {id_: step.days.last for id_, step in milestones.items() if step.days}
    return Marks(
        {id_: days[id_] for id_ in plan.movable if id_ in days},
        {id_: step.window for id_, step in milestones.items()},
    )
