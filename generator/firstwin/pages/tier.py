"""The overview of a plan: its days as a picture, who does the work, when it is a success.

In: a `TierPlan` and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages import words
from firstwin.pages.cadences import cadence_views
from firstwin.pages.described import described
from firstwin.pages.metrics import metric_view
from firstwin.pages.page import Page
from firstwin.pages.people import own_side, sides
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, tier_chrome
from firstwin.pages.timeline import timeline
from firstwin.pages.urls import Place, checklist_place, guide_place, tier_place, timeline_place
from firstwin.pages.views import FactView, GuideLinksView, LinkView, ListView, TierView
from firstwin.resolve.guide import CriteriaText, Guide, TierPlan

MOST_FACTS = 4


def tier_page(plan: TierPlan, site: SiteMap) -> Page:
    """The overview of a plan."""
    here = tier_place(plan.tier)
    guides = site.guides_of(plan.tier)
    view = TierView(
        title=plan.title,
        summary=plan.summary,
        facts=tuple(_facts(plan))[-MOST_FACTS:],
        timeline=timeline(plan),
        sides=sides(
            plan.roles,
            own_side(plan),
            site.guides.config.company.name,
            guides={
                guide.persona.id: here.to(guide_place(plan.tier, guide.persona.id))
                for guide in guides
            },
        ),
        exchange=tuple(
            ListView(title, items)
            for title, items in ((words.YOU_GET, plan.you_get), (words.YOU_GIVE, plan.you_give))
            if items
        ),
        cadences=cadence_views(plan.cadences, Reader(here, None, site.library)),
        metrics=tuple(metric_view(metric) for metric in plan.metrics),
        criteria=criteria_lists(plan.criteria),
        guides=tuple(_guide(guide, here) for guide in guides),
    )
    return Page(
        here, "tier.md.j2", plan.title, described(plan.summary), tier_chrome(here, plan, site), view
    )


def _guide(guide: Guide, here: Place) -> GuideLinksView:
    tier, persona = guide.tier, guide.persona
    return GuideLinksView(
        words.open_guide(persona.title),
        here.to(guide_place(tier, persona.id)),
        guide.summary,
        (
            LinkView(words.DAY_BY_DAY, here.to(timeline_place(tier, persona.id))),
            LinkView(words.CHECKLIST, here.to(checklist_place(tier, persona.id))),
        ),
    )


def criteria_lists(criteria: CriteriaText) -> tuple[ListView, ...]:
    """Completion criteria, those that are written."""
    return tuple(
        ListView(title, items)
        for title, items in (
            (words.SET_UP, criteria.technical),
            (words.IN_USE, criteria.user),
            (words.WORTH_IT, criteria.value),
        )
        if items
    )


def _facts(plan: TierPlan) -> Iterator[FactView]:
    """The big days in their order, the end, and what it takes: the last of them matter most."""
    big = (milestone for milestone in plan.milestones if milestone.anchor or milestone.first_value)
    for milestone in sorted(big, key=lambda milestone: milestone.day):
        label = words.FIRST_VALUE if milestone.first_value else milestone.title
        yield FactView(label, words.day(milestone.day), strong=True)
    yield FactView(words.ENDS, words.day(plan.duration), strong=True)
    spent = sum(share.minutes for share in plan.roles if share.role.side == own_side(plan).value)
    if spent:
        yield FactView(words.YOUR_SIDE_SPENDS, words.sentence(words.total(spent)), strong=True)
