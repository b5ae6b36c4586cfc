"""Everything in a plan that somebody accepts or signs: by when, who, what is tried, what has to be true, and what shows it.

In: a `TierPlan` and the `SiteMap`. Out: a `Page`.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages.blocks.decision import decision_view
from firstwin.pages.blocks.done import criterion_of
from firstwin.pages.blocks.raci import acceptance_view
from firstwin.pages.blocks.trials import trial_views
from firstwin.pages.delivery.step_places import step_link
from firstwin.pages.moments import deadline, when
from firstwin.pages.page import Page
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, delivery_chrome
from firstwin.pages.titles import acceptance_of, numbered
from firstwin.pages.urls import acceptance_place
from firstwin.pages.views import PointsPhaseView, PointsView, PointView
from firstwin.resolve.blocks.acceptance import AcceptanceBlock
from firstwin.resolve.blocks.decision import DecisionBlock
from firstwin.resolve.blocks.results import Results
from firstwin.resolve.blocks.sign_off import SignOff
from firstwin.resolve.blocks.trials import Trials
from firstwin.resolve.guide import GuidePhase, TierPlan
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def has_points(plan: TierPlan) -> bool:
    """Whether anything in a plan is accepted or signed."""
    return any(_is_point(step) for phase in plan.phases for step in phase.steps)


def acceptance_page(plan: TierPlan, site: SiteMap) -> Page:
    """The points of a plan, phase by phase."""
    here, title = acceptance_place(plan.tier), acceptance_of(plan.tier_title, site.words)
    reader = Reader(here, None, site)
    lede = _lede(plan, site.words)
    view = PointsView(
        title, lede, tuple(filter(None, (_phase(phase, plan, reader) for phase in plan.phases)))
    )
    chrome = delivery_chrome("points", here, title, plan, site)
    return Page(here, "points.md.j2", title, lede, chrome, view)


def _lede(plan: TierPlan, words: Words) -> str:
    number = sum(_is_point(step) for phase in plan.phases for step in phase.steps)
    # Translators: Under the title of the page of what is accepted: how many points there are.
    points = words.counted(
        "points",
        "{number} point at which somebody accepts the work, decides or signs.",
        "{number} points at which somebody accepts the work, decides or signs.",
        number,
    )
    # Translators: Under the title of the page of what is accepted.
    shown = words.say("points", "Each with its day, who decides, and what there is to show.")
    tried = sum(len(trials.trials) for trials in _trials(plan))
    if not tried:
        return words.paragraph([points, shown])
    # Translators: Under the title of the page of what is accepted: how much is tried before.
    tests = words.counted(
        "points", "{number} test has to pass.", "{number} tests have to pass.", tried
    )
    return words.paragraph([points, tests, shown])


def _trials(plan: TierPlan) -> Iterator[Trials]:
    """What is tried in the steps of a plan."""
    steps = (step for phase in plan.phases for step in phase.steps)
    yield from filter(None, (step.block(Trials) for step in steps))


def _is_point(step: GuideStep) -> bool:
    return any(step.block(kind) for kind in (AcceptanceBlock, DecisionBlock, SignOff, Trials))


def _phase(phase: GuidePhase, plan: TierPlan, reader: Reader) -> PointsPhaseView | None:
    points = tuple(_point(step, phase, plan, reader) for step in phase.steps if _is_point(step))
    if not points:
        return None
    title = numbered(phase, reader.words)
    return PointsPhaseView(title, when(phase.moment, reader.words), points)


def _point(step: GuideStep, phase: GuidePhase, plan: TierPlan, reader: Reader) -> PointView:
    words, acceptance, results = reader.words, step.block(AcceptanceBlock), step.block(Results)
    decision, trials = step.block(DecisionBlock), step.block(Trials)
    return PointView(
        id=step.id,
        title=step.title,
        url=step_link(step, phase, plan, reader.here, reader.site),
        meta=words.row(deadline(step.moment, words), step.owner.title),
        acceptance=acceptance_view(acceptance, step, reader) if acceptance else None,
        decision=decision_view(decision, reader) if decision else None,
        trials=tuple(trial_views(trials, step.id, words)) if trials else (),
        done_when=criterion_of(step),
        evidence=results.deliverables if results else (),
        signatures=tuple(_signatures(step, words)),
    )


def _signatures(step: GuideStep, words: Words) -> Iterator[str]:
    """Who signs the step. Whoever accepts it signs under what has to be true."""
    sign_off = step.block(SignOff)
    for role in sign_off.roles if sign_off else ():
        # Translators: Who signs a step, on a page of all that is signed; on paper, a line to sign on stands behind it.
        yield words.say("points", "Signed by {who}", who=role.title)
