"""Why onboarding fails, and what is done about it.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from firstwin.pages import words
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import FAILURES, PLAYS, team_phase_place
from firstwin.pages.views import FailuresView, FailureView, LinkView
from firstwin.resolve.guide import FailureText


def failures_page(site: SiteMap) -> Page:
    """The page of all reasons."""
    view = FailuresView(
        words.FAILURES, words.FAILURES_LEDE, tuple(map(_failure, site.guides.failures))
    )
    chrome = team_chrome("failures", FAILURES, words.FAILURES, site, "failures")
    return Page(FAILURES, "failures.md.j2", words.FAILURES, words.FAILURES_LEDE, chrome, view)


def _failure(failure: FailureText) -> FailureView:
    return FailureView(
        id=failure.id,
        title=failure.title,
        signs=failure.signs,
        prevention=failure.prevention,
        steps=tuple(
            LinkView(
                words.guide_name(step.tier_title, step.title),
                FAILURES.to(team_phase_place(step.tier, step.phase), step.step),
            )
            for step in failure.steps
        ),
        plays=tuple(LinkView(play.title, FAILURES.to(PLAYS, play.id)) for play in failure.plays),
        source=failure.source,
    )
