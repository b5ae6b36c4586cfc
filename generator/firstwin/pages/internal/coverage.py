"""Which guides are thin, and in what: a matrix of plans and roles, and the values behind it.

In: the `SiteMap`. Out: a `Page`. What counts as thin is a number here and a sentence on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from firstwin.models.part import Part
from firstwin.pages import anchors
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
from firstwin.resolve.blocks.agenda import Agenda
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.blocks.ticks import Ticks
from firstwin.resolve.guide import Guide
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words

FEWEST_OWNED: Final = 3
FEWEST_TUTORIALS: Final = 1
LEAST_OF_PROMISED: Final = 50
MOST_BARE: Final = 25
MOST_EMPTY: Final = 1
"""What counts as thin: two of these are per cent."""


class Measures(Struct, frozen=True):
    """What a guide is held against."""

    owned: int
    takes_part: int
    tutorials: int
    minutes: int
    promised: int
    bare: int
    empty: int

    def values(self, words: Words) -> tuple[MeasuredView, ...]:
        """Each value in words, in the order of the page's columns, and whether it is thin."""
        short = 100 * self.minutes < LEAST_OF_PROMISED * self.promised
        return (
            MeasuredView(words.shown(self.owned), self.owned < FEWEST_OWNED),
            MeasuredView(words.shown(self.takes_part), thin=False),
            MeasuredView(words.shown(self.tutorials), self.tutorials < FEWEST_TUTORIALS),
            MeasuredView(
                self._of_promised(words),
                bool(self.promised) and (short or self.minutes > self.promised),
            ),
            MeasuredView(words.shown(self.bare), 100 * self.bare > MOST_BARE * self.owned),
            MeasuredView(words.shown(self.empty), self.empty > MOST_EMPTY),
        )

    def _of_promised(self, words: Words) -> str:
        if self.promised:
            # Translators: The minutes of a guide, and those that were promised.
            return words.say(
                "coverage",
                "{minutes} of {promised}",
                minutes=self.minutes,
                promised=self.promised,
            )
        # Translators: The minutes of a guide of which nothing was promised.
        return words.say("coverage", "{minutes}, nothing promised", minutes=self.minutes)


def coverage_page(site: SiteMap) -> Page:
    """The page of coverage."""
    plans = site.guides.plans.values()
    title, lede = site.titles.coverage, coverage_lede(site.words)
    view = CoverageView(
        title=title,
        lede=lede,
        rules=_rules(site.words),
        tiers=tuple(plan.tier_title for plan in plans),
        matrix=tuple(_matrix(site)),
        columns=_columns(site.words),
        plans=tuple(
            CoverPlanView(
                plan.tier,
                plan.tier_title,
                tuple(_guide(guide, site.words) for guide in site.guides_of(plan.tier)),
            )
            for plan in plans
            if site.guides_of(plan.tier)
        ),
    )
    chrome = team_chrome("coverage", COVERAGE, title, site)
    return Page(COVERAGE, "coverage.md.j2", title, lede, chrome, view)


def coverage_lede(words: Words) -> str:
    """What the page of coverage is for."""
    # Translators: For the team: under the title of the page of thin guides, and beside the link to it.
    return words.say(
        "coverage",
        "Each guide, held against what a guide should have. It says where to write next, not where "
        "something is wrong.",
    )


def _rules(words: Words) -> tuple[str, ...]:
    return (
        # Translators: Behind "A guide is thin where".
        words.counted(
            "coverage",
            "its role owns fewer than {number} step",
            "its role owns fewer than {number} steps",
            FEWEST_OWNED,
        ),
        # Translators: Behind "A guide is thin where".
        words.counted(
            "coverage",
            "no tutorial leads through its work",
            "fewer than {number} tutorials lead through its work",
            FEWEST_TUTORIALS,
        ),
        # Translators: Behind "A guide is thin where"; {percent} is "50%".
        words.say(
            "coverage",
            "it takes less than {percent} of the minutes promised, or more than all of them",
            percent=words.percent(LEAST_OF_PROMISED),
        ),
        # Translators: Behind "A guide is thin where"; {percent} is "25%".
        words.say(
            "coverage",
            "more than {percent} of its own steps have neither a summary nor anything to tick",
            percent=words.percent(MOST_BARE),
        ),
        # Translators: Behind "A guide is thin where".
        words.counted(
            "coverage",
            "more than one phase has nothing for its role to do",
            "more than {number} phases have nothing for its role to do",
            MOST_EMPTY,
        ),
    )


def _columns(words: Words) -> tuple[str, ...]:
    say = words.say
    return (
        # Translators: Over a column of roles.
        say("coverage", "Role"),
        # Translators: Over a column: how many steps a role leads.
        say("coverage", "Steps owned"),
        # Translators: Over a column: in how many steps a role takes part.
        say("coverage", "Takes part in"),
        # Translators: Over a column: how many tutorials a guide leads to.
        say("coverage", "Tutorials"),
        # Translators: Over a column: "230 of 240".
        say("coverage", "Minutes, of those promised"),
        # Translators: Over a column: how many steps have nothing but a title.
        say("coverage", "Own steps that say little"),
        # Translators: Over a column: in how many phases a role has nothing to do.
        say("coverage", "Phases without a step"),
    )


def measures(guide: Guide) -> Measures:
    """What a guide has."""
    steps = [step for phase in guide.phases for step in phase.steps]
    owned = [step for step in steps if step.part is Part.OWNER]
    mine = [step for step in steps if step.part.acts]
    return Measures(
        owned=len(owned),
        takes_part=len(mine) - len(owned),
        tutorials=len(set(_tutorials(mine))),
        minutes=guide.minutes.most,
        promised=guide.promised,
        bare=sum(map(_is_bare, owned)),
        empty=sum(not any(step in mine for step in phase.steps) for phase in guide.phases),
    )


def _is_bare(step: GuideStep) -> bool:
    """Whether a step says neither why nor what: its title has to do. A library page says it elsewhere."""
    says = any(step.block(kind) for kind in (Ticks, Card, Agenda))
    return not (step.summary or step.text or says)


def _tutorials(steps: Iterable[GuideStep]) -> Iterator[str]:
    """The tutorials that steps lead to."""
    for step in steps:
        card = step.block(Card) if step.type == "tutorial" else None
        if card:
            yield card.entry


def _matrix(site: SiteMap) -> Iterator[CoverRowView]:
    roles = {guide.persona.id: guide.persona.title for guide in site.guides.guides}
    by_place = {(guide.tier, guide.persona.id): guide for guide in site.guides.guides}
    for role, title in roles.items():
        cells = (_cell(by_place.get((tier, role)), site.words) for tier in site.guides.plans)
        yield CoverRowView(title, tuple(cells))


def _cell(guide: Guide | None, words: Words) -> CoverCellView:
    if guide is None:
        # Translators: In a table of plans and roles: a role has no guide in a plan.
        return CoverCellView("none", words.say("coverage", "No guide"), NOWHERE)
    thin = sum(value.thin for value in measures(guide).values(words))
    url = COVERAGE.to(COVERAGE, _anchor(guide))
    if thin:
        # Translators: In a narrow table of plans and roles: in how many measures a guide has too little, or too much.
        remarks = words.counted("coverage", "{number} remark", "{number} remarks", thin)
        return CoverCellView("thin", remarks, url)
    # Translators: In a table of plans and roles: a guide is thin in nothing.
    return CoverCellView("full", words.say("coverage", "Full"), url)


def _guide(guide: Guide, words: Words) -> CoverGuideView:
    url = COVERAGE.to(guide_place(guide.tier, guide.persona.id))
    return CoverGuideView(_anchor(guide), guide.persona.title, url, measures(guide).values(words))


def _anchor(guide: Guide) -> str:
    return anchors.anchor(guide.tier, guide.persona.id)
