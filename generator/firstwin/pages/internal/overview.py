"""The way to everything the vendor's team has.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.internal.coverage import coverage_lede
from firstwin.pages.internal.economics import economics_lede
from firstwin.pages.internal.emails import emails_lede
from firstwin.pages.internal.failures import failures_lede
from firstwin.pages.internal.methods import methods_lede
from firstwin.pages.page import Page
from firstwin.pages.phase import number_of_steps
from firstwin.pages.plays import plays_lede
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.titles import plan_for_team, weeks_of_team
from firstwin.pages.urls import (
    COVERAGE,
    ECONOMICS,
    EMAILS,
    FAILURES,
    INTERNAL,
    METHODS,
    PLAYS,
    Place,
    team_plan_place,
    team_weeks_place,
)
from firstwin.pages.views import ContentsLineView, ContentsView, TeamView
from firstwin.words import Words


def overview_page(site: SiteMap) -> Page:
    """The page that leads to all others for the team."""
    title, lede = site.titles.team, team_lede(site.words)
    view = TeamView(title, lede, tuple(team_contents(INTERNAL, site)))
    chrome = team_chrome("team", INTERNAL, title, site)
    return Page(INTERNAL, "team.md.j2", title, lede, chrome, view)


def team_lede(words: Words) -> str:
    """What the pages for the team are for."""
    # Translators: Under the title of the page that leads to all pages for the vendor's own team.
    return words.say(
        "team",
        "What customers do not see: the whole plan with our own steps, who does what in which week, "
        "and what to do when it does not go to plan.",
    )


def team_contents(here: Place, site: SiteMap) -> Iterator[ContentsView]:
    """All pages for the team, as links from `here`."""
    guides, words = site.guides, site.words
    plans = guides.plans.values()
    yield ContentsView(
        # Translators: Over links to the plans, with everybody's steps.
        words.say("team", "The plans, with our own steps"),
        tuple(
            ContentsLineView(
                plan_for_team(plan.tier_title, words),
                here.to(team_plan_place(plan.tier)),
                number_of_steps(sum(len(phase.steps) for phase in plan.phases), words),
            )
            for plan in plans
        ),
    )
    yield ContentsView(
        # Translators: Over links to the weeks of each plan.
        words.say("team", "Who does what, week by week"),
        tuple(
            ContentsLineView(
                weeks_of_team(plan.tier_title, words),
                here.to(team_weeks_place(plan.tier)),
                words.days(plan.duration),
            )
            for plan in plans
        ),
    )
    wrong = []
    if guides.plays:
        wrong.append(ContentsLineView(site.titles.plays, here.to(PLAYS), plays_lede(words)))
    if guides.failures:
        url = here.to(FAILURES)
        wrong.append(ContentsLineView(site.titles.failures, url, failures_lede(words)))
    if wrong:
        # Translators: Over links to plays and to the causes of failure.
        yield ContentsView(words.say("team", "When it does not go to plan"), tuple(wrong))
    # Translators: Over links to emails, methods and figures.
    yield ContentsView(words.say("team", "How we work"), tuple(_how_we_work(here, site)))


def _how_we_work(here: Place, site: SiteMap) -> Iterator[ContentsLineView]:
    guides, titles, words = site.guides, site.titles, site.words
    yield ContentsLineView(titles.emails, here.to(EMAILS), emails_lede(words))
    if guides.methods:
        yield ContentsLineView(titles.methods, here.to(METHODS), methods_lede(words))
    if any(plan.economics for plan in guides.plans.values()):
        yield ContentsLineView(titles.economics, here.to(ECONOMICS), economics_lede(words))
    yield ContentsLineView(titles.coverage, here.to(COVERAGE), coverage_lede(words))
