"""Who does what on the vendor's side, week by week.

In: a `TierPlan` and the `SiteMap`. Out: a `Page`. A step stands in every week it runs through, with each role
of the vendor that owns it or takes part in it. Weeks behind each other in which everybody does the same are told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from firstwin.dates import number_of
from firstwin.models.plan import Days
from firstwin.models.vocabulary import Side
from firstwin.pages import anchors
from firstwin.pages.days import call
from firstwin.pages.moments import day_range, week_range
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, team_chrome
from firstwin.pages.titles import weeks_of_team
from firstwin.pages.urls import Place, team_phase_place, team_weeks_place
from firstwin.pages.views import ColumnView, DutiesView, DutyView, TeamWeeksView, TeamWeekView
from firstwin.pages.weeks import WEEK, days_of, load, week_of, weeks_of, weeks_of_calls, work_of
from firstwin.resolve.guide import Cadence, RoleShare, TierPlan
from firstwin.resolve.guide_step import GuideStep, RoleName
from firstwin.words import Words

ROUNDED_TO: Final = 5
"""Minutes of a week are rounded to so many: they are spread over days by arithmetic."""


def weeks_page(plan: TierPlan, site: SiteMap) -> Page:
    """What the team does in a plan, week by week."""
    here, title = team_weeks_place(plan.tier), weeks_of_team(plan.tier_title, site.words)
    # Translators: For the team: under the title of a plan's weeks.
    lede = site.words.say(
        "team",
        "What each of us does in which week. Minutes are spread evenly over the days of a step.",
    )
    view = TeamWeeksView(
        title,
        lede,
        _columns(site.words),
        _sums(plan, site.words),
        tuple(_weeks(plan, here, site.words)),
    )
    chrome = team_chrome("team-weeks", here, title, site)
    return Page(here, "team-weeks.md.j2", title, lede, chrome, view)


def _columns(words: Words) -> tuple[ColumnView, ...]:
    return (
        # Translators: For the team: over the first column of a table of roles and their hours.
        ColumnView(words.say("weeks", "Role")),
        # Translators: For the team: over the hours that each role spends on a plan.
        ColumnView(words.say("weeks", "In all"), number=True),
        # Translators: For the team: over the most hours that each role spends on a plan in a week.
        ColumnView(words.say("weeks", "In the busiest week"), number=True),
    )


def _sums(plan: TierPlan, words: Words) -> tuple[tuple[str, ...], ...]:
    """What a plan takes of each role of the team, in all and in its busiest week."""
    loads = ((share.role, _load(share, plan)) for share in _team(plan))
    return tuple(
        (
            role.title,
            words.total(round(sum(minutes.values())), alone=True),
            _roughly(max(minutes.values()), words),
        )
        for role, minutes in loads
        if sum(minutes.values())
    )


def _load(share: RoleShare, plan: TierPlan) -> Mapping[int, float]:
    """The minutes of a role in each week."""
    steps = (step for phase in plan.phases for step in phase.steps)
    calls = [cadence for cadence in plan.cadences if cadence.has(share.role.id)]
    return load(work_of(steps, share.work), calls)


def _team(plan: TierPlan) -> tuple[RoleShare, ...]:
    return tuple(share for share in plan.roles if share.role.side == Side.VENDOR.value)


def _weeks(plan: TierPlan, here: Place, words: Words) -> Iterator[TeamWeekView]:
    team, weeks = _team(plan), _weeks_of(plan)
    told = (
        (week, tuple(filter(None, (_duties(share, week, plan, here, words) for share in team))))
        for week in weeks
    )
    for roles, alike in groupby(told, key=itemgetter(1)):
        if roles:
            numbers = [week for week, _ in alike]
            yield _week(numbers[0], numbers[-1], roles, words)


def _week(first: int, last: int, roles: tuple[DutiesView, ...], words: Words) -> TeamWeekView:
    """What is done in a week, or in each of several."""
    days = str(day_range(days_of(first).first, days_of(last).last, words))
    if first < last:
        # Translators: Behind several weeks in which a team does the same; {days} is "Days 50–77".
        days = words.say("weeks", "{days}, the same each week", days=days)
    return TeamWeekView(
        anchors.week_anchor(first),
        week_range(number_of(first), number_of(last), words),
        days,
        roles,
    )


def _weeks_of(plan: TierPlan) -> range:
    """From the first week with a step, before the start or not, to the end of the plan and of its steps."""
    days = [
        step.moment.days for phase in plan.phases for step in phase.steps if not step.moment.event
    ]
    first, last = min((1, *(each.first for each in days))), max((1, *(each.last for each in days)))
    return range(week_of(first), week_of(max(plan.duration, last)) + 1)


def _duties(
    share: RoleShare, week: int, plan: TierPlan, here: Place, words: Words
) -> DutiesView | None:
    """What a role does in a week; None where that is nothing."""
    role = share.role
    work = [
        (phase, step)
        for phase in plan.phases
        for step in phase.steps
        if role.id in _people(step) and not step.moment.event and week in weeks_of(step.moment.days)
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
        _time(week, work_of((step for _, step in work), share.work), calls, words),
        tuple(
            DutyView(
                step.title,
                here.to(team_phase_place(plan.tier, phase.id), step.id),
                _duty(step, role, week, words),
            )
            for phase, step in work
        ),
        tuple(call(cadence, words) for cadence in calls),
    )


def _time(
    week: int, work: Iterable[tuple[Days, int]], calls: Sequence[Cadence], words: Words
) -> str:
    """What a week takes, roughly."""
    minutes = load(work)
    spent = minutes.get(week, 0) + sum(
        cadence.minutes.most * list(weeks_of_calls(cadence)).count(week) for cadence in calls
    )
    return _roughly(spent, words)


def _roughly(minutes: float, words: Words) -> str:
    """The minutes of a week, in the table above the weeks as in the week itself."""
    rounded = ROUNDED_TO * round(minutes / ROUNDED_TO)
    return words.total(rounded, alone=True) if rounded else ""


def _duty(step: GuideStep, role: RoleName, week: int, words: Words) -> str:
    """Behind a step in the week of a role: until when, and with whom."""
    last, ends = number_of(step.moment.days.last), step.moment.days.last <= WEEK * week
    if step.owner.id == role.id:
        if ends:
            # Translators: Behind a step that ends in a week.
            return words.say("weeks", "due day {day}", day=last)
        # Translators: Behind a step that goes on after a week.
        return words.say("weeks", "until day {day}", day=last)
    who = step.owner.title
    if ends:
        # Translators: Behind a step that ends in a week, and is led by somebody else.
        return words.say("weeks", "due day {day}, with {who}", day=last, who=who)
    # Translators: Behind a step that goes on after a week, and is led by somebody else.
    return words.say("weeks", "until day {day}, with {who}", day=last, who=who)


def _people(step: GuideStep) -> frozenset[str]:
    """Who works on a step: its owner, those who take part, and who takes over."""
    taking_over = [step.takes_over.id] if step.takes_over else []
    return frozenset([step.owner.id, *(role.id for role in step.with_), *taking_over])
