"""Whom to ask, as pages list it.

In: `ContactLine`s. Out: `ContactView`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from firstwin.pages import words
from firstwin.pages.urls import Url
from firstwin.pages.views import ContactView, LinkView
from firstwin.resolve.guide import ContactLine, TierPlan

NO_PLANS: Mapping[str, TierPlan] = MappingProxyType({})


def contact_views(
    contacts: Iterable[ContactLine], plans: Mapping[str, TierPlan] = NO_PLANS
) -> tuple[ContactView, ...]:
    """The views of several contacts. Of `plans`, a contact that has not all says which it has."""
    return tuple(
        ContactView(
            id=contact.id,
            title=contact.title,
            ask_about=contact.ask_about,
            channels=tuple(LinkView(link.title, Url(link.url)) for link in contact.channels),
            responds=contact.responds,
            tiers=_tiers(contact, plans),
        )
        for contact in contacts
    )


def _tiers(contact: ContactLine, plans: Mapping[str, TierPlan]) -> str:
    having = [plan.tier_title for tier, plan in plans.items() if tier in contact.tiers]
    return words.for_plans(having) if 0 < len(having) < len(plans) else ""
