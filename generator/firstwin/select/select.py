"""Select an edition.

In: the `Catalog` and an audience. Out: the `Edition`. What is not for the audience is removed first,
then every word about it in what is left: a need, an anchor, a role nobody else has, a value that only
a removed text asked for. References a reader would miss are reported by the rules long before.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from msgspec.structs import replace

from firstwin.caching.memo import Memo
from firstwin.models.config import SiteConfig
from firstwin.models.plan import Plan, PlayPlan
from firstwin.models.project import Project
from firstwin.models.steps.content import Content
from firstwin.models.steps.document import Document
from firstwin.models.steps.tutorial import Tutorial
from firstwin.models.values import Audience
from firstwin.select.content import select_content
from firstwin.select.edition import Edition
from firstwin.select.linked import DOCUMENT, FILE, Linked, linked_by, linked_by_entry
from firstwin.select.origins import without_document
from firstwin.select.plan import Surroundings, select_plan, select_play
from firstwin.select.vocabulary import (
    Name,
    cut_to_use,
    names_in_plan,
    select_contacts,
    select_failures,
    select_methods,
    select_metrics,
    select_terms,
    select_tiers,
    tiers_left,
)
from firstwin.sources import Size
from firstwin.validate import Catalog


def select(catalog: Catalog, audience: Audience, memo: Memo | None = None) -> Edition:
    """What `audience` may see of a project, and nothing else. Plans that are alike are selected as the `memo` has them."""
    project, memo = catalog.project, memo or Memo()
    tiers = select_tiers(project.vocabulary.tiers, audience)
    vocabulary = replace(
        project.vocabulary,
        tiers=tiers,
        metrics=select_metrics(project.vocabulary.metrics, audience, tiers),
        contacts=select_contacts(project.vocabulary.contacts, audience, tiers),
        glossary=select_terms(project.vocabulary.glossary, audience),
        methods=select_methods(project.vocabulary.methods, audience, tiers),
    )
    around = Surroundings(audience, project.vocabulary, vocabulary.metrics)
    plans = {
        id_: memo.of(("plan of an edition", id_), select_plan, plan, around.of_tier(plan.tier))
        for id_, plan in project.plans.items()
        if plan.tier in tiers and audience.sees(plan.audience)
    }
    plays = _plays(project, around, tiers)
    vocabulary = replace(
        vocabulary,
        failures=select_failures(vocabulary.failures, audience, plans.values(), plays),
    )
    left = replace(
        project,
        config=_config(project.config, audience),
        vocabulary=vocabulary,
        plans=plans,
        plays=plays,
        own_pages={
            id_: replace(each, origin=without_document(each.origin))
            for id_, each in project.own_pages.items()
            if audience.sees(each.page.audience)
        },
    )
    left = replace(left, vocabulary=cut_to_use(left, project.vocabulary, _named(plans, memo)))
    linked = linked_by(left, memo) if project.downloads or _documents(project) else frozenset()
    library, linked = _library(left, audience, linked, memo)
    chosen = replace(
        left,
        library=library,
        entries={
            id_: without_document(origin)
            for id_, origin in project.entries.items()
            if id_ in library
        },
        pictures=_pictures(left, library),
        downloads={
            name: size for name, size in project.downloads.items() if (FILE, name) in linked
        },
    )
    return Edition(audience, chosen)


def _named(plans: Mapping[str, Plan], memo: Memo) -> frozenset[Name]:
    """What plans name of the vocabularies; that of each is found once while the `memo` has it."""
    in_each = (
        memo.of(("named in a plan", id_), names_in_plan, plan) for id_, plan in plans.items()
    )
    return frozenset().union(*in_each)


def _config(config: SiteConfig, audience: Audience) -> SiteConfig:
    """The configuration without links and the repository's address, where they are not for the audience."""
    listed = config.edit is not None and audience in config.edit.editions
    seen = tuple(link for link in config.footer if audience.sees(link.audience))
    return config.model_copy(update={"edit": config.edit if listed else None, "footer": seen})


def _plays(
    project: Project, around: Surroundings, tiers: Mapping[str, object]
) -> dict[str, PlayPlan]:
    chosen: dict[str, PlayPlan] = {}
    for id_, play in project.plays.items():
        left = tiers_left(play.tiers, tiers)
        if left is not None and around.audience.sees(play.audience):
            selected = select_play(play, left, around)
            if selected.steps:
                chosen[id_] = selected
    return chosen


def _pictures(left: Project, library: Mapping[str, Content]) -> dict[str, Size]:
    """The pictures that steps, what is left of the library and own pages show."""
    shown = {path for step in left.every_step() for path in step.pictures}
    for own in left.own_pages.values():
        shown.update(map(own.path_of, own.page.every_picture()))
    for id_, entry in library.items():
        if isinstance(entry, Tutorial):
            folder = posixpath.dirname(left.entries[id_].path)
            shown.update(f"{folder}/{picture.image}" for picture in entry.every_picture())
    return {path: size for path, size in left.pictures.items() if path in shown}


def _library(
    left: Project, audience: Audience, linked: Linked, memo: Memo
) -> tuple[dict[str, Content], Linked]:
    """The entries that have a page of their own and that something leads to: a step, or to a document a link.

    All others have become part of the steps that use them. With them, what they and all others link to.
    """
    used = {step.entry for step in left.every_step()}
    library = {
        id_: select_content(entry, audience, ids=(), metrics=(), answers={})
        for id_, entry in left.library.items()
        if id_ in used and entry.has_page
    }
    documents = {
        id_: entry for id_, entry in _documents(left).items() if audience.sees(entry.audience)
    }
    linked = linked.union(*(linked_by_entry(id_, entry, memo) for id_, entry in library.items()))
    while more := [id_ for id_ in documents if id_ not in library and (DOCUMENT, id_) in linked]:
        for id_ in more:
            library[id_] = select_content(documents[id_], audience, ids=(), metrics=(), answers={})
            linked |= linked_by_entry(id_, library[id_], memo)
    return {id_: library[id_] for id_ in left.library if id_ in library}, linked


def _documents(project: Project) -> dict[str, Document]:
    """The templates of the library."""
    return {id_: entry for id_, entry in project.library.items() if isinstance(entry, Document)}
