"""Lay out one plan: its pages, those of its guides, and what search finds in them.

In: what the plan has of its own, and what it has in common with all others. Out: a sheet for each of its pages. Nothing else
is looked at, so that a plan of which neither has changed need not be laid out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from msgspec import Struct
from msgspec.structs import replace

from firstwin.pages.checklist import checklist_page
from firstwin.pages.days import days_page
from firstwin.pages.delivery import delivery_pages
from firstwin.pages.everything import everything_of_plan
from firstwin.pages.finds import Find, finds_of_plan
from firstwin.pages.guide import guide_page
from firstwin.pages.guide_data import guide_files
from firstwin.pages.guide_plays import guide_plays_page
from firstwin.pages.library import entry_in_guide
from firstwin.pages.made_of import MadeOf
from firstwin.pages.page import File, PlanSheets, Sheet
from firstwin.pages.phase import phase_page
from firstwin.pages.record import record_files
from firstwin.pages.script_calendar import calendar_files
from firstwin.pages.search import of_plan, search_of_plan
from firstwin.pages.shared_pages import pages_in_guide, shared_pages
from firstwin.pages.sitemap import SiteMap, site_map
from firstwin.pages.terms import linker
from firstwin.pages.tier import tier_page
from firstwin.pages.urls import everything_place, tier_place
from firstwin.pages.ways import Ways
from firstwin.pages.whole_guide import whole_guide_page
from firstwin.resolve.about import AboutText
from firstwin.resolve.files import PlanFiles
from firstwin.resolve.guide import CriteriaText, Guide, Guides, TierPlan
from firstwin.resolve.library_texts import UsedBy
from firstwin.resolve.own_pages import OwnPageSection, OwnPageText
from firstwin.text import Prose
from firstwin.words import Words

_Finds = Callable[[], Iterable[Find]]


class OwnOfPlan(Struct, frozen=True):
    """What a plan has of its own. `uses` are its guides' steps that lead to a page of the library, by the entry's id."""

    plan: TierPlan
    guides: tuple[Guide, ...]
    uses: Mapping[str, tuple[UsedBy, ...]]


def own_of(tier: str, guides: Guides) -> OwnOfPlan:
    """What the plan of a tier has of its own."""
    return OwnOfPlan(
        guides.plans[tier],
        tuple(guide for guide in guides.guides if guide.tier == tier),
        {
            entry.id: tuple(use for use in entry.used_by if use.tier == tier)
            for entry in guides.entries
        },
    )


def in_common(guides: Guides) -> Guides:
    """What the plans of an edition have in common: of each other they know no more than what they are called."""
    return replace(
        guides,
        plans={tier: _outline(plan) for tier, plan in guides.plans.items()},
        guides=(),
        tutorials=tuple(replace(entry, used_by=()) for entry in guides.tutorials),
        quizzes=tuple(replace(entry, used_by=()) for entry in guides.quizzes),
        documents=tuple(replace(entry, used_by=()) for entry in guides.documents),
        pictures=(),
        own_pages=tuple(map(_headings_alone, guides.own_pages)),
    )


def _headings_alone(page: OwnPageText) -> OwnPageText:
    sections = (OwnPageSection(each.id, each.level, Prose(), Prose()) for each in page.sections)
    return replace(page, sections=tuple(sections))


def _outline(plan: TierPlan) -> TierPlan:
    return replace(
        plan,
        title="",
        summary=Prose(),
        duration=0,
        first_day=Prose(),
        about=AboutText(Prose(), (), (), ()),
        phases=(),
        milestones=(),
        named_days=(),
        marks=(),
        cadences=(),
        criteria=CriteriaText((), (), ()),
        roles=(),
        you_get=(),
        you_give=(),
        metrics=(),
        contacts=(),
        stuck=Prose(),
        economics=(),
        reviewed=None,
        edit="",
        files=PlanFiles((), {}, ()),
    )


def sheets_of_plan(own: OwnOfPlan, common: Guides, words: Words) -> PlanSheets:
    """The sheets of a plan, in the order of the site."""
    site = site_map(_seen_by(own, common), words)
    linked = linker(common.glossary, Ways(site))
    finds = cache(partial(finds_of_plan, own.plan, site))
    return PlanSheets(
        (own, common),
        tuple(sheet.then(linked) for sheet in _unlisted_if_retired(own.plan, site, finds)),
        (
            File(of_plan(own.plan.tier), make=lambda: search_of_plan(own.plan, finds(), site)),
            *guide_files(own.plan, site),
            *record_files(own.plan, site),
            *calendar_files(site),
        ),
    )


def _seen_by(own: OwnOfPlan, common: Guides) -> Guides:
    """An edition as a plan sees it."""
    return replace(
        common,
        plans={**common.plans, own.plan.tier: own.plan},
        guides=own.guides,
        tutorials=tuple(replace(entry, used_by=own.uses[entry.id]) for entry in common.tutorials),
        quizzes=tuple(replace(entry, used_by=own.uses[entry.id]) for entry in common.quizzes),
        documents=tuple(replace(entry, used_by=own.uses[entry.id]) for entry in common.documents),
    )


def _unlisted_if_retired(plan: TierPlan, site: SiteMap, finds: _Finds) -> Iterator[Sheet]:
    """Every page of a plan; search engines are led to none of what is retired."""
    retired = {
        site.places_of(guide).start.folder for guide in site.guides_of(plan.tier) if guide.retired
    }
    for sheet in _sheets(plan, site, finds):
        guide = "/".join(sheet.place.folder.split("/")[:2])
        yield (
            replace(sheet, is_listed_elsewhere=True) if plan.retired or guide in retired else sheet
        )


def _sheets(plan: TierPlan, site: SiteMap, finds: _Finds) -> Iterator[Sheet]:
    """Every page of a plan, with the files it is made of."""
    made_of = MadeOf(site.guides)
    of_plan = partial(made_of.plan, plan)
    yield Sheet(tier_place(plan.tier), partial(tier_page, plan, site), of_plan)
    for place, page in delivery_pages(plan, site):
        yield Sheet(place, page, of_plan)
    shared = shared_pages(plan, site)
    with_plays = partial(made_of.plan_with_plays, plan)
    for guide in site.guides_of(plan.tier):
        explained_at = site.places_of(guide).glossary
        glossary = partial(replace, glossary=explained_at)
        for sheet in _sheets_of_guide(guide, site, made_of):
            yield sheet.then(glossary)
        for place, page in pages_in_guide(shared, guide, site):
            files = with_plays if place == explained_at else of_plan
            yield Sheet(place, page, files, is_listed_elsewhere=True).then(glossary)
    yield Sheet(
        everything_place(plan.tier),
        lambda: everything_of_plan(plan, finds(), site),
        lambda: made_of.everything,
    )


def _sheets_of_guide(guide: Guide, site: SiteMap, made_of: MadeOf) -> Iterator[Sheet]:
    places, own = site.places_of(guide), (guide.tier, guide.persona.id)
    files = partial(made_of.guide, *own)
    yield Sheet(places.start, partial(guide_page, guide, site), files)
    for index, phase in enumerate(guide.own_phases):
        yield Sheet(places.phases[phase.id], partial(phase_page, guide, index, site), files)
    yield Sheet(places.days, partial(days_page, guide, site), files)
    yield Sheet(places.checklist, partial(checklist_page, guide, site), files)
    whole = partial(whole_guide_page, guide, site)
    yield Sheet(places.one_page, whole, files, is_listed_elsewhere=True)
    if guide.plays:
        with_plays = partial(made_of.guide_with_plays, *own)
        yield Sheet(places.plays, partial(guide_plays_page, guide, site), with_plays)
    for id_, uses in site.uses_in(guide).items():
        entry = site.entries[id_]
        page = partial(entry_in_guide, entry, guide, uses, site)
        with_entry = partial(made_of.guide_with_entry, *own, entry, uses)
        yield Sheet(places.entries[id_], page, with_entry, is_listed_elsewhere=True)
