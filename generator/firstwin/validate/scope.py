"""What the steps of one playbook or play may need and count from.

In: the steps of a plan or play, as written and as built. Out: a `Scope`, which checks needs and anchors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from firstwin.dates import START, number_of
from firstwin.diagnostics import Code, Diagnostic
from firstwin.models.plan import Origin, Plan, Step
from firstwin.models.window import Window
from firstwin.sources.line import is_plain, quote
from firstwin.validate import reference_codes as codes
from firstwin.validate.expected import noun
from firstwin.validate.in_file import StepInFile
from firstwin.validate.known import Known
from firstwin.validate.references import Checks
from firstwin.validate.words import with_article


class Scope(Struct, frozen=True):
    """What may be needed, hidden and counted from. `built` are the steps themselves, by id."""

    needs: Known
    steps: Known
    anchors: Known
    built: Mapping[str, Step]

    def step(self, step: Step) -> Iterator[Diagnostic]:
        """The needs of a step, and what its window counts from."""
        for position, need in enumerate(step.content.needs):
            yield from self.needs.check(need, step.origin_of("needs").at(position))
        window = step.content.window
        if window:
            yield from self.anchor(window, step.origin_of(window.key))

    def anchor(self, window: Window | None, origin: Origin) -> Iterator[Diagnostic]:
        """What a window, written at `origin`, counts from."""
        if window and window.range.anchor:
            yield from self._anchor(window.range.anchor, origin)

    def _anchor(self, id_: str, origin: Origin) -> Iterator[Diagnostic]:
        step = self.built.get(id_)
        for found in self.anchors.check(id_, origin):
            if step is None:
                yield found
                continue
            if step.event:
                message = f"`{id_}` has no day that anything could count from"
                hint = "write its days, or say in words when this happens: `when: ...`"
                yield Diagnostic(found.code, message, found.span, hint)
                continue
            kind = with_article(noun(type(step.content)))
            message = f"`{id_}` is {kind}: windows count from milestones and named days"
            hint = _as_named_day(step)
            yield Diagnostic(found.code, message, found.span, hint)

    def mark(self, id_: str, origin: Origin) -> Iterator[Diagnostic]:
        """What a reader may set the date of. The start date they may set in any plan."""
        if id_ == START:
            message = "every reader may set the start date"
            yield Diagnostic(codes.UNKNOWN_ANCHOR, message, origin.span, "leave it out")
            return
        yield from self._anchor(id_, origin)

    def with_added(self, ids: Iterable[str]) -> Scope:
        """The scope of the steps that one persona adds: they may need each other."""
        needs = self.needs
        known = None if needs.ids is None else {*needs.ids, *ids}
        return replace(self, needs=replace(needs, ids=known))


def _as_named_day(step: Step) -> str:
    """What to write where something is to count from a step that is no milestone."""
    if not step.days:
        return "name a milestone, or make a named day of it"
    name, title = f"{step.id}-day", str(step.content.title)
    title = title if is_plain(title, in_brackets=True) else quote(title)
    day = f"`{name}: {{title: {title}, day: {number_of(step.days.last)}}}`"
    return f"write under `named_days:` of the playbook {day}, and name `{name}` here; or name a milestone"


def scope_of_plan(
    checks: Checks,
    path: str,
    plan: Plan,
    in_file: Iterable[StepInFile],
    hidden: AbstractSet[str],
) -> Scope:
    """The scope of a playbook, whose file is `path`. What needs something `hidden` is told elsewhere."""
    scope = _scope(checks, path, plan.steps(), in_file, plan)
    left_out = checks.files.left_out | hidden
    needs, anchors = (replace(known, left_out=left_out) for known in (scope.needs, scope.anchors))
    return replace(scope, needs=needs, anchors=anchors)


def scope_of_play(
    checks: Checks, path: str, steps: Iterable[Step], in_file: Iterable[StepInFile]
) -> Scope:
    """The scope of a play, whose file is `path`."""
    return _scope(checks, path, steps, in_file, None)


def _scope(
    checks: Checks,
    path: str,
    steps: Iterable[Step],
    in_file: Iterable[StepInFile],
    plan: Plan | None,
) -> Scope:
    written = list(in_file)
    ids = {each.id for each in written}
    titled = {each.id: each.placed.title for each in written if each.placed.title}
    renamed = {each.placed.was: each.id for each in written if each.placed.was}
    of_phases = {phase.was: phase.id for phase in plan.phases if phase.was} if plan else {}
    phases = [phase.id for phase in plan.phases] if plan else []
    named = plan.named_days if plan else ()
    built = {step.id: step for step in steps}
    milestones = {id_ for id_, step in built.items() if step.is_milestone and not step.event}
    # Whether a step whose entry is missing is a milestone, nobody knows.
    anchors = {START, *named, *milestones, *(id_ for id_ in ids if id_ not in built)}
    left_out = checks.files.left_out

    def known(code: Code, noun: str, ids: Collection[str], define: str) -> Known:
        unnamed = path in checks.files.unnamed
        before = renamed if noun == "step" else renamed | of_phases
        titles = {id_: title for id_, title in titled.items() if id_ in ids}
        return Known(code, noun, None if unnamed else ids, define, left_out, titles, before)

    what, where = ("step or phase", "playbook") if plan else ("step", "play")
    return Scope(
        needs=known(codes.UNKNOWN_NEED, what, {*ids, *phases}, f"name a {what} of this {where}"),
        steps=known(codes.UNKNOWN_STEP, "step", ids, "name a step of the playbook in this folder"),
        anchors=known(
            codes.UNKNOWN_ANCHOR,
            "anchor",
            anchors,
            "count from `start`, a milestone or a named day",
        ),
        built=built,
    )
