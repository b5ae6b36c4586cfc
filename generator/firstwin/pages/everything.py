"""The pages of everything, by plan and from A to Z: where search leads a reader without JavaScript.

In: `Find`s and the `SiteMap`. Out: `Page`s: one for the site, which lists its plans with their guides, and one for each
plan with all that is in it, so that no page grows with the number of plans.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from firstwin.pages import anchors
from firstwin.pages.finds import Find, finds_of_site
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, home_link, site_chrome
from firstwin.pages.titles import guide_of, whole_plan
from firstwin.pages.urls import (
    EVERYTHING,
    NOWHERE,
    Place,
    everything_place,
    guide_place,
    tier_place,
)
from firstwin.pages.views import (
    EverythingPlanView,
    EverythingView,
    GuideLinksView,
    IndexGroupView,
    IndexLineView,
    LinkView,
)
from firstwin.resolve.guide import Guide, TierPlan
from firstwin.words import Words


def everything_page(site: SiteMap) -> Page:
    """The page of the site."""
    title = site.titles.everything
    # Translators: Under the title of the page that lists everything there is.
    lede = site.words.say("index", "Every plan with its guides, and all there is besides.")
    view = EverythingView(
        title=title,
        lede=lede,
        plans=tuple(_plan(plan, site) for plan in site.current_plans()),
        groups=_groups(finds_of_site(site), EVERYTHING, site.words),
    )
    chrome = site_chrome("everything", EVERYTHING, title, site)
    return Page(EVERYTHING, "everything.md.j2", title, lede, chrome, view)


def everything_of_plan(plan: TierPlan, finds: Iterable[Find], site: SiteMap) -> Page:
    """The page of a plan, of all that there is to find in it."""
    here, title = everything_place(plan.tier), _title(plan, site.words)
    # Translators: Under the title of the page that lists everything there is in a plan.
    lede = site.words.say("index", "Every step, tutorial and contact of this plan.")
    above = LinkView(site.titles.everything, here.to(EVERYTHING))
    chrome = replace(
        site_chrome("everything", here, title, site),
        back=above,
        trail=(home_link(here, site), above, LinkView(plan.tier_title, NOWHERE)),
        retired=plan.retired,
    )
    view = EverythingView(title, lede, (), _groups(finds, here, site.words))
    return Page(here, "everything.md.j2", title, lede, chrome, view)


def _title(plan: TierPlan, words: Words) -> str:
    # Translators: The page that lists everything there is in a plan, and the link to it.
    return words.say("index", "{plan}, A to Z", plan=plan.tier_title)


def _plan(plan: TierPlan, site: SiteMap) -> EverythingPlanView:
    return EverythingPlanView(
        id=anchors.anchor("page_plan", plan.tier),
        title=plan.tier_title,
        guides=tuple(
            GuideLinksView(
                guide_of(guide.persona.title, site.words),
                EVERYTHING.to(guide_place(plan.tier, guide.persona.id)),
                guide.summary,
                tuple(_phases(guide, site)),
            )
            for guide in site.current_guides_of(plan.tier)
        ),
        links=(
            LinkView(whole_plan(plan.tier_title, site.words), EVERYTHING.to(tier_place(plan.tier))),
            LinkView(_title(plan, site.words), EVERYTHING.to(everything_place(plan.tier))),
        ),
    )


def _phases(guide: Guide, site: SiteMap) -> Iterator[LinkView]:
    places = site.phases_of(guide)
    for phase in guide.phases:
        if phase.id in places:
            yield LinkView(phase.title, EVERYTHING.to(places[phase.id]))


def _groups(finds: Iterable[Find], here: Place, words: Words) -> tuple[IndexGroupView, ...]:
    """The lines of a list from A to Z, under what they begin with."""
    lines = sorted(
        (line for find in finds for line in _lines(find, here, words)),
        key=lambda line: (_compared(line.title), line.context),
    )
    letters = groupby(lines, key=lambda line: _compared(line.title)[:1].upper())
    return tuple(
        IndexGroupView(f"page_letter-{number}", letter, tuple(of_letter))
        for number, (letter, of_letter) in enumerate(letters, start=1)
    )


def _lines(find: Find, here: Place, words: Words) -> Iterator[IndexLineView]:
    """A thing under what it is called, and under whatever else people call it."""
    spot = find.spots[0]
    url = here.to(spot.place, spot.anchor)
    yield IndexLineView(find.title, url, spot.context)
    for name in find.also:
        yield IndexLineView(name, url, words.row(find.title, spot.context))


def _compared(title: str) -> str:
    """A title as a list puts it in order: without accents, case, and signs before its first letter."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    start = next((at for at, sign in enumerate(letters) if sign.isalnum()), 0)
    return letters[start:]
