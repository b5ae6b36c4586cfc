"""What the reader of a guide does when something goes wrong: plays, as far as they have a part in them.

In: a `Guide` with plays, and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from msgspec.structs import replace

from firstwin.pages.anchors import anchor
from firstwin.pages.page import Page
from firstwin.pages.plays import after
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.steps import step_view
from firstwin.pages.titles import guide_in, guide_of, in_context
from firstwin.pages.urls import Place, guide_place
from firstwin.pages.views import GuidePlaysView, GuidePlayView, LinkView, RailItemView
from firstwin.resolve.guide import Guide, PlayText


def guide_plays_page(guide: Guide, site: SiteMap) -> Page:
    """The page of a guide's plays."""
    tier, role, words = guide.tier, guide.persona, site.words
    here, title = site.places_of(guide).plays, site.titles.guide_plays
    context = guide_in(site.plan(tier).tier_title, role.title, words)
    # Translators: Under the title of the page that says what to do when something goes wrong. The days of its steps.
    lede = words.say(
        "plays", "It happens in every plan. Days count from the day you notice: that is day 1."
    )
    view = GuidePlaysView(
        title=title,
        context=context,
        lede=lede,
        plays=tuple(_play(play, guide, here, site) for play in guide.plays),
        contents=tuple(
            RailItemView(number, play.title, here.to(here, play.id), milestone=False)
            for number, play in enumerate(guide.plays, start=1)
        ),
    )
    back = LinkView(guide_of(role.title, words), here.to(guide_place(tier, role.id)))
    chrome = guide_chrome("guide-plays", here, site, guide, back)
    return Page(here, "guide-plays.md.j2", in_context(title, context, words), lede, chrome, view)


def _play(play: PlayText, guide: Guide, here: Place, site: SiteMap) -> GuidePlayView:
    entries = site.places_of(guide).entries
    reader = Reader(here, guide.persona, site, entries=entries, prefix=play.id)
    return GuidePlayView(
        id=play.id,
        title=play.title,
        trigger=play.trigger,
        steps=tuple(
            replace(step_view(step, len(play.steps), reader), open=True) for step in play.steps
        ),
        tell=reader.names(play.tell),
        contacts=tuple(
            replace(contact, id=anchor(play.id, contact.id)) for contact in play.contacts
        ),
        after=after(play, site.words),
    )
