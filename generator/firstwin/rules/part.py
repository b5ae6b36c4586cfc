"""What of a project a rule looks at: the whole of it, one plan, or what is no plan.

In: a `Catalog`. Out: a `Part` of it. A part holds all that a look at it may depend on, so that it need not be taken again
while that is alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from firstwin.caching.memo import Memo
from firstwin.models.plan import Plan, PlayPlan, Step
from firstwin.models.project import Vocabulary
from firstwin.models.steps.content import Content
from firstwin.models.values import Audience
from firstwin.validate import Catalog


class EntryUse(Struct, frozen=True):
    """A use of an entry of the library: by steps for whom, and with which values."""

    entry: str
    audience: Audience
    values: tuple[tuple[str, str], ...]


class Taken(Struct, frozen=True):
    """What the steps of a tier's plan take from the library, and who sees each of them. Plays are of no tier."""

    tier: str
    uses: tuple[EntryUse, ...]
    audiences: Mapping[str, Audience]


class ProjectPart(Struct, frozen=True):
    """What is looked at. The `catalog` is there to look things up in.

    `vocabulary` and the configuration are looked at where `is_common`. `taken` is what each plan's steps and those of plays
    take, whether these are looked at or not.
    """

    catalog: Catalog
    plans: Mapping[str, Plan]
    plays: Mapping[str, PlayPlan]
    library: Mapping[str, Content]
    taken: Mapping[str, Taken]
    is_common: bool

    @property
    def vocabulary(self) -> Vocabulary:
        """What is looked at of the vocabularies."""
        return self.catalog.project.vocabulary if self.is_common else Vocabulary()


def whole_project(catalog: Catalog, memo: Memo) -> ProjectPart:
    """Everything. What is taken by plans of which all is alike is as the `memo` has it."""
    project = catalog.project
    taken = {
        tier: memo.of(("taken in a plan", tier), _taken_by_plan, plan)
        for tier, plan in project.plans.items()
    }
    taken[""] = _taken_by("", (step for play in project.plays.values() for step in play.steps))
    return ProjectPart(
        catalog, project.plans, project.plays, project.library, taken, is_common=True
    )


def beside_plans(all_of_it: ProjectPart) -> ProjectPart:
    """What is no plan. Of plans nothing is there but what their steps take."""
    catalog = _without_documents(all_of_it.catalog)
    project = replace(catalog.project, plans={})
    return replace(all_of_it, catalog=replace(catalog, project=project), plans={})


def for_plans(catalog: Catalog) -> Catalog:
    """What a look at any plan may depend on, beside the plan and what it takes from the library."""
    project = replace(
        catalog.project, plans={}, plays={}, library={}, entries={}, pictures={}, own_pages={}
    )
    return replace(
        _without_documents(catalog),
        project=project,
        assets=frozenset(),
        picture_faults={},
        download_traces={},
        unpublished=frozenset(),
        customers={},
    )


def of_plan(tier: str, all_of_it: ProjectPart, common: Catalog) -> ProjectPart:
    """One plan, with those entries of the library that it takes something from."""
    project, taken = all_of_it.catalog.project, all_of_it.taken[tier]
    entries = dict.fromkeys(use.entry for use in taken.uses)
    alone = replace(
        common.project,
        plans={tier: project.plans[tier]},
        library={id_: project.library[id_] for id_ in entries if id_ in project.library},
        entries={id_: project.entries[id_] for id_ in entries if id_ in project.entries},
    )
    part = replace(common, project=alone)
    return ProjectPart(part, alone.plans, {}, {}, {tier: taken}, is_common=False)


def _without_documents(catalog: Catalog) -> Catalog:
    """A catalog of whose documents only the configuration is left: the places of all else lead to theirs."""
    return replace(catalog, documents=dict(list(catalog.documents.items())[:1]))


def _taken_by_plan(plan: Plan) -> Taken:
    """What the steps of a plan take, those that personas add too; nothing refers to what these add."""
    audiences = {step.id: step.audience for step in plan.steps()}
    return replace(_taken_by(plan.tier, plan.every_step()), audiences=audiences)


def _taken_by(tier: str, steps: Iterable[Step]) -> Taken:
    every = tuple(steps)
    uses = (
        EntryUse(step.entry, step.audience, tuple(step.values.items()))
        for step in every
        if step.entry
    )
    return Taken(tier, tuple(dict.fromkeys(uses)), {step.id: step.audience for step in every})
