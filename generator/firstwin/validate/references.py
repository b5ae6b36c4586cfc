"""Follow every reference of a project, and say which lead nowhere.

In: the files as models and the project built from them. Out: diagnostics. A step that uses a library
entry is checked for what it says itself; what the entry says is checked once, in the entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from firstwin.diagnostics import Code, Diagnostic
from firstwin.models.library import LibraryEntry, parameters_of
from firstwin.models.placed import PlacedStep, Use
from firstwin.models.plan import Origin, Plan, Step
from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.models.plays import Plays, StillOpen
from firstwin.models.project import Project
from firstwin.models.steps.content import Content
from firstwin.models.steps.quiz import Quiz
from firstwin.models.vocabulary import (
    Condition,
    Conditions,
    Contacts,
    Failures,
    Methods,
    Metrics,
    Tiers,
)
from firstwin.validate import reference_codes as codes
from firstwin.validate.known import Known, Vocabularies
from firstwin.validate.listed_guides import listed_roles
from firstwin.validate.shape import Files, Shaped
from firstwin.validate.steps_in_files import steps_in_playbook
from firstwin.validate.words import Spelling, did_you_mean, listed

MOST_OFFERED = 6
"""The ids of one kind that are named where none of them is near."""

MOST_UNSET = 20
"""The parameters of one use that are asked for: a use that sets none of a hundred has one fault."""


class Checks(Struct, frozen=True, dict=True):
    """What the checks of all files ask: the files, and everything that may be referred to."""

    files: Files
    project: Project
    known: Vocabularies

    def step(self, step: Step) -> Iterator[Diagnostic]:
        """What a step itself mentions; not what it takes from its entry or its phase."""
        for mention in step.content.mentions():
            base = step.around(str(mention.keys[0]))
            if base:
                yield from self.known.mention(mention, base)

    def use(self, placed: PlacedStep, origin: Origin) -> Iterator[Diagnostic]:
        """Whether a use leads to an entry, and sets what the entry asks for."""
        if not isinstance(placed, Use):
            return
        entry = self.files.entries.get(placed.use)
        if entry is None:
            yield from self.known.entries.check(placed.use, origin.at("use"))
            return
        parameters = parameters_of(entry.model)
        spelling = self._parameters.setdefault(placed.use, Spelling(parameters))
        unknown = [name for name in placed.set if name not in parameters]
        for name in unknown:
            if name not in self.files.left_out:
                hint = spelling.did_you_mean(name) or _known_parameters(parameters)
                message = f"`{placed.use}` has no parameter `{name}`"
                at = origin.at("set", name).key_span
                yield Diagnostic(codes.UNKNOWN_PARAMETER, message, at, hint)
        set_or_meant = {*placed.set, *map(spelling.nearest, unknown)}
        asked_for = (
            (name, parameter.title)
            for name, parameter in parameters.items()
            if parameter.default is None and name not in set_or_meant
        )
        for name, title in islice(asked_for, MOST_UNSET):
            yield Diagnostic(
                codes.UNSET_PARAMETER,
                f"`{placed.use}` needs a value for `{name}`: {title}",
                origin.at("use").span,
                f"write it under `set`: `{name}: ...`",
            )

    @cached_property
    def _parameters(self) -> dict[str, Spelling]:
        """The parameters of the library's entries, as far as some use was looked at."""
        return {}


class PlanLookup(Struct, frozen=True):
    """What the references of one plan ask that is its own: its files, and the entries of the library it names."""

    plans: Mapping[str, Plan]
    playbooks: dict[str, Shaped[Playbook]]
    personas: dict[str, dict[str, Shaped[PersonaFile]]]
    entries: dict[str, Shaped[LibraryEntry]]


def own_of(checks: Checks, folder: str, entries: dict[str, Shaped[LibraryEntry]]) -> PlanLookup:
    """What the plan in a folder has of its own. A folder may be called like another plan's tier."""
    files, folders = checks.files, (folder, checks.files.playbooks[folder].model.tier)
    return PlanLookup(
        {folder: checks.project.plans[folder]},
        {each: files.playbooks[each] for each in folders if each in files.playbooks},
        {each: files.personas[each] for each in folders if each in files.personas},
        entries,
    )


def for_plans(checks: Checks) -> Checks:
    """What the references of any plan ask, beside what is its own."""
    files = checks.files
    shared = Files(broken=files.broken, left_out=files.left_out, unnamed=files.unnamed)
    project = replace(checks.project, library={}, entries={}, plans={}, plays={}, pictures={})
    return replace(checks, files=shared, project=project)


def with_own(common: Checks, own: PlanLookup) -> Checks:
    """What the references of one plan ask."""
    files = replace(
        common.files, entries=own.entries, playbooks=own.playbooks, personas=own.personas
    )
    return replace(common, files=files, project=replace(common.project, plans=own.plans))


def checks(files: Files, project: Project, playbooks: str) -> Checks:
    """The checks of one project. `playbooks` is its folder, for hints."""

    def known(code: Code, noun: str, file: str, ids: Mapping[str, object]) -> Known:
        define = f"define it in {playbooks}/{file}.yml"
        if 0 < len(ids) <= MOST_OFFERED:
            define = f"write {listed(ids)}, or {define}"
        titles = {id_: str(getattr(each, "title", "")) for id_, each in ids.items()}
        written = files.vocabulary.get(file)
        is_broken = file in files.broken or (written is not None and written.document.partial)
        earlier = ((getattr(each, "was", None), id_) for id_, each in ids.items())
        renamed = {was: id_ for was, id_ in earlier if was}
        known_ids = None if is_broken else ids
        return Known(code, noun, known_ids, define, files.left_out, titles, renamed)

    defined = project.vocabulary
    library = f"write it in {playbooks}/library/, in a file of that name"
    entry_ids = tuple(project.library)
    titled = {id_: str(each.title) for id_, each in project.library.items()}
    gone = files.broken | {each.text for each in files.malformed if each.key == "use"}
    entries = Known(codes.UNKNOWN_ENTRY, "library entry", entry_ids, library, gone, titled)
    return Checks(
        files,
        project,
        Vocabularies(
            roles=known(codes.UNKNOWN_ROLE, "role", "roles", defined.roles),
            tiers=known(codes.UNKNOWN_TIER, "tier", "tiers", defined.tiers),
            metrics=known(codes.UNKNOWN_METRIC, "metric", "metrics", defined.metrics),
            conditions=known(
                codes.UNKNOWN_CONDITION, "condition", "conditions", defined.conditions
            ),
            plays=known(codes.UNKNOWN_PLAY, "play", "plays", project.plays),
            entries=entries,
            questions=_all_read(files, defined.conditions),
        ),
    )


def _all_read(files: Files, conditions: Mapping[str, Condition]) -> Mapping[str, Condition]:
    """The conditions whose options were all read: of one that lost some nobody knows how it is answered."""
    file = files.vocabulary.get("conditions")
    lost = {
        each.keys[1]
        for each in files.losses
        if file and each.path == file.document.path and each.keys[2:3] in (("options",), ("paths",))
    }
    return {id_: each for id_, each in conditions.items() if id_ not in lost}


def references_of_vocabulary(checks: Checks) -> Iterator[Diagnostic]:
    """What the vocabulary files refer to."""
    for file in checks.files.vocabulary.values():
        match file.model:
            case Tiers():
                yield from _tiers(checks, file)
            case Metrics():
                yield from _metrics(checks, file)
            case Contacts():
                yield from _contacts(checks, file)
            case Conditions():
                yield from _conditions(checks, file)
            case Plays():
                yield from _plays(checks, file)
            case Failures():
                yield from _failures(checks, file)
            case Methods():
                for id_, method in file.model.methods.items():
                    yield from _listed_tiers(checks, method.tiers, file.origin("methods", id_))
            case _:
                pass


def _conditions(checks: Checks, file: Shaped[Conditions]) -> Iterator[Diagnostic]:
    for id_, condition in file.model.conditions.items():
        if condition.options and condition.paths:
            message = f"`{id_}` has both `options` and `paths`"
            span = file.origin("conditions", id_, "paths").key_span
            hint = "make each option a path, or leave `paths` out"
            yield Diagnostic(codes.TWO_FORMS, message, span, hint)
        for answer in condition.answers if id_ in checks.known.questions else ():
            if answer not in condition.choices:
                origin = file.origin("conditions", id_, "answers", answer)
                yield from checks.known.answer(id_, answer, origin, at_key=True)


def _plays(checks: Checks, file: Shaped[Plays]) -> Iterator[Diagnostic]:
    steps_of = cache(partial(_steps_of_tier, checks))
    for id_, play in file.model.plays.items():
        origin = file.origin("plays", id_)
        yield from _listed_tiers(checks, play.tiers, origin)
        for position, role in enumerate(play.tell):
            yield from checks.known.roles.check(role, origin.at("tell", position))
        yield from _steps_by_tier(checks, play.late, origin.at("late"), steps_of)
        yield from _still_open(checks, play.still_open, origin.at("still_open"), steps_of)


def _still_open(
    checks: Checks,
    by_tier: Mapping[str, tuple[StillOpen, ...]],
    origin: Origin,
    steps_of: Callable[[str], Known],
) -> Iterator[Diagnostic]:
    for tier, waits in by_tier.items():
        yield from checks.known.tiers.check(tier, origin.at(tier), at_key=True)
        known = steps_of(tier)
        for position, each in enumerate(waits):
            here = origin.at(tier, position)
            yield from known.check(each.step, here.at("step"))
            if each.part and each.step in (known.ids or ()):
                yield from _parts_of_step(checks, tier, each.step).check(each.part, here.at("part"))


def _parts_of_step(checks: Checks, tier: str, step: str) -> Known:
    """The items and fields of a step, which may be those of the library entry it uses."""
    file = checks.files.playbooks[tier]
    placed = next(each.placed for each in steps_in_playbook(file) if each.id == step)
    entry = checks.files.entries.get(placed.use) if isinstance(placed, Use) else None
    contents = [placed, *([entry.model] if entry else [])]
    ids = {id_ for content in contents for id_, _ in content.every_item()}
    ids |= {id_ for content in contents for id_ in content.fields}
    define = f"name an item or a field of `{step}`"
    return Known(codes.UNKNOWN_STEP, "item or field", ids, define, checks.files.left_out)


def _metrics(checks: Checks, file: Shaped[Metrics]) -> Iterator[Diagnostic]:
    for id_, metric in file.model.metrics.items():
        for tier in metric.targets:
            origin = file.origin("metrics", id_, "targets", tier)
            yield from checks.known.tiers.check(tier, origin, at_key=True)


def _contacts(checks: Checks, file: Shaped[Contacts]) -> Iterator[Diagnostic]:
    for id_, contact in file.model.contacts.items():
        origin = file.origin("contacts", id_)
        if contact.role:
            yield from checks.known.roles.check(contact.role, origin.at("role"))
        yield from _listed_tiers(checks, contact.tiers, origin)


def _tiers(checks: Checks, file: Shaped[Tiers]) -> Iterator[Diagnostic]:
    for id_, tier in file.model.tiers.items():
        yield from checks.known.answers(tier.decided, file.origin("tiers", id_, "decided"))
        known = known_personas(checks, id_)
        if known.ids is None:
            continue  # a tier without guides is a matter of its own
        for role in tier.minutes:
            yield from known.check(role, file.origin("tiers", id_, "minutes", role), at_key=True)


def known_personas(checks: Checks, *tiers: str, whose: str = "this tier") -> Known:
    """The personas of some tiers: those who have a file in one of their folders, or are listed in its playbook."""
    files = [each for tier in tiers for each in checks.files.personas.get(tier, {}).items()]
    playbooks = [checks.files.playbooks[tier] for tier in tiers if tier in checks.files.playbooks]
    without_file = [role for playbook in playbooks for role, _ in listed_roles(playbook)]
    personas = list(dict.fromkeys([*(name for name, _ in files), *without_file]))
    has = "has a guide" if without_file else "has a file"
    return Known(
        codes.UNKNOWN_PERSONA,
        "persona",
        {*personas, *(each.model.persona for _, each in files)} if personas else None,
        f"a persona of {whose} {has}: {listed(personas, 'and')}" if personas else "",
        checks.files.left_out,
    )


def _failures(checks: Checks, file: Shaped[Failures]) -> Iterator[Diagnostic]:
    steps_of = cache(partial(_steps_of_tier, checks))
    for id_, failure in file.model.failures.items():
        origin = file.origin("failures", id_)
        for position, play in enumerate(failure.plays):
            yield from checks.known.plays.check(play, origin.at("plays", position))
        yield from _steps_by_tier(checks, failure.steps, origin.at("steps"), steps_of)


def _steps_by_tier(
    checks: Checks,
    steps_by_tier: Mapping[str, tuple[str, ...]],
    origin: Origin,
    steps_of: Callable[[str], Known],
) -> Iterator[Diagnostic]:
    for tier, steps in steps_by_tier.items():
        yield from checks.known.tiers.check(tier, origin.at(tier), at_key=True)
        known = steps_of(tier)
        for position, step in enumerate(steps):
            yield from known.check(step, origin.at(tier, position))


def _steps_of_tier(checks: Checks, tier: str) -> Known:
    """The steps of a tier's playbook; None where there is no such playbook, or not all of it."""
    playbook = checks.files.playbooks.get(tier)
    ids = None
    if playbook and playbook.document.path not in checks.files.unnamed:
        ids = {each.id for each in steps_in_playbook(playbook)}
    define = f"name a step of the playbook of `{tier}`"
    return Known(codes.UNKNOWN_STEP, "step", ids, define, checks.files.left_out)


def _listed_tiers(checks: Checks, tiers: Iterable[str], origin: Origin) -> Iterator[Diagnostic]:
    for position, tier in enumerate(tiers):
        yield from checks.known.tiers.check(tier, origin.at("tiers", position))


def references_of_library(checks: Checks) -> Iterator[Diagnostic]:
    """What the library's entries refer to."""
    for file in checks.files.entries.values():
        for mention in file.model.mentions():
            yield from checks.known.mention(mention, file.origin())
        yield from _answers(file.model, file)


def _answers(entry: Content, file: Shaped[LibraryEntry]) -> Iterator[Diagnostic]:
    """Whether the answers that a quiz speaks of are there: the right one of a question, and the wrong ones it explains."""
    for id_, question in entry.questions.items() if isinstance(entry, Quiz) else ():
        wrong = [option for option in question.options if option != question.answer]
        for option in question.why_not:
            if option == question.answer:
                yield Diagnostic(
                    codes.NO_WRONG_ANSWER,
                    f"`{option}` is the right answer",
                    file.origin("questions", id_, "why_not", option).key_span,
                    "say why it is right under `because`",
                )
            elif option not in wrong:
                yield Diagnostic(
                    codes.NO_WRONG_ANSWER,
                    f"`{option}` is not one of the options",
                    file.origin("questions", id_, "why_not", option).key_span,
                    did_you_mean(option, wrong) or f"the wrong ones are {listed(wrong, 'and')}",
                )
        if question.answer not in question.options:
            yield Diagnostic(
                codes.UNKNOWN_ANSWER,
                f"`{question.answer}` is not one of the options",
                file.origin("questions", id_, "answer").span,
                did_you_mean(question.answer, question.options)
                or f"the options are {listed(question.options, 'and')}",
            )


def _known_parameters(parameters: Mapping[str, object]) -> str:
    """The hint where no parameter is near."""
    if not parameters:
        return "remove it: the entry takes none"
    return f"its parameters are {listed(parameters, 'and')}"
