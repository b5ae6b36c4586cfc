"""Lay out an edition: all its pages, their navigation, and the files they show.

In: `Guides`, and the `Words` of the site. Out: `Pages`. The navigation is sparse, because engines render it into every page: plans and
their guides, tutorials and help. All other pages are reached by links.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.kept import Kept
from firstwin.models.values import Audience
from firstwin.pages.everything import everything_page
from firstwin.pages.files import pictures, robots
from firstwin.pages.glossary import glossary_page
from firstwin.pages.help import help_page
from firstwin.pages.home import home
from firstwin.pages.internal import has_internal_pages, internal_pages
from firstwin.pages.library import entry_page, on_the_site
from firstwin.pages.made_of import Files, MadeOf
from firstwin.pages.measures import measures_page
from firstwin.pages.page import Footer, NavItem, Page, Pages
from firstwin.pages.plan_pages import in_common, own_of, pages_of_plan
from firstwin.pages.plays import has_plays_page, plays_page
from firstwin.pages.script_words import script_words
from firstwin.pages.search import search_of_site
from firstwin.pages.sitemap import SiteMap, site_links, site_map
from firstwin.pages.terms import linker
from firstwin.pages.urls import (
    GLOSSARY,
    HELP,
    HOME,
    INTERNAL,
    METRICS,
    PLAYS,
    guide_place,
    tier_place,
    tutorial_place,
)
from firstwin.pages.views import LinkView
from firstwin.resolve.guide import Guides
from firstwin.words import Words


def lay_out(guides: Guides, words: Words, kept: Kept | None = None) -> Pages:
    """Every page of an edition. Plans of which all is alike are laid out as they are `kept`."""
    kept = kept or Kept()
    site = site_map(guides, words)
    common = kept.same("what plans have in common", in_common(guides))
    plans = tuple(
        kept.of(("pages of a plan", tier), pages_of_plan, own_of(tier, guides), common, words)
        for tier in guides.plans
    )
    linked, made_of = linker(guides.glossary), MadeOf(guides)
    everything = made_of.everything
    made = (
        (linked(home(site)), made_of.plans),
        *(page for plan in plans for page in plan.pages),
        *((linked(page), files) for page, files in _pages_of_no_plan(site, made_of)),
        (linked(everything_page(site)), everything),
        *((plan.everything, everything) for plan in plans),
        (linked(help_page(site)), made_of.plans),
    )
    pages = tuple(page for page, _ in made)
    navigation = tuple(_navigation(site))
    listed = {item.path for section in navigation for item in (section, *section.items)}
    return Pages(
        words=words,
        pages=pages,
        navigation=navigation,
        unlisted=tuple(page.path for page in pages if page.path not in listed),
        footer=Footer(
            # Translators: At the foot of every page, over whom to ask.
            words.say("foot", "Stuck? Ask a person."),
            guides.stuck,
            (*site_links(HOME, site), LinkView(site.titles.help, HOME.to(HELP))),
            tuple(LinkView(link.title, link.url) for link in guides.footer),
        ),
        plans=tuple(
            LinkView(plan.tier_title, HOME.to(tier_place(tier)))
            for tier, plan in guides.plans.items()
        ),
        files=(
            robots(guides),
            *script_words(words),
            search_of_site(site),
            *(file for plan in plans for file in plan.files),
            *pictures(guides),
        ),
        listed=guides.audience is Audience.CUSTOMER,
        renamed=guides.renamed,
        tiers=tuple(guides.plans),
        made_of={page.path: files for page, files in made},
    )


def _pages_of_no_plan(site: SiteMap, made_of: MadeOf) -> Iterator[tuple[Page, Files]]:
    """What the site has beside its plans, with the files it is made of."""
    guides = site.guides
    for entry in site.entries.values():
        yield entry_page(entry, on_the_site(entry, site), site), made_of.entry(entry)
    if has_plays_page(guides):
        yield plays_page(site), made_of.plays
    if guides.metrics:
        yield measures_page(site), made_of.vocabulary("metrics")
    if guides.glossary:
        yield glossary_page(site), made_of.vocabulary()
    if has_internal_pages(site):
        yield from ((page, made_of.everything) for page in internal_pages(site))


def _navigation(site: SiteMap) -> Iterator[NavItem]:
    yield NavItem(site.titles.home, HOME.path)
    for plan in site.guides.plans.values():
        own = (
            NavItem(guide.persona.title, guide_place(guide.tier, guide.persona.id).path)
            for guide in site.guides_of(plan.tier)
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
