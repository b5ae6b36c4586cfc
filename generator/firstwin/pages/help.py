"""The help page: whom to ask about what, and what each role means.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from firstwin.models.vocabulary import Side
from firstwin.pages import anchors
from firstwin.pages.page import NO_WORDS, Page
from firstwin.pages.people import person, side_title
from firstwin.pages.sides import ORDER, own_side
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.urls import (
    HELP,
    NOWHERE,
    tier_place,
)
from firstwin.pages.views import AskView, HelpView, LinkView, PeopleView
from firstwin.resolve.guide import Guide, TierPlan
from firstwin.resolve.guide_step import RoleName
from firstwin.words import Words

SEVERAL: Final = 2


def help_page(site: SiteMap) -> Page:
    """The help page."""
    view = HelpView(
        title=site.titles.help,
        stuck=site.guides.stuck,
        ask=tuple(_ask(site)),
        sides=_sides(tuple(site.guides.plans.values()), site),
    )
    chrome = site_chrome("help", HELP, site.titles.help, site, "contacts")
    # Translators: What the help page is about, for search engines.
    lede = site.words.say("help", "Whom to ask about what, and how soon an answer comes.")
    return Page(HELP, "help.md.j2", site.titles.help, lede, chrome, view)


def help_in_plan(plan: TierPlan, site: SiteMap) -> Page:
    """The help page for those who follow one plan."""
    ask = AskView(anchors.CONTACTS, _contacts_title(site.words), NO_WORDS, plan.contacts, ())
    view = HelpView(
        title=site.titles.help,
        stuck=plan.stuck or site.guides.stuck,
        ask=(ask,) if plan.contacts else (),
        sides=_sides((plan,), site),
    )
    return replace(help_page(site), view=view)


def help_in_guide(view: HelpView, guide: Guide, site: SiteMap) -> HelpView:
    """The help page of a plan for the reader of one of its guides, whom nobody tells to ask themselves.

    It is the plan's own wherever that says the same.
    """
    plan, reader = site.plan(guide.tier), guide.persona
    is_asked = any(one.role == reader.id for each in view.ask for one in each.contacts)
    if not guide.stuck and not is_asked and reader.side == own_side(plan).value:
        return view
    ask = (
        replace(each, contacts=tuple(one for one in each.contacts if one.role != reader.id))
        for each in view.ask
    )
    return replace(
        view,
        stuck=guide.stuck or view.stuck,
        ask=tuple(each for each in ask if each.contacts),
        sides=_sides((plan,), site, reader.side),
    )


def _ask(site: SiteMap) -> Iterator[AskView]:
    """Whom to ask: plan by plan, where there are several."""
    plans = site.guides.plans
    if len(plans) < SEVERAL:
        contacts = site.guides.contacts
        if contacts:
            yield AskView(anchors.CONTACTS, _contacts_title(site.words), NO_WORDS, contacts, ())
        return
    for tier, plan in plans.items():
        contacts = tuple(
            replace(contact, id=anchors.anchor(tier, contact.id)) for contact in plan.contacts
        )
        # Translators: A link to the guides of a plan.
        open_guide = site.words.say("plan", "Open your guide")
        way = LinkView(open_guide, HELP.to(tier_place(tier), anchors.GUIDES))
        guides = (way,) if site.guides_of(tier) else ()
        anchor = anchors.contacts_anchor(tier, len(plans))
        yield AskView(anchor, plan.tier_title, plan.stuck, contacts, guides)


def _contacts_title(words: Words) -> str:
    """Over whom to ask."""
    # Translators: Over the people whom one asks, each with what to ask them about.
    return words.say("contacts", "Who helps with what")


def _sides(plans: Sequence[TierPlan], site: SiteMap, reader: str = "") -> tuple[PeopleView, ...]:
    """Everybody who takes part in one of these plans, once; the side of the `reader` first, or of whom the first is for."""
    roles: dict[str, RoleName] = {}
    for plan in plans:
        for share in plan.roles:
            roles.setdefault(share.role.id, share.role)
    written_for = own_side(plans[0]) if plans else Side.CUSTOMER
    own = next((side for side in ORDER if side.value == reader), written_for)
    return tuple(
        PeopleView(
            side_title(side, own, site),
            tuple(person(role, "", NOWHERE) for role in roles.values() if role.side == side.value),
        )
        for side in sorted(ORDER, key=lambda side: side is not own)
        if any(role.side == side.value for role in roles.values())
    )
