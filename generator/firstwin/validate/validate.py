"""Put stage 2 together: shape, build, references.

In: `Sources`. Out: the `Catalog`, and everything that is wrong with shapes and references, in the order
of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from msgspec.structs import replace

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic, in_order
from firstwin.models.config import Named, SiteConfig
from firstwin.models.customer import CustomerFile
from firstwin.models.library import LibraryEntry
from firstwin.models.placed import Use
from firstwin.models.plan import Plan
from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.models.project import Project, Vocabulary
from firstwin.models.values import Text
from firstwin.models.vocabulary import Tier
from firstwin.sources import OWN_PAGES, Document, Size, Sources
from firstwin.system.fields import field_names
from firstwin.validate.catalog import Catalog
from firstwin.validate.customer_references import references_of_customers
from firstwin.validate.extended import phases_in, put_under
from firstwin.validate.folders import faults_of_folders
from firstwin.validate.forms import forms_of_glossary
from firstwin.validate.ids import (
    ids_of_library,
    ids_of_plan,
    ids_of_plays,
    ids_of_roles,
    ids_of_tiers,
)
from firstwin.validate.known import Known
from firstwin.validate.listed_guides import ListedGuide, listed_guides
from firstwin.validate.losses import Loss, Losses, words_in
from firstwin.validate.meant_ids import with_meant
from firstwin.validate.mend import STAND_IN
from firstwin.validate.mended import value_at
from firstwin.validate.own_pages import own_pages
from firstwin.validate.phase_files import put_beside
from firstwin.validate.plan_references import references_of_plan, references_of_plays
from firstwin.validate.plans import make_plan, make_plays
from firstwin.validate.reference_codes import UNKNOWN_NEED
from firstwin.validate.references import (
    Checks,
    PlanLookup,
    checks,
    for_plans,
    own_of,
    references_of_library,
    references_of_vocabulary,
    with_own,
)
from firstwin.validate.repeated import said_once
from firstwin.validate.shape import Files, Shaped, shape
from firstwin.validate.steps import StepMaker
from firstwin.validate.steps_in_files import steps_in, steps_in_playbook, uses_in_plan
from firstwin.validate.words import Spelling

T = TypeVar("T")

_STAND_IN = SiteConfig(
    title=Text(STAND_IN),
    description=Text(STAND_IN),
    product=Named(name=Text(STAND_IN)),
    company=Named(name=Text(STAND_IN)),
)
"""Takes the place of a configuration that cannot be read, so that all else is still looked at."""


def validate(
    sources: Sources, memo: Memo | None = None, *, hides_drafts: bool = True
) -> tuple[Catalog | None, list[Diagnostic]]:
    """The catalog of a project; None where there is nothing to build it from.

    Files and plans of which all is alike are looked at as the `memo` has them. What is a draft is for the team alone, unless
    nothing `hides_drafts`.
    """
    memo = memo or Memo()
    files, found = shape(sources, memo)
    found += [*put_beside(files), *put_under(files), *faults_of_folders(sources)]
    if not (files.playbooks or files.vocabulary or files.entries):
        return None, in_order(found)
    uses = _uses(files, memo)
    _leave_out_dangling(files, uses)
    _leave_out_duplicates(files, memo)
    config = files.config.model if files.config else _STAND_IN
    pages, faulty = own_pages(sources, memo)
    found += faulty
    files.left_out |= _unread_pages(sources) - pages.keys()
    project = _project(files, config, sources.pictures, uses, memo, hides_drafts=hides_drafts)
    project = replace(project, own_pages=pages, downloads=sources.downloads)
    asked = checks(files, project, sources.folders.playbooks)
    found = [
        *with_meant(found, files.malformed, asked.known, _steps_by_file(files)),
        *_references(files, project, asked, uses, memo),
    ]
    catalog = Catalog(
        project=project,
        documents={
            sources.config.path: sources.config,
            **sources.documents,
            **{each.path: each for each in sources.own_pages.values()},
        },
        files={
            name: memo.same(("place of a vocabulary", name), shaped.origin())
            for name, shaped in files.vocabulary.items()
        },
        assets=sources.assets,
        losses=Losses(files.losses),
        left_out=frozenset(files.left_out),
        marks=sources.marks,
        words=sources.words,
        picture_faults=sources.picture_faults,
        download_traces=sources.download_traces,
        unpublished=sources.unpublished,
        customers={
            path: CustomerFile(shaped.model, shaped.origin())
            for path, shaped in files.customers.items()
        },
    )
    return catalog, said_once(in_order(dict.fromkeys(found)))


Uses = Mapping[str, frozenset[str]]
"""What the plan of each folder takes from the library, by the ids of entries as they are written."""


def _uses(files: Files, memo: Memo) -> Uses:
    return {
        folder: memo.of(
            ("uses in a plan", folder), uses_in_plan, playbook, files.personas.get(folder, {})
        )
        for folder, playbook in files.playbooks.items()
    }


def _used(files: Files, ids: Iterable[str]) -> dict[str, Shaped[LibraryEntry]]:
    """Those of the ids that the library has, in an order of their own, with their files."""
    return {id_: files.entries[id_] for id_ in sorted(ids) if id_ in files.entries}


def _unread_pages(sources: Sources) -> set[str]:
    """The names of all files of own pages: what of them became no page is not missed elsewhere."""
    inside = (path for path in sources.lines if path.startswith(f"{OWN_PAGES}/"))
    return {PurePosixPath(path).stem for path in inside}


def _leave_out_dangling(files: Files, uses: Uses) -> None:
    """Remember the steps that cannot be built, because the library has not what they use.

    Each is known by the id it wrote and by the one that was probably meant.
    """
    is_all_of_plans = "plays" not in files.vocabulary and uses.keys() >= files.personas.keys()
    if is_all_of_plans and all(used <= files.entries.keys() for used in uses.values()):
        return
    entries = Spelling(files.entries)
    for step in steps_in(files):
        if isinstance(step.placed, Use) and step.placed.use not in files.entries:
            files.left_out |= {step.id, entries.nearest(step.id) or step.id}
            document = step.origin.document
            data = document.data if isinstance(document, Document) else None
            written = words_in(value_at(data, step.origin.keys)) or frozenset()
            words = written | {step.id, step.placed.use}
            files.losses.append(Loss(step.origin.path, step.origin.keys, words, step.id))


def _leave_out_duplicates(files: Files, memo: Memo) -> None:
    """Where a step has the id of another, its own is missing: nobody knows what refers to it."""
    for folder, playbook in files.playbooks.items():
        if memo.of(("an id twice", folder), _has_an_id_twice, playbook):
            files.unnamed.add(playbook.document.path)


def _has_an_id_twice(playbook: Shaped[Playbook]) -> bool:
    ids = [step.id for step in steps_in_playbook(playbook)]
    return len(set(ids)) < len(ids)


def _references(
    files: Files, project: Project, asked: Checks, uses: Uses, memo: Memo
) -> Iterator[Diagnostic]:
    """What is wrong with references and ids in all files."""
    yield from references_of_vocabulary(asked)
    yield from references_of_library(asked)
    yield from ids_of_library(files)
    if "tiers" in files.vocabulary:
        yield from ids_of_tiers(files.vocabulary["tiers"])
    if "roles" in files.vocabulary:
        yield from ids_of_roles(files.vocabulary["roles"])
    common = memo.same("what references of plans ask", for_plans(asked))
    for folder, playbook in files.playbooks.items():
        own = own_of(asked, folder, _used(files, uses[folder]))
        name = ("references of a plan", folder)
        yield from memo.of(name, _references_of_plan, folder, own, common)
        plan = project.plans[folder]
        personas = files.personas.get(folder, {})
        yield from memo.of(("ids of a plan", folder), _ids_of_plan, playbook, plan, personas)
    plays = files.vocabulary.get("plays")
    if plays:
        yield from references_of_plays(asked, plays)
        yield from ids_of_plays(plays)
    glossary = files.vocabulary.get("glossary")
    if glossary:
        yield from forms_of_glossary(glossary)
    yield from references_of_customers(asked)


def _steps_by_file(files: Files) -> Mapping[str, Known]:
    """The steps and phases that the files of each tier may name, by the paths of the files."""
    known: dict[str, Known] = {}
    for tier, playbook in files.playbooks.items() if files.malformed else ():
        phases = {phase.id: phase.fields.title for phase in phases_in(playbook)}
        steps = {step.id: step.placed.title for step in steps_in_playbook(playbook)}
        titles = {id_: str(title) for id_, title in (phases | steps).items() if title}
        what = "name a step or phase of the playbook in this folder"
        here = Known(UNKNOWN_NEED, "step or phase", {*phases, *steps}, what, titles=titles)
        personas = files.personas.get(tier, {}).values()
        for file in (playbook, *playbook.phases.values(), *personas):
            known[file.document.path] = here
    return known


def _project(  # noqa: PLR0913  # what a project is made of
    files: Files,
    config: SiteConfig,
    pictures: Mapping[str, Size],
    uses: Uses,
    memo: Memo,
    *,
    hides_drafts: bool,
) -> Project:
    vocabulary = _vocabulary(files)
    workshop = StepMaker(files.entries, config.values, hides_drafts)
    plans = {
        folder: memo.of(
            ("plan of a playbook", folder),
            _plan,
            vocabulary.tiers.get(playbook.model.tier),
            playbook,
            tuple(_ordered(files.personas.get(folder, {}), vocabulary.roles).values()),
            listed_guides(playbook, _with_file(files, folder), vocabulary.roles),
            replace(workshop, entries=_used(files, uses[folder])),
        )
        for folder, playbook in _ordered(files.playbooks, vocabulary.tiers).items()
    }
    # Where a plan came out alike, it is the same: rules tell what was written where by its identity.
    plans = {folder: memo.same(("a plan", folder), plan) for folder, plan in plans.items()}
    return Project(
        config=config,
        vocabulary=vocabulary,
        library={id_: entry.model for id_, entry in files.entries.items()},
        entries={
            id_: memo.same(("place of an entry", id_), entry.origin())
            for id_, entry in files.entries.items()
        },
        plans=plans,
        plays=make_plays(files.vocabulary["plays"], workshop)
        if "plays" in files.vocabulary
        else {},
        pictures=pictures,
    )


def _references_of_plan(folder: str, own: PlanLookup, common: Checks) -> Sequence[Diagnostic]:
    return tuple(references_of_plan(with_own(common, own), folder))


def _ids_of_plan(
    file: Shaped[Playbook], plan: Plan, personas: Mapping[str, Shaped[PersonaFile]]
) -> Sequence[Diagnostic]:
    return tuple(ids_of_plan(file, plan, personas))


def _with_file(files: Files, folder: str) -> set[str]:
    """The roles that have a persona file in a folder, by its name or by what it says."""
    found = files.personas.get(folder, {})
    return {*found, *(each.model.persona for each in found.values())}


def _plan(
    tier: Tier | None,
    playbook: Shaped[Playbook],
    personas: Sequence[Shaped[PersonaFile]],
    listed: Sequence[ListedGuide],
    workshop: StepMaker,
) -> Plan:
    return make_plan(tier, playbook, personas, listed, workshop)


def _vocabulary(files: Files) -> Vocabulary:
    named = {
        name: getattr(files.vocabulary[name].model, name) if name in files.vocabulary else {}
        for name in field_names(Vocabulary)
    }
    return Vocabulary(**named)


def _ordered(things: Mapping[str, T], ids: Iterable[str]) -> dict[str, T]:
    """The things in the order of a vocabulary; those it does not name at the end."""
    known = {id_: things[id_] for id_ in ids if id_ in things}
    return known | {id_: thing for id_, thing in things.items() if id_ not in known}
