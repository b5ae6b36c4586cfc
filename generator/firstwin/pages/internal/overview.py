"""The way to everything the vendor's team has.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages import words
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import (
    COVERAGE,
    ECONOMICS,
    EMAILS,
    FAILURES,
    INTERNAL,
    METHODS,
    PLAYS,
    team_plan_place,
    team_weeks_place,
)
from firstwin.pages.views import ContentsLineView, ContentsView, TeamView


def overview_page(site: SiteMap) -> Page:
    """The page that leads to all others for the team."""
    view = TeamView(words.FOR_THE_TEAM, words.FOR_THE_TEAM_LEDE, tuple(_contents(site)))
    chrome = team_chrome("team", INTERNAL, words.FOR_THE_TEAM, site)
    return Page(
        INTERNAL,
        "team.md.j2",
        words.FOR_THE_TEAM,
        words.FOR_THE_TEAM_LEDE,
        chrome,
        view,
    )


def _contents(site: SiteMap) -> Iterator[ContentsView]:
    here, guides = INTERNAL, site.guides
    plans = guides.plans.values()
    yield ContentsView(
        words.THE_PLANS,
        tuple(
            ContentsLineView(
                words.plan_for_team(plan.tier_title),
                here.to(team_plan_place(plan.tier)),
                words.steps(sum(len(phase.steps) for phase in plan.phases)),
            )
            for plan in plans
        ),
    )
    yield ContentsView(
        words.THE_WEEKS,
        tuple(
            ContentsLineView(
                words.weeks_of_team(plan.tier_title),
                here.to(team_weeks_place(plan.tier)),
                words.days(plan.duration),
            )
            for plan in plans
        ),
    )
    wrong = []
    if guides.plays:
        wrong.append(ContentsLineView(words.PLAYS, here.to(PLAYS), words.PLAYS_LEDE))
    if guides.failures:
        wrong.append(ContentsLineView(words.FAILURES, here.to(FAILURES), words.FAILURES_LEDE))
    if wrong:
        yield ContentsView(words.WHEN_IT_GOES_WRONG, tuple(wrong))
    yield ContentsView(words.HOW_WE_WORK, tuple(_how_we_work(site)))


def _how_we_work(site: SiteMap) -> Iterator[ContentsLineView]:
    here, guides = INTERNAL, site.guides
    yield ContentsLineView(words.EMAILS, here.to(EMAILS), words.EMAILS_LEDE)
    if guides.methods:
        yield ContentsLineView(words.METHODS, here.to(METHODS), words.METHODS_LEDE)
    if any(plan.economics for plan in guides.plans.values()):
        yield ContentsLineView(words.ECONOMICS, here.to(ECONOMICS), words.ECONOMICS_LEDE)
    yield ContentsLineView(words.COVERAGE, here.to(COVERAGE), words.COVERAGE_LEDE)
