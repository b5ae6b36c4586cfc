"""Everything that a reader may look for: steps, tutorials, terms, people, and the pages they stand on.

In: the `SiteMap`. Out: `Find`s, those of each plan and those of the site as a whole. Search and the page of everything
are made of them. They come from the guides alone, so nothing of another edition is among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from firstwin.models.part import Part
from firstwin.pages import anchors
from firstwin.pages.guide_places import GuidePlaces
from firstwin.pages.internal import has_internal_pages
from firstwin.pages.plain_words import beginning, plain
from firstwin.pages.plays import has_plays_page
from firstwin.pages.reader_texts import texts_in
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.titles import guide_of
from firstwin.pages.urls import (
    GLOSSARY,
    HELP,
    METRICS,
    PLAYS,
    Place,
    own_place,
    team_phase_place,
    tier_place,
)
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.guide import Guide, GuidePhase, PlayText, TierPlan
from firstwin.resolve.guide_step import GuideStep, Moment, NeededStep, RoleName
from firstwin.resolve.library_texts import EntryText, TutorialText
from firstwin.resolve.own_pages import OwnPageSection, OwnPageText
from firstwin.text import Prose

PlaceIn = Callable[[GuidePlaces], Place | None]
"""Where a guide has something, if it does."""

Kind = Literal["contact", "document", "metric", "page", "play", "quiz", "step", "term", "tutorial"]

_NAMES: Final = (Moment, NeededStep, RoleName)
"""What names something else: whoever looks for that should find it, not what names it."""


class Spot(Struct, frozen=True):
    """Where something stands. `guide` is the role whose page that is; `context` says where it lies, in words."""

    place: Place
    anchor: str = ""
    guide: str = ""
    context: str = ""


class Find(Struct, frozen=True):
    """One thing to look for. `spots` are the pages that have it: the site's own, or that of whoever leads it, first.

    `about` is a line about it, `also` what else people call it, `text` what else it says, text by text. `key` names what is one and
    the same in several plans.
    """

    kind: Kind
    title: str
    spots: tuple[Spot, ...]
    about: str = ""
    also: tuple[str, ...] = ()
    text: str = ""
    key: str = ""


def finds_of_plan(plan: TierPlan, site: SiteMap) -> tuple[Find, ...]:
    """What there is to find in a plan and its guides."""
    guides = site.current_guides_of(plan.tier)
    return (
        *_pages(plan, guides, site),
        *_phases(plan, guides, site),
        *_steps(plan, guides, site),
        *_plays(guides, plan, site),
        *_contacts(guides, plan, site),
    )


def finds_of_site(site: SiteMap) -> tuple[Find, ...]:
    """What there is to find on pages that belong to no plan."""
    guides, titles = site.guides, site.titles
    finds = [Find("page", titles.help, (Spot(HELP),), about=beginning(guides.stuck))]
    if guides.glossary:
        finds.append(Find("page", titles.glossary, (Spot(GLOSSARY),)))
    finds += [
        Find(
            "term",
            term.title,
            (Spot(GLOSSARY, term.id, context=titles.glossary),),
            about=plain(term.meaning),
            also=term.also,
        )
        for term in guides.glossary
    ]
    if guides.metrics:
        finds.append(Find("page", titles.metrics, (Spot(METRICS),)))
    finds += [
        Find(
            "metric",
            metric.title,
            (Spot(METRICS, metric.id, context=titles.metrics),),
            about=beginning(metric.meaning),
        )
        for metric in guides.metrics
    ]
    if has_plays_page(guides):
        finds += [
            _play(play, (Spot(PLAYS, play.id, context=titles.plays),)) for play in guides.plays
        ]
    used = {
        card.entry
        for plan in guides.plans.values()
        for phase in plan.phases
        for step in phase.steps
        if (card := step.block(Card))
    }.union(*(places.entries for places in site.places.values()))
    finds += [_entry(text, (), site) for text in site.entries.values() if text.id not in used]
    finds += _own_pages(site)
    return tuple(finds)


def about_own_page(page: OwnPageText) -> str:
    """What an own page is about: where its author does not say it, the beginning of its text."""
    first = next((beginning(each.text) for each in page.sections if each.text), page.title)
    return page.description or first


def _own_pages(site: SiteMap) -> Iterator[Find]:
    """Each own page, and each heading on it."""
    for page in site.guides.own_pages:
        place, about = own_place(page.id), about_own_page(page)
        above = [_untitled(each) for each in page.sections if not each.level]
        yield Find("page", page.title, (Spot(place),), about, text=_text(above, page.title, about))
        for section in page.sections:
            if section.level:
                title, spot = plain(section.title), Spot(place, section.id, context=page.title)
                about = beginning(section.text)
                text = _text((_untitled(section),), title, about)
                yield Find("page", title, (spot,), about, text=text)


def _untitled(section: OwnPageSection) -> OwnPageSection:
    """A section without its title, which is found by itself."""
    return replace(section, title=Prose())


def _pages(plan: TierPlan, guides: Sequence[Guide], site: SiteMap) -> Iterator[Find]:
    """The pages that are there to be opened rather than read."""
    words, titles = site.words, site.titles
    overview = (
        Spot(tier_place(plan.tier), context=plan.tier_title),
        *_in_guides(plan, guides, site, lambda places: places.plan),
    )
    yield Find("page", plan.title, overview, about=beginning(plan.summary), also=(titles.plan,))
    for guide in guides:
        role = guide.persona
        own = Spot(site.places_of(guide).start, guide=role.id, context=plan.tier_title)
        yield Find("page", guide_of(role.title, words), (own,), about=beginning(guide.goal))
    if guides:
        checklists = _in_guides(plan, guides, site, lambda places: places.checklist)
        yield Find("page", titles.checklist, tuple(checklists))
        days = _in_guides(plan, guides, site, lambda places: places.days)
        yield Find("page", titles.days, tuple(days))


def _phase(id_: str) -> PlaceIn:
    return lambda places: places.phases.get(id_)


def _page_of(entry: str) -> PlaceIn:
    return lambda places: places.entries.get(entry)


def _in_guides(
    plan: TierPlan,
    guides: Sequence[Guide],
    site: SiteMap,
    place_in: PlaceIn,
    in_page: tuple[str, str] = ("", ""),
) -> Iterator[Spot]:
    """Where something stands in each guide that has it; `in_page` is its anchor there, and where that is in words."""
    anchor, where = in_page
    for guide in guides:
        place, role = place_in(site.places_of(guide)), guide.persona
        if place:
            yield Spot(place, anchor, role.id, site.words.row(plan.tier_title, role.title, where))


def _phases(plan: TierPlan, guides: Sequence[Guide], site: SiteMap) -> Iterator[Find]:
    for phase in plan.phases:
        spots = tuple(_in_guides(plan, guides, site, _phase(phase.id)))
        if spots or has_internal_pages(site):
            yield Find(
                "page",
                phase.title,
                spots or (_team_spot(plan, phase, site),),
                about=beginning(phase.outcome),
                text=_text((phase.criteria,), phase.title, plain(phase.outcome)),
            )


def _steps(plan: TierPlan, guides: Sequence[Guide], site: SiteMap) -> Iterator[Find]:
    """The steps of a plan, in its order; one that has a page of its own is that page, and once."""
    entries: dict[str, list[GuideStep]] = {}
    for phase in plan.phases:
        for step in phase.steps:
            shown = _shown(plan, phase, step, guides, site)
            card = step.block(Card)
            if card and card.entry in site.library:
                entries.setdefault(card.entry, []).extend(each for each, _ in shown)
            elif shown:
                lead = shown[0][0]
                yield Find(
                    "step",
                    lead.title,
                    tuple(spot for _, spot in shown),
                    about=beginning(lead.summary or lead.text),
                    also=lead.also,
                    text=_text(
                        (each for each, _ in shown), lead.title, plain(lead.summary or lead.text)
                    ),
                )
    for text in site.entries.values():
        kind = site.library[text.id].kind
        # A guide may have it without any step of the plan: where one of its plays leads there.
        spots = tuple(_in_guides(plan, guides, site, _page_of(text.id), ("", kind)))
        if spots or text.id in entries:
            yield _entry(text, entries.get(text.id, ()), site, spots)


def _shown(
    plan: TierPlan, phase: GuidePhase, step: GuideStep, guides: Sequence[Guide], site: SiteMap
) -> list[tuple[GuideStep, Spot]]:
    """A step as each guide that has it shows it, that of its owner first."""
    found = [
        (
            own,
            Spot(
                place,
                step.id,
                guide.persona.id,
                site.words.row(plan.tier_title, guide.persona.title, phase.title),
            ),
        )
        for guide in guides
        if (place := site.phases_of(guide).get(phase.id))
        for in_guide in guide.phases
        if in_guide.id == phase.id
        for own in in_guide.steps
        if own.id == step.id
    ]
    if not found and has_internal_pages(site):
        return [(step, _team_spot(plan, phase, site, step.id))]
    return sorted(found, key=lambda each: _ORDER.index(each[0].part))


_ORDER: Final = (Part.OWNER, Part.WITH, Part.INFORMED, Part.NONE)


def _entry(
    text: EntryText,
    uses: Sequence[GuideStep],
    site: SiteMap,
    spots: tuple[Spot, ...] = (),
) -> Find:
    page = site.library[text.id]
    about = text.goal if isinstance(text, TutorialText) else text.summary
    return Find(
        text.kind,
        text.title,
        (Spot(page.place, context=page.kind), *spots),
        about=beginning(about),
        also=text.also,
        text=_text((text, *uses), text.title, plain(about)),
        key=text.id,
    )


def _plays(guides: Sequence[Guide], plan: TierPlan, site: SiteMap) -> Iterator[Find]:
    """What to do when something goes wrong, as far as guides say it."""
    title = site.titles.guide_plays
    for play in {play.id: play for guide in guides for play in guide.plays}.values():
        those = [guide for guide in guides if any(own.id == play.id for own in guide.plays)]
        spots = _in_guides(plan, those, site, lambda places: places.plays, (play.id, title))
        yield _play(play, tuple(spots))


def _play(play: PlayText, spots: tuple[Spot, ...]) -> Find:
    return Find(
        "play",
        play.title,
        spots,
        about=beginning(play.trigger),
        text=_text((play.steps, play.moves), play.title, plain(play.trigger)),
    )


def _contacts(guides: Sequence[Guide], plan: TierPlan, site: SiteMap) -> Iterator[Find]:
    several, title = len(site.guides.plans) > 1, site.titles.help
    context = site.words.row(plan.tier_title, title)
    for contact in plan.contacts:
        anchor = anchors.anchor(plan.tier, contact.id) if several else contact.id
        # Nobody asks themselves: the help of their guide leaves them out.
        asking = [guide for guide in guides if guide.persona.id != contact.role]
        spots = _in_guides(plan, asking, site, lambda places: places.help, (contact.id, title))
        yield Find(
            "contact",
            contact.title,
            (Spot(HELP, anchor, context=context), *spots),
            about=contact.ask_about,
            text=_text((contact.responds, contact.stand_in), contact.title, contact.ask_about),
        )


def _team_spot(plan: TierPlan, phase: GuidePhase, site: SiteMap, anchor: str = "") -> Spot:
    context = site.words.row(site.titles.team, plan.tier_title, phase.title)
    return Spot(team_phase_place(plan.tier, phase.id), anchor, context=context)


def _text(values: Iterable[Any], *said: str) -> str:
    """What some values say, each text once and whole, without what was said already."""
    texts = dict.fromkeys(
        plain(text) if isinstance(text, Prose) else text
        for value in values
        for text in texts_in(value, *_NAMES)
    )
    return "\n".join(text for text in texts if text and text not in said)
