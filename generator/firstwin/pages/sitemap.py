"""Where everything lies: what page builders look up about pages other than their own.

In: `Guides`. Out: `SiteMap`. Only pages that this edition has are found here, so a link that is made
here leads somewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from firstwin.pages import anchors
from firstwin.pages.page import BarLink, Chrome
from firstwin.pages.titles import Titles, titles_in
from firstwin.pages.urls import (
    GLOSSARY,
    HELP,
    HOME,
    INTERNAL,
    METRICS,
    NOWHERE,
    Place,
    checklist_place,
    guide_place,
    phase_place,
    quiz_place,
    tier_place,
    tutorial_place,
)
from firstwin.pages.views import LinkView
from firstwin.resolve.guide import Guide, Guides, TierPlan, TutorialText
from firstwin.words import Words


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """A page of the library: a tutorial or a quiz, and how much there is to do."""

    place: Place
    title: str
    kind: str
    size: str


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The pages of one edition, by what they are about, and what is said in all of them."""

    guides: Guides
    words: Words
    titles: Titles
    library: Mapping[str, LibraryPage]
    tutorials: Mapping[str, TutorialText]

    def plan(self, tier: str) -> TierPlan:
        """The plan of a tier."""
        return self.guides.plans[tier]

    def guides_of(self, tier: str) -> tuple[Guide, ...]:
        """The guides of a plan."""
        return tuple(guide for guide in self.guides.guides if guide.tier == tier)

    def phases_of(self, guide: Guide) -> Mapping[str, Place]:
        """The pages of a guide's phases: of those in which there is something for its reader."""
        return {
            phase.id: phase_place(guide.tier, guide.persona.id, phase.id)
            for phase in guide.own_phases
        }

    def tier_titles(self, tiers: tuple[str, ...]) -> tuple[str, ...]:
        """The names of the plans among `tiers` that this edition has."""
        return tuple(plan.tier_title for plan in self.guides.plans.values() if plan.tier in tiers)


def site_map(guides: Guides, words: Words) -> SiteMap:
    """The map of an edition, with its words."""
    tutorials = {
        tutorial.id: LibraryPage(
            tutorial_place(tutorial.id),
            tutorial.title,
            # Translators: What a page is: numbered instructions for one task.
            words.say("page", "Tutorial"),
            # Translators: How long a tutorial is.
            words.counted("tutorial", "{number} action", "{number} actions", len(tutorial.actions)),
        )
        for tutorial in guides.tutorials
    }
    quizzes = {
        quiz.id: LibraryPage(
            quiz_place(quiz.id),
            quiz.title,
            # Translators: What a page is: questions that show what was understood.
            words.say("page", "Quiz"),
            # Translators: How long a quiz is.
            words.counted("quiz", "{number} question", "{number} questions", len(quiz.questions)),
        )
        for quiz in guides.quizzes
    }
    return SiteMap(
        guides,
        words,
        titles_in(words),
        tutorials | quizzes,
        {each.id: each for each in guides.tutorials},
    )


def home_link(here: Place, site: SiteMap) -> LinkView:
    """The way to the home page."""
    return LinkView(site.titles.home, here.to(HOME))


def site_links(here: Place, site: SiteMap) -> tuple[LinkView, ...]:
    """The pages of the site that the foot of each page leads to."""
    links = [home_link(here, site)]
    if site.guides.metrics:
        links.append(LinkView(site.titles.metrics, here.to(METRICS)))
    if site.guides.glossary:
        links.append(LinkView(site.titles.glossary, here.to(GLOSSARY)))
    return tuple(links)


def site_chrome(kind: str, here: Place, title: str, site: SiteMap, vocabulary: str = "") -> Chrome:
    """What stands around a page that belongs to no plan; `vocabulary` is the file it shows."""
    return Chrome(
        kind,
        back=home_link(here, site),
        trail=(home_link(here, site), LinkView(title, NOWHERE)),
        bar=(BarLink(LinkView(site.titles.help, here.to(HELP)), "page" if here == HELP else ""),),
        edit=site.guides.edits.get(vocabulary, ""),
    )


def team_chrome(kind: str, here: Place, title: str, site: SiteMap, vocabulary: str = "") -> Chrome:
    """What stands around a page for the vendor's team; `vocabulary` is the file it shows."""
    overview = LinkView(site.titles.team, here.to(INTERNAL))
    own = here == INTERNAL
    return Chrome(
        kind,
        back=home_link(here, site) if own else overview,
        trail=(
            home_link(here, site),
            LinkView(site.titles.team, NOWHERE if own else overview.url),
            *(() if own else (LinkView(title, NOWHERE),)),
        ),
        bar=(
            BarLink(overview, "page" if own else "true"),
            BarLink(LinkView(site.titles.help, here.to(HELP))),
        ),
        edit=site.guides.edits.get(vocabulary, ""),
    )


def tier_chrome(here: Place, plan: TierPlan, site: SiteMap) -> Chrome:
    """What stands around the overview of a plan."""
    return Chrome(
        "tier",
        back=home_link(here, site),
        trail=(home_link(here, site), LinkView(plan.tier_title, NOWHERE)),
        bar=(
            *_guides_bar(here, plan, site),
            BarLink(LinkView(site.titles.plan, here.to(here)), "page"),
            _help_bar(here, plan.tier, site),
        ),
        stuck=plan.stuck,
        reviewed=plan.reviewed,
        edit=plan.edit,
    )


def guide_chrome(kind: str, here: Place, site: SiteMap, guide: Guide, back: LinkView) -> Chrome:
    """What stands around a guide and the pages that belong to it alone."""
    plan, persona = site.plan(guide.tier), guide.persona
    overview, own = tier_place(guide.tier), guide_place(guide.tier, persona.id)
    checklist = checklist_place(guide.tier, persona.id)
    return Chrome(
        kind,
        back=back,
        trail=(
            LinkView(plan.tier_title, here.to(overview)),
            LinkView(persona.title, NOWHERE if here == own else here.to(own)),
        ),
        bar=(
            BarLink(LinkView(site.titles.guide, here.to(own)), _current(here, own, checklist)),
            BarLink(LinkView(site.titles.plan, here.to(overview))),
            BarLink(
                LinkView(site.titles.checklist, here.to(checklist)),
                "page" if here == checklist else "",
            ),
            _help_bar(here, guide.tier, site),
        ),
        foot=(
            *site_links(here, site),
            LinkView(site.titles.print_checklist, here.to(checklist)),
        ),
        stuck=plan.stuck,
        reviewed=plan.reviewed,
    )


def _guides_bar(here: Place, plan: TierPlan, site: SiteMap) -> tuple[BarLink, ...]:
    """The way from the overview of a plan to its guides, which are far down the page."""
    if not site.guides_of(plan.tier):
        return ()
    return (BarLink(LinkView(site.titles.guides, here.to(here, anchors.GUIDES))),)


def _help_bar(here: Place, tier: str, site: SiteMap) -> BarLink:
    """The way from a plan to whom one asks in it."""
    anchor = anchors.contacts_anchor(tier, len(site.guides.plans))
    return BarLink(LinkView(site.titles.help, here.to(HELP, anchor)))


def _current(here: Place, own: Place, checklist: Place) -> Literal["", "page", "true"]:
    """What the bar says of the guide: all its pages lie in it, but for those the bar has links to."""
    if here == own:
        return "page"
    return "" if here == checklist else "true"
