"""Why onboarding fails, and what is done about it.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import FAILURES, PLAYS, team_phase_place
from firstwin.pages.views import FailuresView, FailureView, LinkView
from firstwin.resolve.vocabulary_texts import FailureText, PlanStep
from firstwin.words import Words


def failures_page(site: SiteMap) -> Page:
    """The page of all reasons."""
    title, lede = site.titles.failures, failures_lede(site.words)
    failures = tuple(_failure(failure, site.words) for failure in site.guides.failures)
    view = FailuresView(title, lede, failures)
    chrome = team_chrome("failures", FAILURES, title, site, "failures")
    return Page(FAILURES, "failures.md.j2", title, lede, chrome, view)


def failures_lede(words: Words) -> str:
    """What the page of reasons is for."""
    # Translators: For the team: under the title of the page of causes, and beside the link to it.
    return words.say(
        "failures",
        "The causes, how to notice each of them early, and what we do so that it does not happen.",
    )


def _failure(failure: FailureText, words: Words) -> FailureView:
    return FailureView(
        id=failure.id,
        title=failure.title,
        signs=failure.signs,
        prevention=failure.prevention,
        steps=tuple(
            LinkView(
                _step(step, words),
                FAILURES.to(team_phase_place(step.tier, step.phase), step.step),
            )
            for step in failure.steps
        ),
        plays=tuple(LinkView(play.title, FAILURES.to(PLAYS, play.id)) for play in failure.plays),
        source=failure.source,
    )


def _step(step: PlanStep, words: Words) -> str:
    # Translators: A step by its plan and its title: "Enterprise, Hold the kickoff call".
    return words.say("failures", "{plan}, {step}", plan=step.tier_title, step=step.title)
