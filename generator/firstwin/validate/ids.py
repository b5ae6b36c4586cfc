"""Whether each id stands for one thing: duplicates, earlier ids, retired ids.

In: files as models. Out: diagnostics that name both places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from firstwin.dates import START
from firstwin.diagnostics import Diagnostic, Related, Span
from firstwin.models.criteria import Criteria
from firstwin.models.item import ItemGroup
from firstwin.models.keys import ANSWERS, SHARED
from firstwin.models.library import was_of
from firstwin.models.placed import Use
from firstwin.models.plan import Origin, Plan
from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.models.plays import Plays
from firstwin.models.step import StepFields
from firstwin.models.steps.document import Document
from firstwin.models.steps.meeting import Meeting
from firstwin.models.steps.quiz import Quiz
from firstwin.models.steps.tutorial import Tutorial
from firstwin.models.vocabulary import Roles, Tiers
from firstwin.sources.paths import fault_of_name
from firstwin.validate import reference_codes as codes
from firstwin.validate.defined import Defined, added_ids, earlier_ids, retired_ids, unique_ids
from firstwin.validate.extended import phases_in
from firstwin.validate.in_file import StepInFile
from firstwin.validate.shape import Files, Shaped
from firstwin.validate.steps_in_files import (
    steps_in_persona,
    steps_in_playbook,
    steps_in_plays,
)
from firstwin.validate.taken import TAKEN_BY_A_GUIDE, TAKEN_BY_KEYS, TAKEN_BY_THE_SITE
from firstwin.validate.words import with_article


def ids_of_plan(
    file: Shaped[Playbook], plan: Plan, personas: Mapping[str, Shaped[PersonaFile]]
) -> Iterator[Diagnostic]:
    """Ids of phases, steps and items in a playbook and its persona files; and of its anchors."""
    playbook = file.model
    own = [*_phases(file), *(_step(each) for each in steps_in_playbook(file))]
    added = [_step(each) for persona in personas.values() for each in steps_in_persona(persona)]
    for phase in phases_in(file):
        taken = "each guide has a page of that name" if phase.id in TAKEN_BY_A_GUIDE else ""
        yield from _taken(phase.id, taken or fault_of_name(phase.id), phase.id_origin.span)
    files = {file.document.path, *(phase.document.path for phase in file.phases.values())}
    # What a plan adds to the one it extends gives way.
    yield from unique_ids(sorted(own, key=lambda each: each.origin.path in files))
    yield from added_ids(own, added)
    yield from earlier_ids([*own, *added])
    yield from retired_ids([*own, *added], playbook.retired, file.origin("retired"))
    yield from _later_times(plan, own)
    yield from _anchors(file, plan)
    yield from _criteria(file)
    for each in steps_in_playbook(file):
        yield from ids_inside(each.placed, each.origin)
    for persona in personas.values():
        for each in steps_in_persona(persona):
            yield from ids_inside(each.placed, each.origin)


def _criteria(file: Shaped[Playbook]) -> Iterator[Diagnostic]:
    """Ids of what has to be true when onboarding is over, and before and after each phase."""
    own = list(_criteria_in(file.model.criteria, file.origin("criteria")))
    yield from unique_ids(own)
    yield from earlier_ids(own)
    for phase in phases_in(file):
        gate = phase.origin.at("ready_when")
        own = [
            *(
                Defined(id_, gate.at(id_), "point", criterion.was)
                for id_, criterion in phase.fields.ready_when.items()
            ),
            *_criteria_in(phase.fields.criteria, phase.origin.at("criteria")),
        ]
        yield from unique_ids(own)
        yield from earlier_ids(own)


def _criteria_in(criteria: Criteria, origin: Origin) -> Iterator[Defined]:
    for (kind, id_), criterion in criteria.every():
        yield Defined(id_, origin.at(kind, id_), "point", criterion.was)


def _later_times(plan: Plan, own: Iterable[Defined]) -> Iterator[Diagnostic]:
    """Steps that have the id of one of the times another comes back."""
    later = {step.id: step for step in plan.every_step() if step.time and step.time.number > 1}
    for each in own:
        step = later.get(each.id)
        if step and step.time:
            yield Diagnostic(
                codes.DUPLICATE_ID,
                f"`{each.id}` is the id of one of the times that `{step.time.first}` comes back",
                each.span,
                "give it another id",
                related=(Related("comes back here", step.origin.at("every").span),),
            )


def ids_of_tiers(file: Shaped[Tiers]) -> Iterator[Diagnostic]:
    """Whether a tier's id can be the name of its folder."""
    for id_ in file.model.tiers:
        taken = "the site has a folder of that name" if id_ in TAKEN_BY_THE_SITE else ""
        span = file.origin("tiers", id_).key_span
        if id_ in (ANSWERS, SHARED):
            yield _taken_by_keys(id_, "tier", span, "give it another id")
        else:
            yield from _taken(id_, taken or fault_of_name(id_), span)
    tiers = file.model.tiers.items()
    yield from earlier_ids(
        Defined(id_, file.origin("tiers", id_), "tier", tier.was) for id_, tier in tiers
    )


def ids_of_roles(file: Shaped[Roles]) -> Iterator[Diagnostic]:
    """The earlier ids of roles."""
    roles = file.model.roles.items()
    yield from earlier_ids(
        Defined(id_, file.origin("roles", id_), "role", role.was) for id_, role in roles
    )


def ids_of_plays(file: Shaped[Plays]) -> Iterator[Diagnostic]:
    """Ids of steps and items in each play."""
    by_play: dict[str, list[Defined]] = {}
    for each in steps_in_plays(file):
        yield from ids_inside(each.placed, each.origin)
        by_play.setdefault(each.group, []).append(_step(each))
    for own in by_play.values():
        yield from unique_ids(own)
        yield from earlier_ids(own)


def ids_of_library(files: Files) -> Iterator[Diagnostic]:
    """Ids inside the library's entries, and ids of those that are ticked under their own."""
    for id_, entry in files.entries.items():
        yield from ids_inside(entry.model, entry.origin())
        if entry.model.has_page:
            yield from _own_keys(id_, entry.origin(), files)
    yield from earlier_ids(
        Defined(id_, entry.origin(), "library entry", was_of(entry.model))
        for id_, entry in files.entries.items()
    )


def _taken_by_keys(id_: str, what: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(
        codes.TAKEN_NAME,
        f"`{id_}` cannot be the id of {with_article(what)}: other things are kept under that name",
        span,
        hint,
    )


def _own_keys(id_: str, origin: Origin, files: Files) -> Iterator[Diagnostic]:
    """Whether the keys of an entry could be those of something else."""
    if id_ in TAKEN_BY_KEYS:
        span = Span(origin.path)
        yield _taken_by_keys(id_, "tutorial, quiz or document", span, "give the file another name")
    tiers = files.vocabulary.get("tiers")
    if tiers and isinstance(tiers.model, Tiers) and id_ in tiers.model.tiers:
        yield Diagnostic(
            codes.DUPLICATE_ID,
            f"the id `{id_}` is used by a tier already",
            Span(origin.path),
            "give the file another name",
            related=(Related("the tier", tiers.origin("tiers", id_).key_span),),
        )


def ids_inside(content: StepFields, origin: Origin) -> Iterator[Diagnostic]:
    """Ids inside one step or library entry: of items, fields, tests and points of an acceptance, of actions and questions."""
    own = [
        *_items(content, origin),
        *_fields(content, origin),
        *_tests(content, origin),
        *_sessions(content, origin),
        *_points(content, origin),
    ]
    if own:
        yield from _inside(own, content, origin)
    if isinstance(content, Tutorial):
        actions = [
            Defined(id_, origin.at("actions", id_), "action", action.was)
            for id_, action in content.actions.items()
        ]
        yield from _inside(actions, content, origin)
    elif isinstance(content, Quiz):
        questions = [
            Defined(id_, origin.at("questions", id_), "question") for id_ in content.questions
        ]
        yield from _inside(questions, content, origin)
    elif isinstance(content, Document):
        yield from _inside(list(_blanks(content, origin)), content, origin)


def _inside(own: list[Defined], content: StepFields, origin: Origin) -> Iterator[Diagnostic]:
    yield from unique_ids(own)
    yield from earlier_ids(own)
    yield from retired_ids(own, content.retired, origin.at("retired"))


def _taken(id_: str, reason: str, span: Span) -> Iterator[Diagnostic]:
    if reason:
        message = f"`{id_}` cannot be the name of a folder: {reason}"
        yield Diagnostic(codes.TAKEN_NAME, message, span, "give it another id")


def _phases(file: Shaped[Playbook]) -> Iterator[Defined]:
    for phase in phases_in(file):
        yield Defined(phase.id, phase.id_origin, "phase", phase.fields.was, phase.origin)


def _step(step: StepInFile) -> Defined:
    placed = step.placed
    return Defined(
        step.id,
        step.id_origin,
        "step",
        placed.was,
        step.origin,
        placed.use if isinstance(placed, Use) else None,
    )


def _items(content: StepFields, origin: Origin) -> Iterator[Defined]:
    for id_, item in content.items.items():
        here = origin.at("items", id_)
        if isinstance(item, ItemGroup):
            for inner, each in item.items.items():
                yield Defined(inner, here.at("items", inner), "item", each.was)
        else:
            yield Defined(id_, here, "item", item.was)


def _fields(content: StepFields, origin: Origin) -> Iterator[Defined]:
    for id_ in content.fields:
        yield Defined(id_, origin.at("fields", id_), "field")


def _blanks(content: Document, origin: Origin) -> Iterator[Defined]:
    """What is filled in: the fields and tables of all sections, which share their ids."""
    for number, section in enumerate(content.sections):
        at = origin.at("sections", number)
        yield from (Defined(id_, at.at("fields", id_), "field") for id_ in section.fields)
        yield from (Defined(id_, at.at("tables", id_), "table") for id_ in section.tables)


def _tests(content: StepFields, origin: Origin) -> Iterator[Defined]:
    for id_, test in content.tests.items():
        yield Defined(id_, origin.at("tests", id_), "test", test.was)


def _sessions(content: StepFields, origin: Origin) -> Iterator[Defined]:
    for id_, session in content.sessions.items() if isinstance(content, Meeting) else ():
        yield Defined(id_, origin.at("sessions", id_), "session", session.was)


def _points(content: StepFields, origin: Origin) -> Iterator[Defined]:
    for id_, point in content.acceptance.when.items() if content.acceptance else ():
        yield Defined(id_, origin.at("acceptance", "when", id_), "point", point.was)


def _anchors(file: Shaped[Playbook], plan: Plan) -> Iterator[Diagnostic]:
    """Named days that have the id of the start or of a milestone."""
    milestones = {step.id: step for step in plan.steps() if step.is_milestone}
    for id_ in file.model.named_days:
        origin = file.origin("named_days", id_)
        if id_ == START:
            message = "`start` is the start date, day 1, and no other day"
            yield Diagnostic(codes.DUPLICATE_ID, message, origin.key_span, "give it another id")
        elif id_ in milestones:
            here = milestones[id_].origin.at("id").span
            yield Diagnostic(
                codes.DUPLICATE_ID,
                f"the anchor `{id_}` is a milestone already",
                origin.key_span,
                "remove the named day, or give it another id",
                related=(Related("the milestone stands here", here),),
            )
