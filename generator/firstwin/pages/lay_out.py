"""Lay out an edition: all its pages, their navigation, and the files they show.

In: `Guides`, and the `Words` of the site. Out: `Pages`, or the `Layout` they are made of, page by page. The navigation is
sparse, because engines render it into every page: plans and their guides, tutorials and help. All other pages are
reached by links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from firstwin.caching.memo import Memo
from firstwin.models.values import Audience
from firstwin.pages.downloads import downloads
from firstwin.pages.everything import everything_page
from firstwin.pages.files import app, pictures, robots
from firstwin.pages.glossary import glossary_page
from firstwin.pages.help import help_page
from firstwin.pages.home import home
from firstwin.pages.internal import has_internal_pages, internal_pages
from firstwin.pages.library import entry_on_the_site
from firstwin.pages.made_of import Files, MadeOf
from firstwin.pages.measures import measures_page
from firstwin.pages.moved import moved
from firstwin.pages.own_page import footer_links, own_page
from firstwin.pages.page import File, Footer, LayOut, Layout, NavItem, Outline, Pages, Sheet
from firstwin.pages.plan_pages import in_common, own_of, sheets_of_plan
from firstwin.pages.plays import has_plays_page, plays_page
from firstwin.pages.script_words import script_words
from firstwin.pages.search import OF_THE_SITE, search_of_site
from firstwin.pages.sitemap import SiteMap, site_links, site_map
from firstwin.pages.terms import linker
from firstwin.pages.urls import (
    EVERYTHING,
    GLOSSARY,
    HELP,
    HOME,
    INTERNAL,
    METRICS,
    PLAYS,
    Place,
    guide_place,
    own_place,
    tier_place,
    tutorial_place,
)
from firstwin.pages.views import LinkView
from firstwin.pages.ways import Ways
from firstwin.resolve.guide import Guides
from firstwin.words import Words


def lay_out(guides: Guides, words: Words) -> Pages:
    """Every page of an edition."""
    layout = plan_layout(guides, words)
    return Pages(
        layout.outline,
        tuple(sheet.lay_out() for sheet in layout.sheets),
        {sheet.path: sheet.made_of() for sheet in layout.sheets},
    )


def plan_layout(guides: Guides, words: Words, memo: Memo | None = None) -> Layout:
    """An edition whose pages are laid out when they are asked for. The sheets of plans that are alike are as the `memo` has them."""
    memo = memo or Memo()
    site = site_map(guides, words)
    common = memo.same("what plans have in common", in_common(guides))
    plans = tuple(
        memo.of(("sheets of a plan", tier), sheets_of_plan, own_of(tier, guides), common, words)
        for tier in guides.plans
    )
    ways, made_of = Ways(site), MadeOf(guides)
    linked = linker(guides.glossary, ways)

    def sheet(place: Place, page: LayOut, files: Callable[[], Files]) -> Sheet:
        return Sheet(place, lambda: linked(page()), files)

    everything = cache(lambda: made_of.everything)

    def of_everything(place: Place, page: LayOut) -> Sheet:
        return sheet(place, page, everything)

    sheets = (
        sheet(HOME, partial(home, site), lambda: made_of.plans),
        *(each for plan in plans for each in plan.sheets),
        *(sheet(*each) for each in _pages_of_no_plan(site, made_of)),
        *(of_everything(*each) for each in _pages_for_the_team(site)),
        of_everything(EVERYTHING, partial(everything_page, site)),
        sheet(HELP, partial(help_page, site), lambda: made_of.plans),
    )
    navigation = tuple(_navigation(site))
    listed = {item.path for section in navigation for item in (section, *section.items)}
    outline = Outline(
        words=words,
        navigation=navigation,
        unlisted=tuple(sheet.path for sheet in sheets if sheet.path not in listed),
        footer=Footer(
            # Translators: At the foot of every page, over whom to ask.
            words.say("foot", "Stuck? Ask a person."),
            guides.stuck,
            (*site_links(HOME, site), LinkView(site.titles.help, HOME.to(HELP))),
            tuple(footer_links(site, ways)),
        ),
        plans=tuple(
            LinkView(plan.tier_title, HOME.to(tier_place(plan.tier)))
            for plan in site.current_plans()
        ),
        files=(
            robots(guides),
            *app(guides.config),
            *script_words(words),
            File(OF_THE_SITE, make=partial(search_of_site, site)),
            *(file for plan in plans for file in plan.files),
            *pictures(guides),
            *downloads(guides),
            *moved(site, ways, [sheet.place for sheet in sheets]),
        ),
        listed=guides.audience is Audience.CUSTOMER,
        renamed=guides.renamed,
        tiers=tuple(guides.plans),
    )
    return Layout(outline, sheets, plans)


_Unmade = tuple[Place, LayOut, Callable[[], Files]]


def _pages_of_no_plan(site: SiteMap, made_of: MadeOf) -> Iterator[_Unmade]:
    """What the site has beside its plans, with the files it is made of."""
    guides = site.guides
    for entry in site.entries.values():
        place = site.library[entry.id].place
        yield place, partial(entry_on_the_site, entry, site), partial(made_of.entry, entry)
    if has_plays_page(guides):
        yield PLAYS, partial(plays_page, site), lambda: made_of.plays
    if guides.metrics:
        yield METRICS, partial(measures_page, site), partial(made_of.vocabulary, "metrics")
    if guides.glossary:
        yield GLOSSARY, partial(glossary_page, site), made_of.vocabulary
    for own in guides.own_pages:
        yield own_place(own.id), partial(own_page, own, site), partial(made_of.own_page, own)


def _pages_for_the_team(site: SiteMap) -> Iterator[tuple[Place, LayOut]]:
    return internal_pages(site) if has_internal_pages(site) else iter(())


def _navigation(site: SiteMap) -> Iterator[NavItem]:
    yield NavItem(site.titles.home, HOME.path)
    for plan in site.current_plans():
        own = (
            NavItem(guide.persona.title, guide_place(guide.tier, guide.persona.id).path)
            for guide in site.current_guides_of(plan.tier)
        )
        overview = NavItem(site.titles.plan, tier_place(plan.tier).path)
        yield NavItem(plan.tier_title, items=(overview, *own))
    if site.guides.tutorials:
        yield NavItem(
            site.titles.tutorials,
            items=tuple(
                NavItem(tutorial.title, tutorial_place(tutorial.id).path)
                for tutorial in site.guides.tutorials
            ),
        )
    if has_plays_page(site.guides):
        yield NavItem(site.titles.plays, PLAYS.path)
    if site.guides.metrics:
        yield NavItem(site.titles.metrics, METRICS.path)
    if site.guides.glossary:
        yield NavItem(site.titles.glossary, GLOSSARY.path)
    if has_internal_pages(site):
        yield NavItem(site.titles.team, INTERNAL.path)
    yield NavItem(site.titles.help, HELP.path)
