"""The vocabularies for one audience, cut down to what is left of the plans.

In: the catalog's vocabularies. Out: what of them the audience may see, then
without the roles and conditions that nothing left names: a role may only occur in the team's own steps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from firstwin.models.plan import Plan, Step
from firstwin.models.project import Project, Vocabulary
from firstwin.models.values import Audience
from firstwin.models.vocabulary import (
    Contact,
    Failure,
    Figure,
    FirstValueTarget,
    Method,
    Metric,
    Term,
    Tier,
)

Claim = TypeVar("Claim", Figure, FirstValueTarget)


def select_tiers(tiers: Mapping[str, Tier], audience: Audience) -> dict[str, Tier]:
    """The tiers the audience sees, with their economics and where figures come from where it is the vendor."""
    seen = {id_: tier for id_, tier in tiers.items() if audience.sees(tier.audience)}
    if audience.sees(Audience.INTERNAL):
        return seen
    return {
        id_: tier.model_copy(
            update={
                "economics": None,
                "first_value": tier.first_value and _without_source(tier.first_value),
            }
        )
        for id_, tier in seen.items()
    }


def select_metrics(
    metrics: Mapping[str, Metric], audience: Audience, tiers: Collection[str]
) -> dict[str, Metric]:
    """The metrics the audience sees, with the targets of the tiers that are left.

    Where figures come from, and what others reach, is the vendor's alone.
    """
    seen = {
        id_: metric.model_copy(
            update={"targets": {tier: aim for tier, aim in metric.targets.items() if tier in tiers}}
        )
        for id_, metric in metrics.items()
        if audience.sees(metric.audience)
    }
    if audience.sees(Audience.INTERNAL):
        return seen
    return {
        id_: metric.model_copy(
            update={
                "targets": {tier: _without_source(aim) for tier, aim in metric.targets.items()},
                "benchmark": None,
                "source": None,
            }
        )
        for id_, metric in seen.items()
    }


def _without_source(figure: Claim) -> Claim:
    return figure.model_copy(update={"source": None})


def select_contacts(
    contacts: Mapping[str, Contact], audience: Audience, tiers: Collection[str]
) -> dict[str, Contact]:
    """The contacts the audience sees. One whose tiers are all gone is gone: it was never for all."""
    return {
        id_: contact.model_copy(update={"tiers": left})
        for id_, contact in contacts.items()
        if audience.sees(contact.audience)
        and (left := tiers_left(contact.tiers, tiers)) is not None
    }


def select_methods(
    methods: Mapping[str, Method], audience: Audience, tiers: Collection[str]
) -> dict[str, Method]:
    """The methods the audience sees, with the tiers that are left, as for contacts."""
    return {
        id_: method.model_copy(update={"tiers": left})
        for id_, method in methods.items()
        if audience.sees(method.audience) and (left := tiers_left(method.tiers, tiers)) is not None
    }


def select_failures(
    failures: Mapping[str, Failure],
    audience: Audience,
    plans: Iterable[Plan],
    plays: Collection[str],
) -> dict[str, Failure]:
    """The failures the audience sees, with the plays and steps that are left."""
    left = {plan.tier: {step.id for step in plan.steps()} for plan in plans}
    return {
        id_: failure.model_copy(
            update={
                "plays": tuple(play for play in failure.plays if play in plays),
                "steps": {
                    tier: those
                    for tier, steps in failure.steps.items()
                    if (those := tuple(step for step in steps if step in left.get(tier, ())))
                },
            }
        )
        for id_, failure in failures.items()
        if audience.sees(failure.audience)
    }


def select_terms(terms: Mapping[str, Term], audience: Audience) -> dict[str, Term]:
    """The words the audience sees explained."""
    return {id_: term for id_, term in terms.items() if audience.sees(term.audience)}


def tiers_left(meant_for: tuple[str, ...], tiers: Collection[str]) -> tuple[str, ...] | None:
    """Which of the tiers something is written for are left; None where none of them is.

    Where no tier is written it is for all, and stays so.
    """
    left = tuple(tier for tier in meant_for if tier in tiers)
    return None if meant_for and not left else left


Name = tuple[str, str | None]
"""What is named: of which kind, and its id."""


def names_in_plan(plan: Plan) -> frozenset[Name]:
    """What a plan names of the vocabularies."""
    own = (mention for phase in plan.phases for mention in phase.mentions())
    return frozenset(
        (
            *_named_by(plan.every_step()),
            *((mention.kind, mention.id) for mention in own),
            *(("role", role) for role in _roles(plan)),
        )
    )


def _named_by(steps: Iterable[Step]) -> Iterator[Name]:
    for step in steps:
        yield from (("role", role) for role in step.parts)
        yield from ((mention.kind, mention.id) for mention in step.content.mentions())


def cut_to_use(left: Project, before: Vocabulary, in_plans: Iterable[Name]) -> Vocabulary:
    """The vocabulary of what is left, without what nothing names. `before` is the catalog's own.

    `in_plans` is what the plans name.
    """
    vocabulary, plays = left.vocabulary, left.plays.values()
    named = {
        *in_plans,
        *(("role", contact.role) for contact in vocabulary.contacts.values()),
        *(("role", role) for play in plays for role in play.tell),
        *(name for play in plays for name in _named_by(play.steps)),
    }
    personas = {plan.tier: plan.personas for plan in left.plans.values()}
    return replace(
        vocabulary,
        tiers={
            id_: _promises(tier, personas.get(id_, ())) for id_, tier in vocabulary.tiers.items()
        },
        roles={id_: role for id_, role in vocabulary.roles.items() if ("role", id_) in named},
        metrics={
            id_: metric
            for id_, metric in vocabulary.metrics.items()
            if metric.targets or ("metric", id_) in named or not before.metrics[id_].targets
        },
        conditions={
            id_: one for id_, one in vocabulary.conditions.items() if ("condition", id_) in named
        },
    )


def _promises(tier: Tier, personas: Collection[str]) -> Tier:
    minutes = {role: most for role, most in tier.minutes.items() if role in personas}
    return tier.model_copy(update={"minutes": minutes})


def _roles(plan: Plan) -> Iterator[str]:
    yield from plan.personas
    for touchpoint in plan.touchpoints.values():
        yield from touchpoint.people
