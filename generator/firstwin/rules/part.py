"""What of a project a rule looks at: the whole of it, one plan, or what is no plan.

In: a `Catalog`. Out: a `Part` of it. What a part of one plan holds is all that such a look may depend on, so that it need
not be taken again while that is alike.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from firstwin.models.plan import Plan, PlayPlan, Vocabulary
from firstwin.models.steps.content import Content
from firstwin.validate import Catalog


@dataclass(frozen=True, slots=True)
class Part:
    """What is looked at. The `catalog` is there to look things up in.

    `vocabulary` and the configuration are looked at where `is_common`.
    """

    catalog: Catalog
    plans: Mapping[str, Plan]
    plays: Mapping[str, PlayPlan]
    library: Mapping[str, Content]
    is_common: bool

    @property
    def vocabulary(self) -> Vocabulary:
        """What is looked at of the vocabularies."""
        return self.catalog.project.vocabulary if self.is_common else Vocabulary()


def whole(catalog: Catalog) -> Part:
    """Everything."""
    project = catalog.project
    return Part(catalog, project.plans, project.plays, project.library, is_common=True)


def beside_plans(catalog: Catalog) -> Part:
    """What is no plan. All plans are there to be looked up."""
    return replace(whole(catalog), plans={})


def for_plans(catalog: Catalog) -> Catalog:
    """What a look at any plan may depend on, beside the plan and what it takes from the library."""
    documents = dict(list(catalog.documents.items())[:1])  # the configuration
    project = replace(catalog.project, plans={}, plays={}, library={}, entries={}, pictures={})
    return replace(
        catalog,
        project=project,
        documents=documents,
        assets=frozenset(),
        picture_faults={},
        unpublished=frozenset(),
        customers={},
    )


def of_plan(
    plan: Plan, tier: str, entries: Collection[str], common: Catalog, all_of_it: Catalog
) -> Part:
    """One plan. `entries` are those of the library that it takes something from."""
    project = all_of_it.project
    alone = replace(
        common.project,
        plans={tier: plan},
        library={id_: project.library[id_] for id_ in entries if id_ in project.library},
        entries={id_: project.entries[id_] for id_ in entries if id_ in project.entries},
    )
    return Part(replace(common, project=alone), alone.plans, {}, {}, is_common=False)


def entries_of(plan: Plan) -> tuple[str, ...]:
    """The entries of the library that the steps of a plan take something from."""
    return tuple(dict.fromkeys(step.entry for step in plan.every_step() if step.entry))
