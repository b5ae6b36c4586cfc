"""The phases that a playbook itself has: in its list, or in files of their own beside it.

In: files as models. Out: each playbook with the files that it names, and each of its phases with its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from firstwin.diagnostics import Diagnostic, Related, Span
from firstwin.models.plan import Origin
from firstwin.models.playbook import Phase, PhaseFields, PhaseFile, Playbook
from firstwin.models.values import is_id, made_id
from firstwin.sources import KeyPath
from firstwin.validate import reference_codes as codes
from firstwin.validate.in_file import PhaseInFile, StepInFile
from firstwin.validate.losses import Loss
from firstwin.validate.places import PHASES
from firstwin.validate.shape import Files, Shaped
from firstwin.validate.words import Spelling


def own_phases(file: Shaped[Playbook]) -> Iterator[PhaseInFile]:
    """The phases of a playbook's list, in its order. What is named and has no file is passed over, and so is a second naming."""
    left = dict(file.phases)
    for keys, phase in _listed(file):
        after = keys[0] == "aftercare"
        if isinstance(phase, Phase):
            made = _phase(phase.id, phase, file.origin(*keys, "id"), file, keys)
            yield replace(made, after=after)
        elif phase in left:
            own = left.pop(phase)
            yield replace(_phase(phase, own.model, file.origin(*keys), own, ()), after=after)


def _listed(file: Shaped[Playbook]) -> Iterator[tuple[KeyPath, Phase | str]]:
    """What stands in the lists of phases of a playbook, each with the way to it."""
    for key in ("phases", "aftercare"):
        for number, phase in enumerate(getattr(file.model, key)):
            yield (key, number), phase


def _phase(
    id_: str, phase: PhaseFields, id_origin: Origin, file: Shaped[object], keys: KeyPath
) -> PhaseInFile:
    steps = tuple(
        StepInFile(placed, file.origin(*keys, "steps", position), id_)
        for position, placed in enumerate(phase.steps)
    )
    return PhaseInFile(id_, phase, id_origin, file, keys, steps)


def put_beside(files: Files) -> Iterator[Diagnostic]:
    """Give each playbook the files of its phases, and say which of them do not fit together."""
    for tier, playbook in files.playbooks.items():
        beside = files.phases.get(tier, {})
        yield from _named(playbook, beside, files)
        _losses(playbook, beside, files)
        if beside:
            files.playbooks[tier] = replace(playbook, phases=beside)


def _named(
    playbook: Shaped[Playbook], beside: Mapping[str, Shaped[PhaseFile]], files: Files
) -> Iterator[Diagnostic]:
    """Names in the list of phases that lead to no file, or twice to one; and files that are in no list."""
    spelling, first = Spelling(beside), dict[str, Origin]()
    was_whole = not any(loss.path == playbook.document.path for loss in files.losses)
    for keys, name in _listed(playbook):
        if isinstance(name, Phase):
            continue
        origin = playbook.origin(*keys)
        earlier = first.setdefault(name, origin)
        if earlier is not origin:
            yield Diagnostic(
                codes.DUPLICATE_ID,
                f"the phase `{name}` is in the list already",
                origin.span,
                "keep it once",
                related=(Related("first named here", earlier.span),),
            )
        elif name not in beside:
            _lose(playbook, keys, files)
            if name not in files.broken:
                near = spelling.nearest(name)
                first.setdefault(near or name, origin)
                message = f"there is no {PHASES}/{name}.yml beside this playbook"
                hint = f"did you mean `{near}`?" if near else "write it, or write the phase here"
                yield Diagnostic(codes.UNKNOWN_PHASE_FILE, message, origin.span, hint)
    if was_whole:
        for name in beside.keys() - first.keys():
            yield _unlisted(name, beside[name], playbook)


def _unlisted(name: str, own: Shaped[PhaseFile], playbook: Shaped[Playbook]) -> Diagnostic:
    span = Span(own.document.path)
    if is_id(name):
        message = f"the `phases` of {playbook.document.path} do not name this one"
        hint = f"write `- {name}` where it belongs; a file whose name begins with `_` is not read"
        return Diagnostic(codes.UNLISTED_PHASE, message, span, hint)
    made = made_id(name)
    message = f"`{name}.yml` gives this phase no id: ids are small letters, digits and hyphens"
    return Diagnostic(codes.WRONG_NAME, message, span, f"call it `{made}.yml`" if made else "")


def _losses(
    playbook: Shaped[Playbook], beside: Mapping[str, Shaped[PhaseFile]], files: Files
) -> None:
    """Remember of a playbook that a file of its phases lost something."""
    lost = {loss.path for loss in files.losses}
    for keys, name in _listed(playbook):
        own = beside.get(name) if isinstance(name, str) else None
        if own and own.document.path in lost:
            nothing_more = frozenset[str]()  # the loss of the file itself says what is gone
            loss = Loss(playbook.document.path, keys, nothing_more)
            files.losses.append(loss)
        if own and own.document.path in files.unnamed:
            files.unnamed.add(playbook.document.path)


def _lose(playbook: Shaped[Playbook], keys: KeyPath, files: Files) -> None:
    """Remember that a phase is gone, and nobody knows which ids were in it."""
    files.losses.append(Loss(playbook.document.path, keys))
    files.unnamed.add(playbook.document.path)
