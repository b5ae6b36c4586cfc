"""Whether what a plan changes in the one it extends is there, and what is left of that one holds together.

In: a playbook with the one under it. Out: diagnostics, at the lines of the plan that extends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstwin.diagnostics import Diagnostic, Related
from firstwin.models.plan import Origin
from firstwin.models.playbook import PhaseFields, PlanChange, Playbook
from firstwin.models.window import Window
from firstwin.validate import reference_codes as codes
from firstwin.validate.extended import hidden_in, merged, phases_in
from firstwin.validate.in_file import PhaseInFile
from firstwin.validate.known import Known
from firstwin.validate.references import Checks
from firstwin.validate.shape import Shaped

_CHANGES = ("hide", "adjust", "move", "add")


def references_of_extension(
    checks: Checks, folder: str, file: Shaped[Playbook]
) -> Iterator[Diagnostic]:
    """What is wrong with the changes of the plan in a folder."""
    playbook = file.model
    if playbook.extends is None:
        for key in _CHANGES:
            if getattr(playbook, key):
                message = f"`{key}` changes a plan that this one extends, and it extends none"
                hint = "name the tier of that plan under `extends`, or remove this"
                yield Diagnostic(codes.NOTHING_TO_CHANGE, message, file.origin(key).key_span, hint)
    elif file.base:
        yield from _wider(checks, folder, file)
        base, all_ = phases_in(file.base), phases_in(file)
        known = _known(checks, file.base, base)
        for position, id_ in enumerate(playbook.hide):
            yield from known.check(id_, file.origin("hide", position))
        for id_, change in playbook.adjust.items():
            yield from known.check(id_, file.origin("adjust", id_), at_key=True)
            yield from _other_fields(file, id_, change, {phase.id for phase in base})
        yield from _places(checks, file, base, all_)
        yield from _both(file)
        yield from _missed(file, all_)


def _wider(checks: Checks, folder: str, file: Shaped[Playbook]) -> Iterator[Diagnostic]:
    """Whether the plan is read by more people than the one it extends."""
    tiers, name = checks.project.vocabulary.tiers, file.model.extends or ""
    own, its = tiers.get(folder), tiers.get(name)
    if own and its and own.audience.width > its.audience.width:
        message = f"the plan of `{name}` is for the audience `{its.audience.value}`, and this one for `{own.audience.value}`"
        hint = "let that one extend this one, or write this one by itself"
        yield Diagnostic(codes.UNKNOWN_BASE, message, file.origin("extends").span, hint)


def _ids(phases: Sequence[PhaseInFile]) -> dict[str, str]:
    """The phases and steps by id, with their titles."""
    found = {phase.id: str(phase.fields.title) for phase in phases}
    return found | {
        step.id: str(step.placed.title or "") for phase in phases for step in phase.steps
    }


def _known(checks: Checks, file: Shaped[Playbook], phases: Sequence[PhaseInFile]) -> Known:
    ids = _ids(phases)
    is_whole = file.document.path not in checks.files.unnamed
    return Known(
        codes.NOT_OF_BASE,
        "phase or step",
        ids if is_whole else None,
        f"name one of the plan of `{file.model.tier}`",
        checks.files.left_out,
        {id_: title for id_, title in ids.items() if title},
    )


def _other_fields(
    file: Shaped[Playbook], id_: str, change: PlanChange, phases: set[str]
) -> Iterator[Diagnostic]:
    """Fields that a phase has not, or a step."""
    is_phase = id_ in phases
    known = (
        PhaseFields.model_fields.keys()
        if is_phase
        else PlanChange.model_fields.keys() - {"outcome"}
    )
    what = "phase" if is_phase else "step"
    for name in sorted(change.model_fields_set - known):
        key = type(change).model_fields[name].alias or name
        yield Diagnostic(
            codes.NOT_OF_BASE,
            f"`{id_}` is a {what}, and `{key}` is not a key of a {what}",
            file.origin("adjust", id_, key).key_span,
            "remove it",
        )


def _places(
    checks: Checks,
    file: Shaped[Playbook],
    base: Sequence[PhaseInFile],
    all_: Sequence[PhaseInFile],
) -> Iterator[Diagnostic]:
    """What is moved, and where to; where something is added."""
    here, ids = _known(checks, file, all_), _ids(all_)
    hidden = {*file.model.hide}
    phases = {phase.id for phase in all_}
    for id_ in file.model.add:
        if id_ not in hidden:
            yield from here.check(id_, file.origin("add", id_), at_key=True)
    for id_, target in file.model.move.items():
        origin = file.origin("move", id_)
        if id_ not in hidden and id_ not in ids:
            yield from _known(checks, file, base).check(id_, origin, at_key=True)
        elif target == id_ or (id_ in phases and target in ids and target not in phases):
            message = f"`{id_}` cannot stand after `{target}`"
            hint = "name another phase" if id_ in phases else "name a phase, or another step"
            yield Diagnostic(codes.NOT_OF_BASE, message, origin.span, hint)
        elif target not in hidden:
            yield from here.check(target, origin)


def _both(file: Shaped[Playbook]) -> Iterator[Diagnostic]:
    """What is hidden and changed all the same."""
    hidden = {id_: position for position, id_ in reversed([*enumerate(file.model.hide)])}
    for key in _CHANGES[1:]:
        for id_ in getattr(file.model, key):
            if id_ in hidden:
                yield Diagnostic(
                    codes.HIDDEN_ADJUSTED,
                    f"`{id_}` is hidden, so there is nothing to {key}",
                    file.origin(key, id_).key_span,
                    f"remove it from `hide`, or from `{key}`",
                    related=(Related("hidden here", file.origin("hide", hidden[id_]).span),),
                )


def _missed(file: Shaped[Playbook], phases: Sequence[PhaseInFile]) -> Iterator[Diagnostic]:
    """What is hidden, and what is left needs it or counts from it."""
    assert file.base is not None  # noqa: S101  # for the types
    gone = hidden_in(file)
    by_phase = {step.id: phase.id for phase in phases_in(file.base) for step in phase.steps}
    for id_, what, origin in _uses(file, phases):
        if id_ not in gone:
            continue
        hidden = id_ if id_ in file.model.hide else by_phase.get(id_, id_)
        if hidden in file.model.hide:
            yield Diagnostic(
                codes.HIDDEN_NEEDED,
                f"{what} `{id_}`, which is hidden",
                file.origin("hide", file.model.hide.index(hidden)).span,
                "say otherwise under `adjust`, or do not hide it",
                related=(Related("written here", origin.span),),
            )


def _uses(
    file: Shaped[Playbook], phases: Sequence[PhaseInFile]
) -> Iterator[tuple[str, str, Origin]]:
    """Each step or phase that something needs or counts from, with words for it and its place."""
    for phase in phases:
        at = phase.changes.get("needs") or phase.file.origin(*phase.keys, "needs")
        for need in phase.fields.needs:
            yield need, f"`{phase.id}` needs", at
        yield from _anchor(phase.fields.window, f"`{phase.id}`", phase.origin)
        for step in phase.steps:
            for need in step.placed.needs:
                yield (
                    need,
                    f"`{step.id}` needs",
                    step.changes.get("needs") or step.origin.at("needs"),
                )
            yield from _anchor(step.placed.window, f"`{step.id}`", step.origin)
    playbook, origins = merged(file)
    for id_, touchpoint in playbook.touchpoints.items():
        at = origins.get(("touchpoints", id_)) or file.origin("touchpoints", id_)
        yield from _anchor(touchpoint.window, f"`{id_}`", at)
        if touchpoint.counted_by:
            yield touchpoint.counted_by, f"`{id_}` is counted by", at


def _anchor(window: Window | None, who: str, at: Origin) -> Iterator[tuple[str, str, Origin]]:
    if window and window.range.anchor:
        yield window.range.anchor, f"{who} counts from", at.at(window.key)
