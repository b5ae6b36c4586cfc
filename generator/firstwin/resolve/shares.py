"""What each role gives to a plan: its minutes, the days from its first step or call to its last, and what each step takes.

In: a plan and the guides of its personas. Out: `RoleShare`s, in the order of `roles.yml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firstwin.models.effort import Effort, in_sum
from firstwin.models.part import minutes
from firstwin.models.plan import Days, Plan
from firstwin.models.playbook import Choice
from firstwin.resolve.guide import Cadence, Guide, RoleShare
from firstwin.resolve.guide_step import RoleName
from firstwin.resolve.moments import hull


def role_shares(
    plan: Plan,
    guides: Mapping[str, Guide],
    cadences: Iterable[Cadence],
    roles: Mapping[str, RoleName],
) -> tuple[RoleShare, ...]:
    """The share of everybody who owns something or takes part; who is only told gives nothing.

    A persona's share is that of its guide, so that a page about the plan and the guide say the same.
    """
    spent = _spent(plan, tuple(cadences))
    return tuple(
        _of_guide(guides[id_]) if id_ in guides else RoleShare(role, *spent[id_])
        for id_, role in roles.items()
        if id_ in guides or id_ in spent
    )


def _of_guide(guide: Guide) -> RoleShare:
    work = {step.id: step.minutes for phase in guide.phases for step in phase.steps}
    onboarding = (phase for phase in guide.phases if not phase.after)
    busy = (
        step.moment.days
        for phase in onboarding
        for step in phase.steps
        if step.part.acts and not step.moment.event
    )
    return RoleShare(guide.persona, guide.minutes, hull(busy), work)


def _spent(
    plan: Plan, cadences: Iterable[Cadence]
) -> dict[str, tuple[Effort, Days | None, dict[str, Effort]]]:
    """Minutes, days and work by role, over every step, those of personas as well, and every call in onboarding.

    What comes after onboarding is work, and counts for neither minutes nor days.
    """
    counted: dict[str, list[tuple[Effort, Choice | None]]] = {}
    days: dict[str, list[Days]] = {}
    work: dict[str, dict[str, Effort]] = {}
    later = {phase.id for phase in plan.phases if phase.after}
    choices = {
        id_: choice for phase in plan.phases for choice in phase.choices for id_ in choice.of
    }
    for step in plan.every_step():
        for role, part in step.parts.items():
            if not part.acts:
                continue
            taken = minutes(step.content, step.owner, role)
            work.setdefault(role, {})[step.id] = taken
            if step.phase not in later:
                counted.setdefault(role, []).append((taken, choices.get(step.id)))
                days.setdefault(role, []).extend(
                    [step.days] if step.days and not step.event else []
                )
    for cadence in cadences:
        for role in {person.id for person in cadence.people}:
            counted.setdefault(role, []).append((cadence.in_all, None))
            days.setdefault(role, []).append(cadence.moment.days)
    return {
        role: (in_sum(each), hull(days.get(role, ())), work.get(role, {}))
        for role, each in counted.items()
    }
