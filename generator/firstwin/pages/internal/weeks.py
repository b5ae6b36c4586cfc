"""Who does what on the vendor's side, week by week.

In: a `TierPlan` and the `SiteMap`. Out: a `Page`. A step stands in every week it runs through, with each role
of the vendor that owns it or takes part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstwin.models.vocabulary import Side
from firstwin.pages import anchors, words
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.urls import Place, team_phase_place, team_weeks_place
from firstwin.pages.views import DutiesView, DutyView, TeamWeeksView, TeamWeekView
from firstwin.pages.weeks import WEEK, days_of, load, week_of, weeks_of, weeks_of_calls
from firstwin.resolve.guide import Cadence, GuidePhase, TierPlan
from firstwin.resolve.guide_step import GuideStep, RoleName


def weeks_page(plan: TierPlan, site: SiteMap) -> Page:
    """What the team does in a plan, week by week."""
    here, title = team_weeks_place(plan.tier), words.weeks_of_team(plan.tier_title)
    view = TeamWeeksView(title, words.WEEKS_OF_TEAM_LEDE, tuple(_weeks(plan, here)))
    chrome = team_chrome("team-weeks", here, title, site)
    return Page(
        here, "team-weeks.md.j2", title, words.WEEKS_OF_TEAM_LEDE, chrome, view, search=False
    )


def _weeks(plan: TierPlan, here: Place) -> Iterator[TeamWeekView]:
    team = [share.role for share in plan.roles if share.role.side == Side.VENDOR.value]
    for week in range(1, week_of(_last_day(plan)) + 1):
        days = days_of(week)
        roles = tuple(filter(None, (_duties(role, week, plan, here) for role in team)))
        if roles:
            label = words.day_range(days.first, days.last)
            yield TeamWeekView(anchors.week_anchor(week), words.week(week), label, roles)


def _last_day(plan: TierPlan) -> int:
    days = [step.moment.days.last for phase in plan.phases for step in phase.steps]
    return max(plan.duration, *days, 1)


def _duties(role: RoleName, week: int, plan: TierPlan, here: Place) -> DutiesView | None:
    """What a role does in a week; None where that is nothing."""
    work = [
        (phase, step)
        for phase in plan.phases
        for step in phase.steps
        if role.id in _people(step) and week in weeks_of(step.moment.days)
    ]
    calls = [
        cadence
        for cadence in plan.cadences
        if cadence.has(role.id) and week in weeks_of_calls(cadence)
    ]
    if not work and not calls:
        return None
    return DutiesView(
        role.title,
        _time(week, [step for _, step in work], calls),
        tuple(_duty(step, phase, role, week, plan.tier, here) for phase, step in work),
        tuple(words.call(cadence.title, cadence.minutes) for cadence in calls),
    )


def _time(week: int, steps: Sequence[GuideStep], calls: Sequence[Cadence]) -> str:
    minutes = load((step.moment.days, step.minutes) for step in steps)
    return words.about(minutes.get(week, 0) + sum(cadence.minutes for cadence in calls))


def _duty(  # noqa: PLR0913, PLR0917 - all that a line says, looked up by its one caller
    step: GuideStep, phase: GuidePhase, role: RoleName, week: int, tier: str, here: Place
) -> DutyView:
    last = step.moment.days.last
    until = words.due_on(last) if last <= WEEK * week else words.until(last)
    who = words.takes_part(step.owner.title) if step.owner.id != role.id else ""
    url = here.to(team_phase_place(tier, phase.id), step.id)
    return DutyView(step.title, url, ", ".join(filter(None, (until, who))))


def _people(step: GuideStep) -> frozenset[str]:
    """Who works on a step: its owner, those who take part, and who takes over."""
    taking_over = [step.handoff_to.id] if step.handoff_to else []
    return frozenset([step.owner.id, *(role.id for role in step.with_), *taking_over])
