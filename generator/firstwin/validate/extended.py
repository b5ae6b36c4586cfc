"""A plan that extends another: what it has is the other one's, changed by what its own file says.

In: files as models. Out: each playbook with the one under it; its phases and steps, changed in the order hide, adjust,
add, move; and all else that it says or leaves to the other one. What leads nowhere is passed over:
`extension_references` says so.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import partial
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import replace
from pydantic import BaseModel

from firstwin.diagnostics import Diagnostic
from firstwin.models.plan import Origin
from firstwin.models.playbook import PersonaFile, PhaseFields, PlanChange, Playbook, choices_left
from firstwin.models.values import Audience, Text, narrowest
from firstwin.models.window import TIME_KEYS
from firstwin.sources import KeyPath
from firstwin.validate import reference_codes as codes
from firstwin.validate.in_file import PhaseInFile, StepInFile
from firstwin.validate.losses import Loss
from firstwin.validate.phase_files import own_phases
from firstwin.validate.shape import Files, Shaped
from firstwin.validate.words import did_you_mean, listed

LEFT_TO_BASE: Final = ("first_day", "movable", "criteria", "text", "tables", "links", "notes")
"""What a plan has from the one it extends, where it says nothing itself."""

JOINED: Final = ("named_days", "touchpoints")
"""What it has beside its own: of two with one id its own."""


def phases_in(file: Shaped[Playbook]) -> list[PhaseInFile]:
    """The phases of a plan with their steps, in its order."""
    own = list(own_phases(file))
    if file.base is None:
        return own
    changes = _Changes(file)
    phases = [changes.phase(phase) for phase in phases_in(file.base)]
    kept = [phase for phase in phases if phase.id not in changes.hidden]
    return sorted(changes.moved(changes.added([*kept, *own])), key=attrgetter("after"))


def merged(file: Shaped[Playbook]) -> tuple[Playbook, dict[KeyPath, Origin]]:
    """A playbook with what it leaves to the one it extends, and where that was written."""
    if file.base is None:
        return file.model, {}
    base, origins = merged(file.base)
    playbook = file.model
    update: dict[str, Any] = {"draft": playbook.draft or base.draft}
    found: dict[KeyPath, Origin] = {}
    for name in set(LEFT_TO_BASE) - playbook.model_fields_set:
        update[name] = getattr(base, name)
        found[name,] = origins.get((name,)) or file.base.origin(name)
    for name in JOINED:
        theirs, own = getattr(base, name), getattr(playbook, name)
        update[name] = {**theirs, **own}
        for id_ in theirs.keys() - own.keys():
            found[name, id_] = origins.get((name, id_)) or file.base.origin(name, id_)
    return playbook.model_copy(update=update), found


def put_under(files: Files) -> Iterator[Diagnostic]:
    """Put under each playbook the one that it extends, with its persona files; say where there is none."""
    left = {
        tier: each.model.extends for tier, each in files.playbooks.items() if each.model.extends
    }
    for tier, base in left.items():
        yield from _unknown_base(tier, base, files)
    while ready := {
        tier: base for tier, base in left.items() if base in files.playbooks.keys() - left
    }:
        for tier, base in ready.items():
            _put_under(tier, base, files)
            del left[tier]
    for tier in left:
        path = files.playbooks[tier].document.path
        files.losses.append(Loss(path))
        files.unnamed.add(path)


def _put_under(tier: str, name: str, files: Files) -> None:
    base = files.playbooks[name]
    playbook = files.playbooks[tier] = replace(files.playbooks[tier], base=base)
    if base.document.path in files.unnamed:
        files.unnamed.add(playbook.document.path)
    if any(loss.path == base.document.path for loss in files.losses):
        nothing_more = frozenset[str]()  # what is gone the loss of the other file says
        files.losses.append(Loss(playbook.document.path, ("phases", 0), nothing_more))
    ids = _ids(phases_in(playbook))
    inherited = {role: _without(each, ids) for role, each in files.personas.get(name, {}).items()}
    files.personas[tier] = {**inherited, **files.personas.get(tier, {})}


def _without(file: Shaped[PersonaFile], ids: Container[str]) -> Shaped[PersonaFile]:
    """A persona file of the plan under a plan, without what is about steps that this one does not have."""
    persona = file.model
    update = {
        "hide": tuple(id_ for id_ in persona.hide if id_ in ids),
        "adjust": {id_: each for id_, each in persona.adjust.items() if id_ in ids},
        "add": {id_: each for id_, each in persona.add.items() if id_ in ids},
    }
    return replace(file, model=persona.model_copy(update=update))


def _unknown_base(tier: str, name: str, files: Files) -> Iterator[Diagnostic]:
    """Whether the plan under a plan is there, and does not stand on this one."""
    origin, way = files.playbooks[tier].origin("extends"), [tier]
    while way[-1] in files.playbooks and way[-1] not in way[:-1]:
        way.append(files.playbooks[way[-1]].model.extends or "")
    if tier in way[1:]:
        other = "" if name == tier else f", and that of `{name}` extends this one"
        message = f"a plan cannot extend itself{other}"
        hint = "name a plan that stands by itself"
        yield Diagnostic(codes.UNKNOWN_BASE, message, origin.span, hint)
    elif name not in files.playbooks and name not in files.left_out:
        others = sorted(files.playbooks.keys() - {tier})
        there = f"there are those of {listed(others, 'and')}" if others else "there is no other"
        hint = did_you_mean(name, others) or there
        yield Diagnostic(codes.UNKNOWN_BASE, f"there is no plan of `{name}`", origin.span, hint)


def hidden_in(file: Shaped[Playbook]) -> set[str]:
    """The phases and steps of the plan under a plan that this one does not have."""
    return _ids(phases_in(file.base)) - _ids(phases_in(file)) if file.base else set()


def _ids(phases: Iterable[PhaseInFile]) -> set[str]:
    return {id_ for phase in phases for id_ in (phase.id, *(step.id for step in phase.steps))}


class _Changes:
    """What one plan changes in the one it extends."""

    def __init__(self, file: Shaped[Playbook]) -> None:
        self._file = file
        self.hidden = frozenset(file.model.hide)

    def phase(self, phase: PhaseInFile) -> PhaseInFile:
        """A phase as this plan has it, before anything is added or moved."""
        fields, changes = self._changed(phase.id, phase.fields, PhaseFields.model_fields.keys())
        stays = partial(self._stays_in, phase)
        fields = fields.model_copy(
            update={
                "headings": self._headings(phase),
                "choices": tuple(choices_left(phase.fields.choices, stays)),
            }
        )
        steps = tuple(self._step(step) for step in phase.steps if step.id not in self.hidden)
        return replace(phase, fields=fields, changes={**phase.changes, **changes}, steps=steps)

    def _stays_in(self, phase: PhaseInFile, step: str) -> bool:
        """Whether a step is neither hidden nor moved to another place. One that is none is told where it is written."""
        return step not in self.hidden | self._file.model.move.keys() or step not in _ids([phase])

    def _headings(self, phase: PhaseInFile) -> dict[str, Text]:
        """The headings over its steps: that of a hidden step stands over the next one that has none."""
        headings, waiting = dict(phase.fields.headings), list[Text]()
        for step in phase.steps:
            own = headings.pop(step.id, None)
            waiting = [own] if own else waiting
            if waiting and step.id not in self.hidden:
                headings[step.id] = waiting.pop()
        return headings

    def _step(self, step: StepInFile) -> StepInFile:
        fields = PlanChange.model_fields.keys() - {"outcome"}
        placed, changes = self._changed(step.id, step.placed, fields)
        taken_from = step.taken_from or self._file.model.extends
        return replace(
            step, placed=placed, changes={**step.changes, **changes}, taken_from=taken_from
        )

    def _changed(
        self, id_: str, model: Any, allowed: Iterable[str]
    ) -> tuple[Any, dict[str, Origin]]:
        """A step or phase with what is said otherwise of it, and where."""
        change = self._file.model.adjust.get(id_)
        written = change.model_fields_set & set(allowed) if change else set[str]()
        if change is None or not written:
            return model, {}
        update: dict[str, Any] = {name: getattr(change, name) for name in written}
        if written & set(TIME_KEYS):
            update = {**dict.fromkeys(TIME_KEYS), **update}
        if "draft" in written:
            update["draft"] = model.draft or change.draft
        if "audience" in written:
            update["audience"] = narrowest(Audience.CUSTOMER, model.audience, change.audience)
        keys = (_key(change, name) for name in written)
        places = {key: self._file.origin("adjust", id_, key) for key in keys}
        return model.model_copy(update=update), places

    def added(self, phases: list[PhaseInFile]) -> list[PhaseInFile]:
        """The phases with the steps of this plan alone."""
        for id_, steps in self._file.model.add.items():
            new = [
                StepInFile(placed, self._file.origin("add", id_, position), "")
                for position, placed in enumerate(steps)
            ]
            phases = _inserted(phases, new, id_)
        return phases

    def moved(self, phases: list[PhaseInFile]) -> list[PhaseInFile]:
        """The phases and steps where this plan has them."""
        for id_, target in self._file.model.move.items():
            whole = next((phase for phase in phases if phase.id == id_), None)
            step = next((each for phase in phases for each in phase.steps if each.id == id_), None)
            if whole and any(phase.id == target for phase in phases if phase is not whole):
                rest = [phase for phase in phases if phase is not whole]
                at = next(at for at, phase in enumerate(rest, start=1) if phase.id == target)
                phases = [*rest[:at], whole, *rest[at:]]
            elif step and target != id_ and _place(phases, target):
                without = [
                    replace(phase, steps=tuple(each for each in phase.steps if each is not step))
                    for phase in phases
                ]
                phases = _inserted(without, [step], target)
        return phases


def _place(phases: Iterable[PhaseInFile], id_: str) -> bool:
    return any(id_ == phase.id or any(id_ == step.id for step in phase.steps) for phase in phases)


def _inserted(
    phases: Iterable[PhaseInFile], new: Iterable[StepInFile], id_: str
) -> list[PhaseInFile]:
    """The phases with steps at the end of the phase `id_`, or behind the step of that id."""
    found = []
    for phase in phases:
        own = tuple(replace(step, group=phase.id) for step in new)
        at = next((at for at, step in enumerate(phase.steps, start=1) if step.id == id_), None)
        at = len(phase.steps) if phase.id == id_ else at
        steps = phase.steps if at is None else (*phase.steps[:at], *own, *phase.steps[at:])
        found.append(replace(phase, steps=steps))
    return found


def _key(model: BaseModel, name: str) -> str:
    return type(model).model_fields[name].alias or name
