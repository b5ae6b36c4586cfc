"""Which guides are thin, and in what: a matrix of plans and roles, and the values behind it.

In: the `SiteMap`. Out: a `Page`. What counts as thin is a number here and a sentence on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firstwin.models.part import Part
from firstwin.pages import anchors, words
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import COVERAGE, NOWHERE, guide_place
from firstwin.pages.views import (
    CoverageView,
    CoverCellView,
    CoverGuideView,
    CoverPlanView,
    CoverRowView,
    MeasuredView,
)
from firstwin.resolve.guide import Guide
from firstwin.resolve.guide_step import GuideStep

FEWEST_OWNED: Final = 3
FEWEST_TUTORIALS: Final = 1
LEAST_OF_PROMISED: Final = 50
MOST_BARE: Final = 25
MOST_EMPTY: Final = 1
"""What counts as thin: two of these are per cent."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a guide is held against."""

    owned: int
    takes_part: int
    tutorials: int
    minutes: int
    promised: int
    bare: int
    empty: int

    @property
    def values(self) -> tuple[MeasuredView, ...]:
        """Each value in words, in the order of the page's columns, and whether it is thin."""
        short = 100 * self.minutes < LEAST_OF_PROMISED * self.promised
        return (
            MeasuredView(str(self.owned), self.owned < FEWEST_OWNED),
            MeasuredView(str(self.takes_part), thin=False),
            MeasuredView(str(self.tutorials), self.tutorials < FEWEST_TUTORIALS),
            MeasuredView(
                words.of_promised(self.minutes, self.promised),
                bool(self.promised) and (short or self.minutes > self.promised),
            ),
            MeasuredView(str(self.bare), 100 * self.bare > MOST_BARE * self.owned),
            MeasuredView(str(self.empty), self.empty > MOST_EMPTY),
        )


def coverage_page(site: SiteMap) -> Page:
    """The page of coverage."""
    plans = site.guides.plans.values()
    view = CoverageView(
        title=words.COVERAGE,
        lede=words.COVERAGE_LEDE,
        rules=(
            words.at_least_owned(FEWEST_OWNED),
            words.at_least_tutorials(FEWEST_TUTORIALS),
            words.minutes_between(LEAST_OF_PROMISED),
            words.at_most_bare(MOST_BARE),
            words.at_most_empty(MOST_EMPTY),
        ),
        tiers=tuple(plan.tier_title for plan in plans),
        matrix=tuple(_matrix(site)),
        columns=(
            words.ROLE,
            words.OWNED,
            words.TAKES_PART,
            words.TUTORIAL_COUNT,
            words.MINUTES,
            words.BARE_STEPS,
            words.EMPTY_PHASES,
        ),
        plans=tuple(
            CoverPlanView(plan.tier, plan.tier_title, tuple(map(_guide, site.guides_of(plan.tier))))
            for plan in plans
            if site.guides_of(plan.tier)
        ),
    )
    chrome = team_chrome("coverage", COVERAGE, words.COVERAGE, site)
    return Page(COVERAGE, "coverage.md.j2", words.COVERAGE, words.COVERAGE_LEDE, chrome, view)


def measures(guide: Guide) -> Measures:
    """What a guide has."""
    steps = [step for phase in guide.phases for step in phase.steps]
    owned = [step for step in steps if step.part is Part.OWNER]
    mine = [step for step in steps if step.part.acts]
    return Measures(
        owned=len(owned),
        takes_part=len(mine) - len(owned),
        tutorials=len({step.page for step in mine if step.type == "tutorial" and step.page}),
        minutes=guide.minutes,
        promised=guide.promised,
        bare=sum(map(_is_bare, owned)),
        empty=sum(not any(step in mine for step in phase.steps) for phase in guide.phases),
    )


def _is_bare(step: GuideStep) -> bool:
    """Whether a step says neither why nor what: its title has to do. A library page says it elsewhere."""
    return not (step.summary or step.text or step.ticks or step.page or step.agenda)


def _matrix(site: SiteMap) -> Iterator[CoverRowView]:
    roles = {guide.persona.id: guide.persona.title for guide in site.guides.guides}
    by_place = {(guide.tier, guide.persona.id): guide for guide in site.guides.guides}
    for role, title in roles.items():
        cells = (_cell(by_place.get((tier, role))) for tier in site.guides.plans)
        yield CoverRowView(title, tuple(cells))


def _cell(guide: Guide | None) -> CoverCellView:
    if guide is None:
        return CoverCellView("none", words.NO_GUIDE, NOWHERE)
    thin = sum(value.thin for value in measures(guide).values)
    url = COVERAGE.to(COVERAGE, _anchor(guide))
    if thin:
        return CoverCellView("thin", words.thin_in(thin), url)
    return CoverCellView("full", words.FULL, url)


def _guide(guide: Guide) -> CoverGuideView:
    url = COVERAGE.to(guide_place(guide.tier, guide.persona.id))
    return CoverGuideView(_anchor(guide), guide.persona.title, url, measures(guide).values)


def _anchor(guide: Guide) -> str:
    return anchors.anchor(guide.tier, guide.persona.id)
