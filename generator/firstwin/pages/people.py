"""The people of a plan, side by side.

In: what each role gives to a plan. Out: `PeopleView`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firstwin.models.vocabulary import Side
from firstwin.pages.efforts import in_all_short
from firstwin.pages.moments import day_range
from firstwin.pages.sides import ORDER
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import NOWHERE
from firstwin.pages.views import PeopleView, PersonView
from firstwin.resolve.guide import RoleShare
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Url
from firstwin.words import Words


def sides(
    shares: Iterable[RoleShare], own: Side, site: SiteMap, *, guides: Mapping[str, Url]
) -> tuple[PeopleView, ...]:
    """The people of each side that takes part; the reader's own side first."""
    known = tuple(shares)
    order = sorted(ORDER, key=lambda side: side is not own)
    return tuple(
        PeopleView(
            side_title(side, own, site),
            tuple(
                person(
                    share.role, _share(share, own, site.words), guides.get(share.role.id, NOWHERE)
                )
                for share in known
                if share.role.side == side.value
            ),
        )
        for side in order
        if any(share.role.side == side.value for share in known)
    )


def side_title(side: Side, own: Side, site: SiteMap) -> str:
    """A side as its reader calls it."""
    words = site.words
    if side is own:
        # Translators: Over the roles of those who read.
        return words.say("roles", "On your side")
    match side:
        case Side.CUSTOMER:
            # Translators: Over the roles of the customer, for those who read beside them.
            return words.say("roles", "On the customer’s side")
        case Side.PARTNER:
            # Translators: Over the roles of the partner, who sets things up for the vendor.
            return words.say("roles", "On the partner’s side")
        case Side.VENDOR:
            company = site.guides.config.company.name
            # Translators: Over the roles of the vendor.
            return words.say("roles", "On {company}’s side", company=company)


def person(role: RoleName, share: str, url: Url) -> PersonView:
    """A role in a list."""
    return PersonView(role.title, role.summary, share, url)


def _share(share: RoleShare, own: Side, words: Words) -> str:
    """Hours of those who read, days of those who work for them."""
    if share.role.side == own.value:
        return in_all_short(share.minutes, words)
    return day_range(share.days.first, share.days.last, words) if share.days else ""
