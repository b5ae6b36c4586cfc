"""Resolve an edition.

In: an `Edition`. Out: `Guides`. This module only says in which order things are put together; what a
step, a plan or a persona's view is stands in the module of that name.
"""

from __future__ import annotations

from msgspec.structs import replace

from firstwin.caching.memo import Memo
from firstwin.models.config import SiteConfig
from firstwin.models.plan import Plan
from firstwin.models.project import Project
from firstwin.models.redirects import plain_address
from firstwin.models.vocabulary import Tier
from firstwin.resolve.edits import edits_of, edits_of_vocabulary
from firstwin.resolve.files import files_of_edition
from firstwin.resolve.guide import ContactLine, Guides
from firstwin.resolve.guide_step import OutsideLink
from firstwin.resolve.library import documents, quizzes, tutorials, uses_of_pages, uses_of_plan
from firstwin.resolve.own_pages import own_page_texts
from firstwin.resolve.plans import ResolvedPlan, resolve_plan
from firstwin.resolve.plays import play_text
from firstwin.resolve.renamed import earlier_ids, renamed
from firstwin.resolve.texts import Texts, texts_of
from firstwin.resolve.vocabulary import (
    contact_lines,
    failure_texts,
    glossary_terms,
    method_lines,
    metric_texts,
)
from firstwin.select import Edition
from firstwin.text import inside_of


def resolve(edition: Edition, memo: Memo | None = None) -> Guides:
    """What every reader of an edition meets. Plans of which all is alike are resolved as the `memo` has them."""
    project, memo = edition.project, memo or Memo()
    texts = memo.of("texts", texts_of, project.config)
    labels = [
        memo.of(("labels", id_), Texts.labels, texts, plan) for id_, plan in project.plans.items()
    ]
    of_plans = memo.of("texts of plans", Texts.asking, texts, tuple(labels))
    tiers = project.vocabulary.tiers
    contacts = contact_lines(project.vocabulary.contacts, tiers, texts)
    common = memo.same("what plans are resolved with", (_in_common(project), contacts))
    resolved = {
        id_: memo.of(("plan", id_), _plan, project.plans[id_], tier, *common)
        for id_, tier in tiers.items()
        if id_ in project.plans
    }
    plans = {id_: each.plan for id_, each in resolved.items()}
    guides = tuple(guide for each in resolved.values() for guide in each.guides)
    uses = uses_of_pages(
        memo.of(("uses of pages", id_), uses_of_plan, each) for id_, each in resolved.items()
    )
    plays = tuple(play_text(play, project, texts) for play in project.plays.values())
    return Guides(
        audience=edition.audience,
        config=_named(project.config, texts),
        stuck=texts.prose(project.config.stuck),
        footer=tuple(
            OutsideLink(texts.text(link.title), texts.url(link.url))
            for link in project.config.footer
        ),
        own_pages=own_page_texts(
            project.own_pages.values(), project.pictures, texts, edits_of(project.config)
        ),
        downloads=project.downloads,
        pictures=tuple(project.pictures),
        plans=plans,
        guides=guides,
        tutorials=tutorials(project, uses, of_plans, memo),
        quizzes=quizzes(project, uses, of_plans, memo),
        documents=documents(project, uses, of_plans, memo),
        plays=plays,
        contacts=contacts,
        metrics=metric_texts(project.vocabulary.metrics, tiers, texts),
        glossary=glossary_terms(project.vocabulary.glossary, texts),
        failures=failure_texts(project.vocabulary.failures, plans, plays, texts),
        methods=method_lines(project.vocabulary.methods, tiers, texts),
        edits=edits_of_vocabulary(project),
        files=files_of_edition(project),
        renamed=renamed(project, memo),
        earlier=tuple(earlier_ids(project)),
        redirects=tuple(
            (plain_address(old), meant)
            for old, there in project.config.redirects.items()
            if (meant := inside_of(there))
        ),
    )


def _in_common(project: Project) -> Project:
    """What plans are resolved with, beside what is their own: neither other plans nor texts with pages of their own."""
    shown = {path for step in project.every_step() for path in step.pictures}
    return replace(
        project,
        plans={},
        library={},
        entries={},
        pictures={path: size for path, size in project.pictures.items() if path in shown},
        own_pages={},
        downloads={},
    )


def _plan(
    plan: Plan, tier: Tier, common: Project, contacts: tuple[ContactLine, ...]
) -> ResolvedPlan:
    texts = texts_of(common.config)
    texts = texts.asking([texts.labels(plan)])
    return resolve_plan(plan, tier, common, contacts, texts)


def _named(config: SiteConfig, texts: Texts) -> SiteConfig:
    """The configuration with its own values filled into what the site is called and says of itself."""
    return config.model_copy(
        update={
            "title": texts.text(config.title),
            "description": texts.text(config.description),
            "home": config.home.model_copy(
                update={
                    "title": texts.text(config.home.title),
                    "text": texts.text(config.home.text),
                }
            ),
        }
    )
