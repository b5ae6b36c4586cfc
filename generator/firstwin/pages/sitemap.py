"""Where everything lies: what page builders look up about pages other than their own.

In: `Guides`. Out: `SiteMap`. Only pages that this edition has are found here, so a link that is made
here leads somewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from firstwin.models.own_page import Shelf
from firstwin.models.vocabulary import Side
from firstwin.pages import anchors
from firstwin.pages.guide_places import GuidePlaces, guide_places
from firstwin.pages.page import BarLink, Chrome
from firstwin.pages.sides import own_side
from firstwin.pages.titles import Titles, titles_in
from firstwin.pages.urls import (
    GLOSSARY,
    HELP,
    HOME,
    INTERNAL,
    METRICS,
    NOWHERE,
    Place,
    document_place,
    guide_data_path,
    own_place,
    plan_data_path,
    quiz_place,
    tier_place,
    tutorial_place,
)
from firstwin.pages.views import LinkView
from firstwin.resolve.guide import Guide, Guides, TierPlan
from firstwin.resolve.library_texts import EntryText, UsedBy
from firstwin.words import Words


class LibraryPage(Struct, frozen=True):
    """A page of the library: a tutorial, a quiz or a document, and how much there is to do."""

    place: Place
    title: str
    kind: str
    size: str


class SiteMap(Struct, frozen=True):
    """The pages of one edition, by what they are about, and what is said in all of them.

    `entries` are tutorials, quizzes and documents. `uses` are the steps of each guide that lead to one, and `places` the guide's pages:
    both by tier and role.
    """

    guides: Guides
    words: Words
    titles: Titles
    library: Mapping[str, LibraryPage]
    entries: Mapping[str, EntryText]
    uses: Mapping[tuple[str, str], Mapping[str, Sequence[UsedBy]]]
    places: Mapping[tuple[str, str], GuidePlaces]

    def plan(self, tier: str) -> TierPlan:
        """The plan of a tier."""
        return self.guides.plans[tier]

    def guides_of(self, tier: str) -> tuple[Guide, ...]:
        """The guides of a plan."""
        return tuple(guide for guide in self.guides.guides if guide.tier == tier)

    def current_plans(self) -> tuple[TierPlan, ...]:
        """The plans that somebody may begin with: those that are not retired."""
        return tuple(plan for plan in self.guides.plans.values() if not plan.retired)

    def current_guides_of(self, tier: str) -> tuple[Guide, ...]:
        """The guides of a plan that are not retired while others of it go on."""
        return tuple(guide for guide in self.guides_of(tier) if not guide.retired)

    def phases_of(self, guide: Guide) -> Mapping[str, Place]:
        """The pages of a guide's phases: of those in which there is something for its reader."""
        return self.places_of(guide).phases

    def places_of(self, guide: Guide) -> GuidePlaces:
        """Where the pages of a guide lie."""
        return self.places[guide.tier, guide.persona.id]

    def uses_in(self, guide: Guide) -> Mapping[str, Sequence[UsedBy]]:
        """The tutorials, quizzes and documents a guide leads to, each with the steps that do, in their order."""
        return self.uses.get((guide.tier, guide.persona.id), {})

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
    documents = {
        document.id: LibraryPage(
            document_place(document.id),
            document.title,
            # Translators: What a page is: a template that readers fill in, such as a success plan.
            words.say("page", "Document"),
            # Translators: How long a document is.
            words.counted("document", "{number} part", "{number} parts", len(document.sections)),
        )
        for document in guides.documents
    }
    uses = _uses(guides.entries)
    return SiteMap(
        guides,
        words,
        titles_in(words),
        tutorials | quizzes | documents,
        {each.id: each for each in guides.entries},
        uses,
        _places(guides, uses),
    )


def _uses(entries: Iterable[EntryText]) -> dict[tuple[str, str], dict[str, list[UsedBy]]]:
    found: dict[tuple[str, str], dict[str, list[UsedBy]]] = {}
    for entry in entries:
        for use in entry.used_by:
            found.setdefault((use.tier, use.persona.id), {}).setdefault(entry.id, []).append(use)
    return found


def _places(
    guides: Guides, uses: Mapping[tuple[str, str], Collection[str]]
) -> dict[tuple[str, str], GuidePlaces]:
    phases = {
        tier: frozenset(phase.id for phase in plan.phases) for tier, plan in guides.plans.items()
    }
    return {
        (guide.tier, guide.persona.id): guide_places(
            guide.tier,
            guide.persona.id,
            plan=phases[guide.tier],
            phases=[phase.id for phase in guide.own_phases],
            entries=uses.get((guide.tier, guide.persona.id), ()),
        )
        for guide in guides.guides
    }


def home_link(here: Place, site: SiteMap) -> LinkView:
    """The way to the home page."""
    return LinkView(site.titles.home, here.to(HOME))


def site_links(
    here: Place, site: SiteMap, metrics: Place = METRICS, glossary: Place = GLOSSARY
) -> tuple[LinkView, ...]:
    """The pages of the site that the foot of each page leads to."""
    links = [home_link(here, site)]
    if site.guides.metrics:
        links.append(LinkView(site.titles.metrics, here.to(metrics)))
    if site.guides.glossary:
        links.append(LinkView(site.titles.glossary, here.to(glossary)))
    return tuple(links)


def site_chrome(kind: str, here: Place, title: str, site: SiteMap, vocabulary: str = "") -> Chrome:
    """What stands around a page that belongs to no plan; `vocabulary` is the file it shows."""
    return Chrome(
        kind,
        back=home_link(here, site),
        trail=(home_link(here, site), LinkView(title, NOWHERE)),
        bar=(
            BarLink(LinkView(site.titles.help, here.to(HELP)), "page" if here == HELP else ""),
            *own_bar(here, site),
        ),
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
            *own_bar(here, site),
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
            *own_bar(here, site),
        ),
        stuck=plan.stuck,
        reviewed=plan.reviewed,
        edit=plan.edit,
        guide=plan_data_path(plan.tier),
        retired=plan.retired,
    )


def delivery_chrome(kind: str, here: Place, title: str, plan: TierPlan, site: SiteMap) -> Chrome:
    """What stands around a page about a plan, for whoever conducts it."""
    overview = here.to(tier_place(plan.tier))
    above = LinkView(plan.tier_title, overview)
    return Chrome(
        kind,
        back=above,
        trail=(home_link(here, site), above, LinkView(title, NOWHERE)),
        bar=(
            BarLink(LinkView(site.titles.plan, overview), "true"),
            _help_bar(here, plan.tier, site),
            *own_bar(here, site),
        ),
        stuck=plan.stuck,
        reviewed=plan.reviewed,
        edit=plan.edit,
        retired=plan.retired,
    )


def guide_chrome(kind: str, here: Place, site: SiteMap, guide: Guide, back: LinkView) -> Chrome:
    """What stands around a guide and its pages. It leads to pages of the guide, wherever the guide has them."""
    plan, places = site.plan(guide.tier), site.places_of(guide)
    parts = (
        (site.titles.plan, places.plan),
        (site.titles.checklist, places.checklist),
        (site.titles.help, places.help),
    )
    elsewhere = any(here == place for _, place in parts)
    return Chrome(
        kind,
        back=back,
        trail=(
            LinkView(plan.tier_title, NOWHERE if here == places.plan else here.to(places.plan)),
            LinkView(
                guide.persona.title, NOWHERE if here == places.start else here.to(places.start)
            ),
        ),
        bar=(
            BarLink(
                LinkView(site.titles.guide, here.to(places.start)),
                "page" if here == places.start else "" if elsewhere else "true",
            ),
            *(
                BarLink(LinkView(title, here.to(place)), "page" if here == place else "")
                for title, place in parts
            ),
            *own_bar(here, site),
        ),
        foot=(
            *site_links(here, site, places.metrics, places.glossary),
            LinkView(site.titles.print_checklist, here.to(places.checklist)),
        ),
        stuck=guide.stuck or plan.stuck,
        reviewed=plan.reviewed,
        guide=guide_data_path(guide.tier, guide.persona.id),
        retired=guide.retired or plan.retired,
        aside=_aside(kind, guide, site),
    )


def _aside(kind: str, guide: Guide, site: SiteMap) -> str:
    """To whom a page of a guide speaks, where its reader stands beside those for whom the plan is written."""
    own = own_side(site.plan(guide.tier))
    if guide.persona.side == own.value or own is not Side.CUSTOMER:
        return ""
    if kind in ("guide", "phase", "whole-guide"):
        # Translators: On pages of a guide for the vendor's people or a partner's, who lead a plan that is written for customers.
        return site.words.say(
            "guide",
            "What the customer reads too stands here in their words: in outcomes, agendas and wins, “you” is the customer.",
        )
    if kind in ("tier", "metrics"):
        # Translators: On pages that are the same for customers and for the vendor's people or a partner's.
        return site.words.say(
            "guide", "This page speaks to the customer: “you” is the customer here."
        )
    return ""


def own_bar(here: Place, site: SiteMap) -> Iterator[BarLink]:
    """The owner's pages in the bar."""
    for page in site.guides.own_pages:
        if page.place is Shelf.BAR:
            place = own_place(page.id)
            yield BarLink(LinkView(page.title, here.to(place)), "page" if here == place else "")


def _guides_bar(here: Place, plan: TierPlan, site: SiteMap) -> tuple[BarLink, ...]:
    """The way from the overview of a plan to its guides, which are far down the page."""
    if not site.current_guides_of(plan.tier):
        return ()
    return (BarLink(LinkView(site.titles.guides, here.to(here, anchors.GUIDES))),)


def _help_bar(here: Place, tier: str, site: SiteMap) -> BarLink:
    """The way from a plan to whom one asks in it."""
    anchor = anchors.contacts_anchor(tier, len(site.guides.plans))
    return BarLink(LinkView(site.titles.help, here.to(HELP, anchor)))
