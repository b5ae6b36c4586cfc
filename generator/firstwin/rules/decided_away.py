"""What of a plan does not apply by what its tier decided for all customers.

In: a plan, and the tiers. Out: the answers, and which phases and steps are in no site by them.
"""

from __future__ import annotations

from collections.abc import Mapping

from firstwin.models.condition import decided
from firstwin.models.plan import PhasePlan, Plan, Step
from firstwin.models.project import Vocabulary


def answers_of(plan: Plan, vocabulary: Vocabulary) -> Mapping[str, str]:
    """What is decided for all customers of a plan's tier, by condition."""
    tier = vocabulary.tiers.get(plan.tier)
    return tier.decided if tier else {}


def away_in(plan: Plan, answers: Mapping[str, str]) -> frozenset[str]:
    """The phases and steps of a plan that do not apply by some answers."""
    if not answers:
        return frozenset()
    phases = (phase.id for phase in plan.phases if is_away(phase, None, answers))
    steps = (
        step.id for phase in plan.phases for step in phase.steps if is_away(phase, step, answers)
    )
    return frozenset((*phases, *steps))


def is_away(phase: PhasePlan, step: Step | None, answers: Mapping[str, str]) -> bool:
    """Whether a phase, or a step in it, does not apply by some answers."""
    if not answers:
        return False
    conditions = (phase.only_if, step.content.only_if if step else ())
    return any(decided(each, answers) is None for each in conditions)
