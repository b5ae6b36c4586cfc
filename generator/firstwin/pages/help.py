"""The help page: whom to ask about what, and what each role means.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from firstwin.models.vocabulary import Side
from firstwin.pages import words
from firstwin.pages.contacts import contact_views
from firstwin.pages.page import Page
from firstwin.pages.people import ORDER, own_side, person, side_title
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.urls import HELP, NOWHERE
from firstwin.pages.views import HelpView, PeopleView
from firstwin.resolve.guide_step import RoleName


def help_page(site: SiteMap) -> Page:
    """The help page."""
    view = HelpView(
        title=words.HELP,
        stuck=site.guides.stuck,
        contacts=contact_views(site.guides.contacts, site.guides.plans),
        sides=_sides(site),
    )
    chrome = site_chrome("help", HELP, words.HELP, site, "contacts")
    return Page(HELP, "help.md.j2", words.HELP, words.HELP_LEDE, chrome, view)


def _sides(site: SiteMap) -> tuple[PeopleView, ...]:
    """Everybody who takes part in a plan of this edition, once."""
    plans = site.guides.plans.values()
    roles: dict[str, RoleName] = {}
    for plan in plans:
        for share in plan.roles:
            roles.setdefault(share.role.id, share.role)
    own = own_side(next(iter(plans))) if plans else Side.CUSTOMER
    return tuple(
        PeopleView(
            side_title(side, own, site.guides.config.company.name),
            tuple(person(role, "", NOWHERE) for role in roles.values() if role.side == side.value),
        )
        for side in ORDER
        if any(role.side == side.value for role in roles.values())
    )
