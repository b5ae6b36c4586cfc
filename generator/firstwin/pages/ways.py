"""The ways that links inside the site lead, from the page on which they stand.

In: the `SiteMap`, and the place of a page. Out: addresses; none where this edition has nothing of the kind, so that the words of the link
stand alone. On a page of a guide, a way leads to the guide's own page of it, where it has one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from firstwin.pages.downloads import download_path, kind_and_size
from firstwin.pages.internal import has_internal_pages
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import (
    NOWHERE,
    Place,
    guide_place,
    own_place,
    team_phase_place,
    tier_place,
)
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
            "document": frozenset(entry.id for entry in site.guides.documents),
        }

    def way(self, here: Place, glossary: Place, meant: Inside) -> Way:
        """Where a link leads from a page; `glossary` is where the words on that page are explained."""
        if meant.kind == "file":
            return self._to_file(here, meant.id)
        if meant.kind == "term":
            return Way(here.to(glossary, meant.id) if meant.id in self._terms else NOWHERE)
        return Way(self._to_page(here, meant))

    def _to_file(self, here: Place, name: str) -> Way:
        size = self._site.guides.downloads.get(name)
        if size is None:
            return Way()
        return Way(here.to_file(download_path(name)), kind_and_size(name, size, self._site.words))

    def _to_page(self, here: Place, meant: Inside) -> Url:
        match meant.kind:
            case "page":
                return self._to_own_page(here, meant)
            case "plan":
                return self._to_plan(here, meant.id)
            case "guide":
                known = (self._tier(here, meant), meant.id)
                return here.to(guide_place(*known)) if known in self._guides else NOWHERE
            case "step":
                return self._to_step(here, meant)
            case _:
                return self._to_entry(here, meant)

    def _to_own_page(self, here: Place, meant: Inside) -> Url:
        if meant.id not in self._headings:
            return NOWHERE
        anchor = meant.anchor if meant.anchor in self._headings[meant.id] else ""
        return here.to(own_place(meant.id), anchor)

    def _to_plan(self, here: Place, tier: str) -> Url:
        if tier not in self._site.guides.plans:
            return NOWHERE
        guide = self._guide(here)
        own = guide and guide.tier == tier
        return here.to(self._site.places_of(guide).plan if guide and own else tier_place(tier))

    def _to_entry(self, here: Place, meant: Inside) -> Url:
        if meant.id not in self._kinds[meant.kind]:
            return NOWHERE
        guide = self._guide(here)
        own = self._site.places_of(guide).entries.get(meant.id) if guide else None
        return here.to(own or self._site.library[meant.id].place)

    def _to_step(self, here: Place, meant: Inside) -> Url:
        guide, tier = self._guide(here), self._tier(here, meant)
        plan = self._site.guides.plans.get(tier)
        phase = _phase_of(meant.id, plan.phases) if plan else None
        if phase is None:
            return NOWHERE
        if guide and guide.tier == tier:
            places, own = self._site.places_of(guide), _phase_of(meant.id, guide.own_phases)
            return here.to(places.phases[own.id], meant.id) if own else here.to(places.plan)
        if has_internal_pages(self._site):
            return here.to(team_phase_place(tier, phase.id), meant.id)
        return self._to_only_guide(here, tier, meant.id) or here.to(tier_place(tier))

    def _to_only_guide(self, here: Place, tier: str, step: str) -> Url:
        """A step in the one guide that has it. Where several have it, nobody knows whose the reader is."""
        found = [
            (guide, phase)
            for guide in self._site.current_guides_of(tier)
            if (phase := _phase_of(step, guide.own_phases))
        ]
        if len(found) != 1:
            return NOWHERE
        ((guide, phase),) = found
        return here.to(self._site.places_of(guide).phases[phase.id], step)

    def _tier(self, here: Place, meant: Inside) -> str:
        """The tier of what a link means: the one it names, or that of its page."""
        folders = here.path.split("/")
        return meant.tier or folders[_FOLDER_OF_A_TIER.get("/".join(folders[:2]), 0)]

    def _guide(self, here: Place) -> Guide | None:
        """The guide that a page belongs to."""
        folders = here.path.split("/")
        return self._guides.get((folders[0], folders[1])) if len(folders) > _IN_A_GUIDE else None
