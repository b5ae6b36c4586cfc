"""For which side a plan is written.

In: a plan. Out: a `Side`.
"""

from __future__ import annotations

from typing import Final

from firstwin.models.vocabulary import Side
from firstwin.resolve.guide import TierPlan

ORDER: Final = (Side.CUSTOMER, Side.VENDOR, Side.PARTNER)


def own_side(plan: TierPlan) -> Side:
    """The side a plan is written for: that of its personas."""
    readers = {share.role.side for share in plan.roles if share.role.persona}
    return next((side for side in ORDER if side.value in readers), Side.CUSTOMER)
