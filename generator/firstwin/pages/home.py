"""The home page: two choices, plan and role, lead to one's own guide.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstwin.models.config import Home
from firstwin.models.effort import Effort
from firstwin.models.values import Audience
from firstwin.models.vocabulary import Side
from firstwin.pages import anchors
from firstwin.pages.efforts import in_all
from firstwin.pages.internal import has_internal_pages, team_contents, team_lede
from firstwin.pages.moments import when
from firstwin.pages.page import Chrome, Page
from firstwin.pages.plays import has_plays_page
from firstwin.pages.sides import own_side
from firstwin.pages.sitemap import SiteMap, own_bar
from firstwin.pages.titles import whole_plan
from firstwin.pages.urls import HELP, HOME, PLAYS, guide_place, tier_place
from firstwin.pages.views import HomeView, LinkView, PlanChoiceView, RoleChoiceView, StoneView
from firstwin.resolve.guide import Guide, GuidePhase, TierPlan
from firstwin.words import Words


def home(site: SiteMap) -> Page:
    """The home page: the reader's choices, and before them, in the team's edition, all that the team has."""
    config = site.guides.config
    plans = _plans(site)
    for_team = has_internal_pages(site)
    has_picture = bool(plans) and config.home.picture and not for_team
    view = HomeView(
        title=(site.titles.team,) if for_team else _title(config.home, site.words),
        lede=team_lede(site.words)
        if for_team
        else config.home.text or _lede(site.words, len(plans)),
        stones=_stones(plans[0], site.words) if has_picture else (),
        contents=tuple(team_contents(HOME, site)) if for_team else (),
        plans=tuple(_choice(plan, site) for plan in plans),
        links=_links(site),
    )
    return Page(HOME, "home.md.j2", config.title, config.description, Chrome("home"), view)


def _plans(site: SiteMap) -> Sequence[TierPlan]:
    """The plans that somebody may begin with; in the edition for partners, their own before those of customers."""
    for_partners = site.guides.audience is Audience.PARTNER
    return sorted(
        site.current_plans(),
        key=lambda plan: for_partners and own_side(plan) is not Side.PARTNER,
    )


def _title(home: Home, words: Words) -> tuple[str, ...]:
    if home.title:
        return (home.title,)
    return (
        # Translators: The first line of the home page's title.
        words.say("home", "Start here."),
        # Translators: The second line of the home page's title. A win is an outcome worth showing.
        words.say("home", "Reach your first win."),
    )


def _lede(words: Words, plans: int) -> str:
    if plans == 1:
        # Translators: On the home page, under its title, where there is one plan.
        return words.say(
            "home",
            "Choose your role. You get a guide with the steps that are yours, in order, each with "
            "a date and a way to know it is done.",
        )
    # Translators: On the home page, under its title.
    return words.say(
        "home",
        "Choose your plan, then your role. You get a guide with the steps that are yours, in "
        "order, each with a date and a way to know it is done.",
    )


def _stones(plan: TierPlan, words: Words) -> tuple[StoneView, ...]:
    return tuple(_stone(phase, words) for phase in plan.phases)


def _stone(phase: GuidePhase, words: Words) -> StoneView:
    win = any(step.first_value for step in phase.steps)
    days = str(when(phase.moment, words))
    if win:
        # Translators: Under the title of the phase that brings the first win; {when} is "Days 46–75".
        days = words.say("home", "{when}, first win", when=days)
    return StoneView(phase.title, days, win)


def _choice(plan: TierPlan, site: SiteMap) -> PlanChoiceView:
    words, title = site.words, plan.tier_title
    return PlanChoiceView(
        id=plan.tier,
        title=title,
        duration=words.days(plan.duration),
        summary=plan.tier_summary,
        # Translators: Behind "Choose your role": the plan that was chosen.
        in_plan=words.say("home", "in {plan}", plan=title),
        overview=LinkView(whole_plan(title, words), HOME.to(tier_place(plan.tier))),
        roles=tuple(_role(guide, words) for guide in site.current_guides_of(plan.tier)),
    )


def _role(guide: Guide, words: Words) -> RoleChoiceView:
    return RoleChoiceView(
        guide.persona.title,
        HOME.to(guide_place(guide.tier, guide.persona.id)),
        guide.summary,
        _in_all(guide.minutes, words),
    )


def _in_all(minutes: Effort, words: Words) -> str:
    """What a guide takes its reader, for the list of guides."""
    if not minutes:
        return ""
    # Translators: What a guide takes its reader: "About 25 hours in all".
    return words.say("home", "{duration} in all", duration=in_all(minutes, words, alone=True))


def _links(site: SiteMap) -> tuple[LinkView, ...]:
    # Translators: A link to what each role does.
    roles = site.words.say("roles", "What each role means")
    links = [LinkView(roles, HOME.to(HELP, anchors.ROLES))]
    if has_plays_page(site.guides) and not has_internal_pages(site):
        links.append(LinkView(site.titles.plays, HOME.to(PLAYS)))
    links += [each.link for each in own_bar(HOME, site)]
    return tuple(links)
