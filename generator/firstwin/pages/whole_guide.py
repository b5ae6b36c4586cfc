"""A whole guide on one page, every step of it open: for those who print it, or read it without a network.

In: a `Guide`, and the `SiteMap`. Out: a `Page`. Search leads to each step on the page of its phase.
"""

from __future__ import annotations

from msgspec.structs import replace

from firstwin.pages import anchors
from firstwin.pages.conditions import condition_views
from firstwin.pages.moments import when
from firstwin.pages.page import Page
from firstwin.pages.paths import paths_views
from firstwin.pages.phase import gate_of, results_of
from firstwin.pages.plain_words import beginning
from firstwin.pages.reader import Reader, reader_of
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.steps import step_view
from firstwin.pages.titles import guide_in, guide_of, in_context, numbered
from firstwin.pages.urls import NOWHERE
from firstwin.pages.views import LinkView, WholeGuideView, WholePhaseView
from firstwin.resolve.guide import Guide, GuidePhase


def whole_guide_page(guide: Guide, site: SiteMap) -> Page:
    """The page of a whole guide."""
    plan, places, words = site.plan(guide.tier), site.places_of(guide), site.words
    here, title = places.one_page, site.titles.whole_guide
    here_alone = dict.fromkeys(places.phases, here)
    reader = replace(reader_of(guide, here, site), phases=here_alone)
    context = guide_in(plan.tier_title, guide.persona.title, words)
    view = WholeGuideView(
        title=title,
        context=context,
        goal=guide.goal,
        # Translators: Under the title of a page that holds a whole guide.
        hint=words.say("guide", "Made for paper: every step is open."),
        paths=paths_views(guide.own_phases, words),
        phases=tuple(_phase(phase, reader) for phase in guide.own_phases),
        contacts=plan.people_to_ask(guide.persona.id),
    )
    back = LinkView(guide_of(guide.persona.title, words), here.to(places.start))
    return Page(
        here,
        "whole-guide.md.j2",
        in_context(title, context, words),
        beginning(guide.goal),
        guide_chrome("whole-guide", here, site, guide, back),
        view,
        listed_as=places.start,
    )


def _phase(phase: GuidePhase, reader: Reader) -> WholePhaseView:
    words = reader.words
    return WholePhaseView(
        id=anchors.phase_anchor(phase.number),
        title=numbered(phase, words),
        label=when(phase.moment, words),
        outcome=phase.outcome,
        conditions=condition_views(phase.conditions, words),
        about=phase.about,
        gate=gate_of(phase, words),
        results=results_of(phase, words),
        steps=tuple(
            replace(step_view(step, len(phase.steps), reader), open=True, edit=NOWHERE)
            for step in phase.steps
        ),
    )
