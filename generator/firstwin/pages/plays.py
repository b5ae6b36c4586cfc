"""The page of plays: what to do when something happens. Only editions that have plays have it.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from firstwin.pages import words
from firstwin.pages.page import Page
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.steps import step_view
from firstwin.pages.urls import PLAYS
from firstwin.pages.views import PlaysView, PlayView
from firstwin.resolve.guide import PlayText


def plays_page(site: SiteMap) -> Page:
    """The page of all plays."""
    view = PlaysView(
        title=words.PLAYS,
        lede=words.PLAYS_LEDE,
        plays=tuple(_play(play, site) for play in site.guides.plays),
    )
    chrome = site_chrome("plays", PLAYS, words.PLAYS, site, "plays")
    return Page(PLAYS, "plays.md.j2", words.PLAYS, words.PLAYS_LEDE, chrome, view)


def _play(play: PlayText, site: SiteMap) -> PlayView:
    reader = Reader(PLAYS, None, site.library, prefix=play.id)
    return PlayView(
        id=play.id,
        title=play.title,
        trigger=play.trigger,
        tiers=words.for_plans(site.tier_titles(play.tiers)),
        steps=tuple(step_view(step, len(play.steps), reader) for step in play.steps),
    )
