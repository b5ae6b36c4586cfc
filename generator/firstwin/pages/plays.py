"""The page of plays: what to do when something happens. Whoever has a guide reads theirs there.

In: the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from firstwin.models.values import Audience
from firstwin.pages.page import Page
from firstwin.pages.plain_words import plain
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.steps import step_view
from firstwin.pages.urls import PLAYS
from firstwin.pages.views import ContentsLineView, ContentsView, ListView, PlaysView, PlayView
from firstwin.resolve.guide import Guides, PlayText
from firstwin.words import Words


def has_plays_page(guides: Guides) -> bool:
    """Whether an edition has the page: the team's has it for all plays, others for those that stand in no guide."""
    if guides.audience is Audience.INTERNAL:
        return bool(guides.plays)
    in_guides = {play.id for guide in guides.guides for play in guide.plays}
    return any(play.id not in in_guides for play in guides.plays)


def plays_page(site: SiteMap) -> Page:
    """The page of all plays."""
    title, lede = site.titles.plays, plays_lede(site.words)
    view = PlaysView(
        title=title,
        lede=lede,
        contents=_contents(site) if len(site.guides.plays) > 1 else (),
        plays=tuple(_play(play, site) for play in site.guides.plays),
    )
    chrome = site_chrome("plays", PLAYS, title, site, "plays")
    return Page(PLAYS, "plays.md.j2", title, lede, chrome, view)


def plays_lede(words: Words) -> str:
    """What the page of plays is for."""
    # Translators: Under the title of the page of plays, and beside the link to it.
    return words.say(
        "plays", "What to do when something happens. Days count from the day it happened."
    )


def _contents(site: SiteMap) -> tuple[ContentsView, ...]:
    """What happened, and the play for it: of all plays, each with the plans it is for."""
    words = site.words
    lines = tuple(
        ContentsLineView(
            play.title,
            PLAYS.to(PLAYS, play.id),
            words.row(plain(play.trigger), _plans(site.tier_titles(play.tiers), words)),
        )
        for play in site.guides.plays
    )
    # Translators: Over the list of plays, each with what happened: an incident that needs doing something about.
    return (ContentsView(words.say("plays", "What happened?"), lines),)


def _play(play: PlayText, site: SiteMap) -> PlayView:
    reader = Reader(PLAYS, None, site, prefix=play.id)
    return PlayView(
        id=play.id,
        title=play.title,
        trigger=play.trigger,
        tiers=_plans(site.tier_titles(play.tiers), site.words),
        steps=tuple(
            replace(step_view(step, len(play.steps), reader), open=True) for step in play.steps
        ),
        tell=reader.names(play.tell),
        after=after(play, site.words),
    )


def after(play: PlayText, words: Words) -> tuple[ListView, ...]:
    """What else changes in a plan, and what does not."""
    if not play.moves:
        return ()
    # Translators: Over what else changes in a plan when something goes wrong, and what does not.
    return (ListView(words.say("plays", "What moves, and what stays"), play.moves),)


def _plans(titles: Sequence[str], words: Words) -> str:
    """The plans a play is for."""
    if not titles:
        # Translators: Under the title of a play.
        return words.say("plays", "For every plan")
    # Translators: Under the title of a play: the plans it is for.
    return words.say("plays", "For {plans}", plans=words.listed(titles))
