"""The overview of a plan: its days as a picture, who does the work, when it is a success.

In: a `TierPlan` and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from firstwin.models.effort import NO_TIME
from firstwin.pages.anchors import anchor
from firstwin.pages.cadences import cadence_views
from firstwin.pages.dates import dates_view
from firstwin.pages.delivery import delivery_links
from firstwin.pages.efforts import in_all
from firstwin.pages.moments import day, milestone_day
from firstwin.pages.page import Page
from firstwin.pages.people import sides
from firstwin.pages.plain_words import beginning
from firstwin.pages.reader import Reader
from firstwin.pages.sides import own_side
from firstwin.pages.sitemap import SiteMap, tier_chrome
from firstwin.pages.timeline import first_win, timeline
from firstwin.pages.titles import guide_of
from firstwin.pages.urls import Place, checklist_place, days_place, guide_place, tier_place
from firstwin.pages.views import FactView, GuideLinksView, LinkView, ListView, TickView, TierView
from firstwin.resolve.blocks.ticks import Tick
from firstwin.resolve.guide import CriteriaText, Guide, TierPlan
from firstwin.words import Words

MOST_FACTS = 4


def tier_page(plan: TierPlan, site: SiteMap) -> Page:
    """The overview of a plan, which leads to its guides."""
    delivery = tuple(delivery_links(plan, tier_place(plan.tier), site))
    return _page(plan, site, site.current_guides_of(plan.tier), delivery)


def plan_in_guides(plan: TierPlan, site: SiteMap) -> Page:
    """The overview as it stands in a guide: it leads to no other."""
    return _page(plan, site)


def _page(
    plan: TierPlan,
    site: SiteMap,
    guides: Sequence[Guide] = (),
    delivery: tuple[LinkView, ...] = (),
) -> Page:
    here = tier_place(plan.tier)
    view = TierView(
        title=plan.title,
        summary=plan.summary,
        facts=tuple(_facts(plan, site.words))[-MOST_FACTS:],
        about=plan.about,
        timeline=timeline(plan, site.words),
        dates=dates_view(plan, site),
        sides=sides(
            plan.roles,
            own_side(plan),
            site,
            guides={
                guide.persona.id: here.to(guide_place(plan.tier, guide.persona.id))
                for guide in guides
            },
        ),
        exchange=tuple(_exchange(plan, site.words)),
        cadences=cadence_views(plan.cadences, Reader(here, None, site)),
        metrics=plan.metrics,
        criteria=criteria_lists(plan.criteria, "page_success", site.words),
        delivery=delivery,
        guides=tuple(_guide(guide, here, site) for guide in guides),
    )
    return Page(
        here, "tier.md.j2", plan.title, beginning(plan.summary), tier_chrome(here, plan, site), view
    )


def _exchange(plan: TierPlan, words: Words) -> Iterator[ListView]:
    """What a plan gives and takes, as far as it is written."""
    if plan.you_get:
        # Translators: Over a list of what a plan brings those who follow it.
        yield ListView(words.say("plan", "You get"), plan.you_get)
    if plan.you_give:
        # Translators: Over a list of what a plan asks of those who follow it.
        yield ListView(words.say("plan", "You give"), plan.you_give)


def _guide(guide: Guide, here: Place, site: SiteMap) -> GuideLinksView:
    tier, persona = guide.tier, guide.persona
    return GuideLinksView(
        guide_of(persona.title, site.words),
        here.to(guide_place(tier, persona.id)),
        guide.summary,
        (
            LinkView(site.titles.days, here.to(days_place(tier, persona.id))),
            LinkView(site.titles.checklist, here.to(checklist_place(tier, persona.id))),
        ),
    )


def criteria_lists(criteria: CriteriaText, within: str, words: Words) -> tuple[ListView, ...]:
    """Completion criteria, those that are written, to tick. `within` is the anchor of what they belong to."""
    return tuple(
        ListView(title, ticks=criterion_ticks(ticks, within))
        for title, ticks in (
            # Translators: Over criteria of completion: what has to be set up.
            (words.say("criteria", "Set up"), criteria.technical),
            # Translators: Over criteria of completion: what people have to use.
            (words.say("criteria", "In use"), criteria.user),
            # Translators: Over criteria of completion: what it has to bring.
            (words.say("criteria", "Worth it"), criteria.value),
        )
        if ticks
    )


def criterion_ticks(ticks: Iterable[Tick], within: str) -> tuple[TickView, ...]:
    """What has to be true, to tick. `within` is the anchor of what it belongs to."""
    return tuple(TickView(anchor(within, tick.key.name), tick.key, tick.text, ()) for tick in ticks)


def _facts(plan: TierPlan, words: Words) -> Iterator[FactView]:
    """The big days in their order, the end, and what it takes: the last of them matter most."""
    big = (milestone for milestone in plan.milestones if milestone.anchor or milestone.first_value)
    for milestone in sorted(big, key=lambda milestone: milestone.day):
        label = first_win(words) if milestone.first_value else milestone.title
        yield FactView(label, milestone_day(milestone, words), strong=True)
    # Translators: Before the last day of a plan.
    yield FactView(words.say("plan", "Onboarding ends"), day(plan.duration, words), strong=True)
    own = (share for share in plan.roles if share.role.side == own_side(plan).value)
    spent = sum((share.minutes for share in own), NO_TIME)
    if spent:
        # Translators: Before the hours that a plan takes all roles on the reader's side.
        label = words.say("plan", "Your side spends")
        yield FactView(label, in_all(spent, words, alone=True), strong=True)
