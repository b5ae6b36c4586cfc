"""Where a step of a plan stands, for readers who have no guide of that plan.

In: a step, its phase and plan, and the `SiteMap`. Out: a link.
"""

from __future__ import annotations

from firstwin.models.values import Audience
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import NOWHERE, Place, team_phase_place
from firstwin.resolve.guide import GuidePhase, TierPlan
from firstwin.resolve.guide_step import GuideStep
from firstwin.text import Url


def step_link(
    step: GuideStep, phase: GuidePhase, plan: TierPlan, here: Place, site: SiteMap
) -> Url:
    """The step in the team's plan; for partners in the guide of its owner, or else in the first guide that has it."""
    if site.guides.audience is Audience.INTERNAL:
        return here.to(team_phase_place(plan.tier, phase.id), step.id)
    guides = site.guides_of(plan.tier)
    for guide in sorted(guides, key=lambda guide: guide.persona.id != step.owner.id):
        place = site.phases_of(guide).get(phase.id)
        own = next((each for each in guide.phases if each.id == phase.id), None)
        if place and own and any(each.id == step.id for each in own.steps):
            return here.to(place, step.id)
    return NOWHERE
