"""Lay out an edition: all its pages, their navigation, and the files they show.

In: `Guides`, and the `Words` of the site. Out: `Pages`. The navigation is sparse, because engines render it into every page: plans and
their guides, tutorials and help. All other pages are reached by links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstwin.models.values import Audience
from firstwin.pages.checklist import checklist_page
from firstwin.pages.days import days_page
from firstwin.pages.delivery import delivery_pages
from firstwin.pages.everything import everything_pages
from firstwin.pages.files import pictures, robots
from firstwin.pages.glossary import glossary_page
from firstwin.pages.guide import guide_page
from firstwin.pages.guide_plays import guide_plays_page
from firstwin.pages.help import help_page
from firstwin.pages.home import home
from firstwin.pages.internal import has_internal_pages, internal_pages
from firstwin.pages.library import entry_page, in_guide, on_the_site
from firstwin.pages.made_of import Files, MadeOf
from firstwin.pages.measures import measures_page
from firstwin.pages.page import Footer, NavItem, Page, Pages
from firstwin.pages.phase import phase_page
from firstwin.pages.plays import has_plays_page, plays_page
from firstwin.pages.script_words import script_words
from firstwin.pages.search import search_files
from firstwin.pages.shared_pages import SharedPages, pages_in_guide, shared_pages
from firstwin.pages.sitemap import SiteMap, site_links, site_map
from firstwin.pages.terms import linker
from firstwin.pages.tier import tier_page
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
from firstwin.pages.whole_guide import whole_guide_page
from firstwin.resolve.guide import Guide, Guides
from firstwin.words import Words


def lay_out(guides: Guides, words: Words) -> Pages:
    """Every page of an edition."""
    site = site_map(guides, words)
    linked = linker(guides.glossary)
    made = tuple((linked(page), files) for page, files in _pages(site))
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
        ),
        plans=tuple(
            LinkView(plan.tier_title, HOME.to(tier_place(tier)))
            for tier, plan in guides.plans.items()
        ),
        files=(robots(guides), *script_words(words), *search_files(site), *pictures(guides)),
        listed=guides.audience is Audience.CUSTOMER,
        renamed=guides.renamed,
        tiers=tuple(guides.plans),
        made_of={page.path: files for page, files in made},
    )


def _pages(site: SiteMap) -> Iterator[tuple[Page, Files]]:
    """Every page, with the files it is made of."""
    guides, made_of = site.guides, MadeOf(site.guides)
    yield home(site), made_of.plans
    for plan in guides.plans.values():
        yield tier_page(plan, site), made_of.plan(plan)
        for page in delivery_pages(plan, site):
            yield page, made_of.plan(plan)
        shared = shared_pages(plan, site)
        for guide in site.guides_of(plan.tier):
            glossary = site.places_of(guide).glossary
            for page, files in _guide_pages(guide, shared, site, made_of):
                yield replace(page, glossary=glossary), files
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
    yield from ((page, made_of.everything) for page in everything_pages(site))
    yield help_page(site), made_of.plans


def _guide_pages(
    guide: Guide,
    shared: SharedPages,
    site: SiteMap,
    made_of: MadeOf,
) -> Iterator[tuple[Page, Files]]:
    files, plan = made_of.guide(guide.tier, guide.persona.id), site.plan(guide.tier)
    yield guide_page(guide, site), files
    for index in range(len(guide.own_phases)):
        yield phase_page(guide, index, site), files
    yield days_page(guide, site), files
    yield checklist_page(guide, site), files
    yield whole_guide_page(guide, site), files
    if guide.plays:
        yield guide_plays_page(guide, site), files | made_of.plays
    for id_, uses in site.uses_in(guide).items():
        entry = site.entries[id_]
        page = entry_page(entry, in_guide(entry, guide, uses, site), site)
        yield page, files | {entry.file} | made_of.plays_of(uses)
    for page in pages_in_guide(shared, guide, site):
        yield page, made_of.plan(plan)


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
