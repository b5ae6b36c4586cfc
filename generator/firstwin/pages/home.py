"""The home page: two choices, plan and role, lead to one's own guide.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from firstwin.pages import anchors, words
from firstwin.pages.internal import has_internal_pages
from firstwin.pages.page import Chrome, Page
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import HELP, HOME, INTERNAL, PLAYS, guide_place, tier_place
from firstwin.pages.views import HomeView, LinkView, PlanChoiceView, RoleChoiceView, StoneView
from firstwin.resolve.guide import Guide, GuidePhase, TierPlan


def home(site: SiteMap) -> Page:
    """The home page."""
    config = site.guides.config
    plans = site.guides.plans.values()
    view = HomeView(
        title=words.HOME_TITLE,
        lede=words.HOME_LEDE,
        stones=_stones(next(iter(plans))) if plans else (),
        plans=tuple(_choice(plan, site) for plan in plans),
        links=_links(site),
    )
    return Page(HOME, "home.md.j2", config.title, config.description, Chrome("home"), view)


def _stones(plan: TierPlan) -> tuple[StoneView, ...]:
    return tuple(_stone(phase) for phase in plan.phases)


def _stone(phase: GuidePhase) -> StoneView:
    win = any(step.first_value for step in phase.steps)
    label = words.when(phase.moment)
    return StoneView(phase.title, words.with_first_win(label) if win else label, win)


def _choice(plan: TierPlan, site: SiteMap) -> PlanChoiceView:
    return PlanChoiceView(
        id=plan.tier,
        title=plan.tier_title,
        duration=words.days(plan.duration),
        summary=plan.tier_summary,
        in_plan=words.in_tier(plan.tier_title),
        overview=LinkView(words.whole_plan(plan.tier_title), HOME.to(tier_place(plan.tier))),
        roles=tuple(_role(guide) for guide in site.guides_of(plan.tier)),
    )


def _role(guide: Guide) -> RoleChoiceView:
    return RoleChoiceView(
        guide.persona.title,
        HOME.to(guide_place(guide.tier, guide.persona.id)),
        guide.summary,
        words.time_in_all(guide.minutes),
    )


def _links(site: SiteMap) -> tuple[LinkView, ...]:
    links = [LinkView(words.ROLES_LINK, HOME.to(HELP, anchors.ROLES))]
    if site.guides.plays:
        links.append(LinkView(words.PLAYS, HOME.to(PLAYS)))
    if has_internal_pages(site):
        links.append(LinkView(words.FOR_THE_TEAM, HOME.to(INTERNAL)))
    return tuple(links)
