"""Pages of the site that each guide has too: the whole plan, help, metrics, glossary.

In: a plan, or a guide of it, and the `SiteMap`. Out: what lays out the pages. What they say is the same in all guides of a plan, so it is
said once a plan, and the pages of a guide differ in what stands around it alone, and in whom its reader asks: stages behind
this one do once what they are given once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from msgspec import Struct
from msgspec.structs import replace

from firstwin.pages.glossary import glossary_in_plan
from firstwin.pages.guide_places import GuidePlaces
from firstwin.pages.help import help_in_guide, help_in_plan
from firstwin.pages.measures import measures_in_plan
from firstwin.pages.page import LayOut, Page
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.tier import plan_in_guides
from firstwin.pages.titles import guide_in, guide_of, in_context
from firstwin.pages.urls import Place
from firstwin.pages.views import HelpView, LinkView
from firstwin.resolve.guide import Guide, TierPlan


class SharedPages(Struct, frozen=True):
    """The pages of the site as the guides of one plan have them; None where the edition has none."""

    plan: LayOut
    help: LayOut
    metrics: LayOut | None
    glossary: LayOut | None

    def by_place(self, places: GuidePlaces) -> Iterator[tuple[Place, LayOut]]:
        """Each page with its place in a guide."""
        yield places.plan, self.plan
        yield places.help, self.help
        if self.metrics:
            yield places.metrics, self.metrics
        if self.glossary:
            yield places.glossary, self.glossary


def shared_pages(plan: TierPlan, site: SiteMap) -> SharedPages:
    """What the guides of a plan share, laid out once for all of them."""
    return SharedPages(
        cache(partial(plan_in_guides, plan, site)),
        cache(partial(help_in_plan, plan, site)),
        cache(partial(measures_in_plan, plan, site)) if site.guides.metrics else None,
        cache(partial(glossary_in_plan, plan, site)) if site.guides.glossary else None,
    )


def pages_in_guide(
    shared: SharedPages, guide: Guide, site: SiteMap
) -> Iterator[tuple[Place, LayOut]]:
    """The shared pages as pages of a guide, with their places."""
    for here, lay_out in shared.by_place(site.places_of(guide)):
        yield here, partial(_in_guide, lay_out, here, guide, site)


def _in_guide(lay_out: LayOut, here: Place, guide: Guide, site: SiteMap) -> Page:
    page, words, start = lay_out(), site.words, site.places_of(guide).start
    view = page.view
    context = guide_in(site.plan(guide.tier).tier_title, guide.persona.title, words)
    back = LinkView(guide_of(guide.persona.title, words), here.to(start))
    chrome = guide_chrome(page.chrome.kind, here, site, guide, back)
    return replace(
        page,
        place=here,
        view=help_in_guide(view, guide, site) if isinstance(view, HelpView) else view,
        title=in_context(page.title, context, words),
        chrome=replace(chrome, edit=page.chrome.edit),
        listed_as=page.place,
    )
