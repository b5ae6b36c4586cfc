"""All emails in the order in which they are sent, to look over or to copy.

In: the `SiteMap`. Out: a `Page`. The emails of plans come first, one plan after the other, then those of plays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from firstwin.pages import anchors
from firstwin.pages.blocks.letter import letter_view
from firstwin.pages.moments import deadline
from firstwin.pages.page import Page
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import EMAILS
from firstwin.pages.views import EmailsView, MailsView, SentView
from firstwin.resolve.blocks.letter import Letter
from firstwin.resolve.guide import Guide, TierPlan
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def emails_page(site: SiteMap) -> Page:
    """The page of all emails."""
    title, lede = site.titles.emails, emails_lede(site.words)
    view = EmailsView(title, lede, tuple(_groups(site)))
    chrome = team_chrome("emails", EMAILS, title, site)
    return Page(EMAILS, "emails.md.j2", title, lede, chrome, view)


def emails_lede(words: Words) -> str:
    """What the page of emails is for."""
    # Translators: For the team: under the title of the page of all emails, and beside the link to it.
    return words.say(
        "emails", "Every email of the plans and plays, in the order in which they are sent."
    )


def _groups(site: SiteMap) -> Iterator[MailsView]:
    reader = Reader(EMAILS, None, site)
    for plan in site.guides.plans.values():
        steps = {step.id: step for step in _steps(plan, site.guides_of(plan.tier))}
        in_order = sorted(steps.values(), key=lambda step: step.moment.days.last)
        sent = tuple(_sent(in_order, plan.tier, reader))
        if sent:
            yield MailsView(plan.tier_title, plan.tier, sent)
    plays = tuple(
        mail
        for play in site.guides.plays
        for mail in _sent(play.steps, anchors.anchor(anchors.PLAYS, play.id), reader)
    )
    if plays:
        # Translators: Over the emails that are sent when something happens.
        yield MailsView(site.words.say("emails", "In plays"), anchors.PLAYS, plays)


def _steps(plan: TierPlan, guides: Iterable[Guide]) -> Iterator[GuideStep]:
    """The steps of the plan, and after them those that a persona has alone."""
    for phase in plan.phases:
        yield from phase.steps
    known = {step.id for phase in plan.phases for step in phase.steps}
    for guide in guides:
        for phase in guide.phases:
            yield from (step for step in phase.steps if step.id not in known)


def _sent(steps: Iterable[GuideStep], prefix: str, reader: Reader) -> Iterator[SentView]:
    for step in steps:
        letter = step.block(Letter)
        if letter:
            anchor = anchors.anchor(prefix, step.id)
            when = deadline(step.moment, reader.words)
            yield SentView(anchor, step.title, when, letter_view(letter, reader))
