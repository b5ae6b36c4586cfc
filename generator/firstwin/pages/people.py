"""The people of a plan, side by side.

In: what each role gives to a plan. Out: `PeopleView`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from firstwin.models.vocabulary import Side
from firstwin.pages import words
from firstwin.pages.urls import NOWHERE, Url
from firstwin.pages.views import PeopleView, PersonView
from firstwin.resolve.guide import RoleShare, TierPlan
from firstwin.resolve.guide_step import RoleName

ORDER: Final = (Side.CUSTOMER, Side.VENDOR, Side.PARTNER)


def own_side(plan: TierPlan) -> Side:
    """The side a plan is written for: that of its personas."""
    readers = {share.role.side for share in plan.roles if share.role.persona}
    return next((side for side in ORDER if side.value in readers), Side.CUSTOMER)


def sides(
    shares: Iterable[RoleShare], own: Side, company: str, *, guides: Mapping[str, Url]
) -> tuple[PeopleView, ...]:
    """The people of each side that takes part; the reader's own side first."""
    known = tuple(shares)
    order = sorted(ORDER, key=lambda side: side is not own)
    return tuple(
        PeopleView(
            side_title(side, own, company),
            tuple(
                person(share.role, _share(share, own), guides.get(share.role.id, NOWHERE))
                for share in known
                if share.role.side == side.value
            ),
        )
        for side in order
        if any(share.role.side == side.value for share in known)
    )


def side_title(side: Side, own: Side, company: str) -> str:
    """A side as its reader calls it."""
    if side is own:
        return words.ON_YOUR_SIDE
    return {
        Side.CUSTOMER: words.ON_CUSTOMERS_SIDE,
        Side.PARTNER: words.ON_PARTNERS_SIDE,
        Side.VENDOR: words.on_side_of(company),
    }[side]


def person(role: RoleName, share: str, url: Url) -> PersonView:
    """A role in a list."""
    return PersonView(role.title, role.summary, share, url)


def _share(share: RoleShare, own: Side) -> str:
    """Hours of those who read, days of those who work for them."""
    if share.role.side == own.value:
        return words.short_total(share.minutes) if share.minutes else ""
    return words.day_range(share.days.first, share.days.last) if share.days else ""
