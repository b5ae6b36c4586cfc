"""The ways that links inside the site lead, from the page on which they stand.

In: the `SiteMap`, and a page. Out: addresses; none where this edition has nothing of the kind, so that the words of the link
stand alone. On a page of a guide, a way leads to the guide's own page of it, where it has one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from firstwin.pages.downloads import download_path, kind_and_size
from firstwin.pages.guide_places import GuidePlaces
from firstwin.pages.internal import has_internal_pages
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import NOWHERE, own_place, team_phase_place, tier_place
from firstwin.resolve.guide import Guide, GuidePhase
from firstwin.text import Inside, Url, Way

_IN_A_GUIDE: Final = 2
"""How many folders say whose guide a page belongs to."""
_FOLDER_OF_A_TIER: Final = {"internal/plans": 2, "internal/weeks": 2}
"""Which folder is the tier's, of pages about a plan that do not lie in it."""


def _phase_of(step: str, phases: Iterable[GuidePhase]) -> GuidePhase | None:
    return next((each for each in phases if any(one.id == step for one in each.steps)), None)


class Ways:
    """Knows the ways of one site."""

    def __init__(self, site: SiteMap) -> None:
        self._site = site
        self._guides = {(guide.tier, guide.persona.id): guide for guide in site.guides.guides}
        self._terms = frozenset(term.id for term in site.guides.glossary)
        self._headings = {
            page.id: frozenset(section.id for section in page.sections)
            for page in site.guides.own_pages
        }
        self._kinds = {
            "tutorial": frozenset(entry.id for entry in site.guides.tutorials),
            "quiz": frozenset(entry.id for entry in site.guides.quizzes),
        }

    def way(self, page: Page, meant: Inside) -> Way:
        """Where a link on a page leads."""
        if meant.kind == "file":
            return self._to_file(page, meant.id)
        return Way(self._to_page(page, meant))

    def _to_file(self, page: Page, name: str) -> Way:
        size = self._site.guides.downloads.get(name)
        if size is None:
            return Way()
        return Way(
            page.place.to_file(download_path(name)), kind_and_size(name, size, self._site.words)
        )

    def _to_page(self, page: Page, meant: Inside) -> Url:
        if meant.kind == "page":
            return self._to_own_page(page, meant)
        if meant.kind == "term":
            known = meant.id in self._terms
            return page.place.to(page.glossary, meant.id) if known else NOWHERE
        if meant.kind == "step":
            return self._to_step(page, meant)
        return self._to_entry(page, meant)

    def _to_own_page(self, page: Page, meant: Inside) -> Url:
        if meant.id not in self._headings:
            return NOWHERE
        anchor = meant.anchor if meant.anchor in self._headings[meant.id] else ""
        return page.place.to(own_place(meant.id), anchor)

    def _to_entry(self, page: Page, meant: Inside) -> Url:
        if meant.id not in self._kinds[meant.kind]:
            return NOWHERE
        places = self._places(page)
        here = places.entries.get(meant.id) if places else None
        return page.place.to(here or self._site.library[meant.id].place)

    def _to_step(self, page: Page, meant: Inside) -> Url:
        guide = self._guide(page)
        folders = page.place.path.split("/")
        tier = meant.tier or folders[_FOLDER_OF_A_TIER.get("/".join(folders[:2]), 0)]
        plan = self._site.guides.plans.get(tier)
        phase = _phase_of(meant.id, plan.phases) if plan else None
        if phase is None:
            return NOWHERE
        if guide and guide.tier == tier:
            places, own = self._site.places_of(guide), _phase_of(meant.id, guide.own_phases)
            return (
                page.place.to(places.phases[own.id], meant.id)
                if own
                else page.place.to(places.plan)
            )
        if has_internal_pages(self._site):
            return page.place.to(team_phase_place(tier, phase.id), meant.id)
        return page.place.to(tier_place(tier))

    def _guide(self, page: Page) -> Guide | None:
        """The guide that a page belongs to."""
        folders = page.place.path.split("/")
        return self._guides.get((folders[0], folders[1])) if len(folders) > _IN_A_GUIDE else None

    def _places(self, page: Page) -> GuidePlaces | None:
        guide = self._guide(page)
        return self._site.places_of(guide) if guide else None
