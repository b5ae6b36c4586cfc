"""FW225 to FW228: `{{ reader.workspace }}`, what a reader wrote into a field, where no page can show it.

A field belongs to a step of a plan, so a text may show it where it stands in the steps of that plan, or in a library entry
that they use. It is shown in the words of a text: never in a title, an address or code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from firstwin.diagnostics import Code, Diagnostic, Severity, Span
from firstwin.models.part import Part
from firstwin.models.plan import Persona, Plan, Step
from firstwin.models.reader_fields import READER, reader_fields
from firstwin.models.values import Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorText
from firstwin.text import gaps, names_kept_out
from firstwin.validate.words import Spelling, listed

UNKNOWN_FIELD = Code(
    "FW225",
    Severity.ERROR,
    "A field that nobody fills in",
    "`{{ reader.workspace }}` shows what the reader wrote into the field `workspace` of a step in the same plan. The text of a "
    "library entry shows the fields of the plans that use it.",
    wrong="fields:\n  address: The address of your workspace\ntext: Open {{ reader.adress }}.",
    right="fields:\n  address: The address of your workspace\ntext: Open {{ reader.address }}.",
)
SEVERAL_FIELDS = Code(
    "FW226",
    Severity.ERROR,
    "A field that several steps have",
    "A field's id is its own within its step alone. Where several steps of a plan have one of the same id, a text names the "
    "step as well: `{{ reader.kickoff-call.outcome }}`.",
    wrong="- id: agree\n  owner: admin\n  fields:\n    outcome: The outcome\n- id: measure\n  owner: admin\n  fields:\n    outcome: The outcome now\n  text: We look at {{ reader.outcome }}.",
    right="- id: agree\n  owner: admin\n  fields:\n    outcome: The outcome\n- id: measure\n  owner: admin\n  fields:\n    outcome: The outcome now\n  text: We look at {{ reader.agree.outcome }}.",
)
NO_PLACE = Code(
    "FW227",
    Severity.ERROR,
    "What a reader wrote, where it cannot be shown",
    "What a reader wrote is known to their own browser alone, and is shown there in the words of a step or of a library entry. "
    "Titles and labels are said in other places too, an address must not be made of it, code is shown as it is typed, and "
    "texts outside of steps belong to no plan.",
    wrong="title: Open {{ reader.workspace }}",
    right="title: Open your workspace\ntext: It is at {{ reader.prerequisites.workspace }}.",
)
UNSEEN_FIELD = Code(
    "FW228",
    Severity.WARNING,
    "A field that a reader of its text never sees",
    "Whoever reads the text is led to the field as long as nothing is written there. Their guide has to show them its step, "
    "and not only a line of it.",
    wrong="- id: workspace\n  owner: admin\n  fields:\n    address: Its address\n- id: sign-in\n  owner: champion\n  text: Open {{ reader.address }}.",
    right="- id: workspace\n  owner: admin\n  with:\n    - champion\n  fields:\n    address: Its address\n- id: sign-in\n  owner: champion\n  text: Open {{ reader.address }}.",
)

_START = "{{"


class _Reading(Struct, frozen=True):
    """Where a text is read: in a step of a plan, by one persona of it or by all who see the step."""

    plan: Plan
    step: Step
    persona: Persona | None = None


class _Places:
    """Where the texts of an inspection are read, and the fields of its plans."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection
        self._worked_on: dict[tuple[str, str], Collection[str]] = {}

    def of(self, text: AuthorText) -> Sequence[_Reading] | None:
        """Where a text is read; None for one that belongs to no plan."""
        at = (text.base.path, text.base.keys)
        if at in self._steps:
            return self._steps[at]
        if text.entry and text.base == self._inspection.project.entries[text.entry]:
            return self._uses.get(text.entry, ())
        if text.keys[0] == "adjust" and at in self._personas:
            plan, persona = self._personas[at]
            return [
                _Reading(plan, step, persona) for step in plan.steps() if step.id == text.keys[1]
            ]
        return None

    def fields(self, readings: Sequence[_Reading]) -> Mapping[str, Sequence[str]]:
        """The fields that a text may show, by the names it may ask for them, each with the steps of a plan that have it."""
        plans = {reading.plan.tier: reading.plan for reading in readings}
        found: dict[str, Sequence[str]] = {}
        for plan in plans.values() if readings else self._inspection.plans:
            for name, steps in reader_fields(plan).items():
                if len(steps) > len(found.get(name, ())):
                    found[name] = [step.id for step, _ in steps]
        return found

    def worked_on(self, plan: Plan, persona: Persona) -> Collection[str]:
        """The steps that the guide of a persona shows whole. Who is only told of one reads a line."""
        guide = (plan.tier, persona.role)
        if guide not in self._worked_on:
            self._worked_on[guide] = {
                step.id
                for _, step in self._inspection.guide(plan, persona)
                if step.parts.get(persona.role, Part.NONE) in {Part.OWNER, Part.WITH}
            }
        return self._worked_on[guide]

    @cached_property
    def _steps(self) -> Mapping[tuple[str, object], Sequence[_Reading]]:
        return {
            (step.origin.path, step.origin.keys): [_Reading(plan, step)]
            for plan in self._inspection.plans
            for step in plan.every_step()
        }

    @cached_property
    def _uses(self) -> Mapping[str, Sequence[_Reading]]:
        found: dict[str, list[_Reading]] = {}
        for readings in self._steps.values():
            for reading in readings:
                if reading.step.entry:
                    found.setdefault(reading.step.entry, []).append(reading)
        return found

    @cached_property
    def _personas(self) -> Mapping[tuple[str, object], tuple[Plan, Persona]]:
        return {
            (persona.origin.path, persona.origin.keys): (plan, persona)
            for plan in self._inspection.plans
            for persona in plan.personas.values()
        }


def _all_found(inspection: Inspection) -> tuple[Diagnostic, ...]:
    return tuple(_found(inspection))


def _found(inspection: Inspection) -> Iterator[Diagnostic]:
    """What is wrong with each name between double braces that asks for what a reader wrote."""
    places = _Places(inspection)
    for text in inspection.filled:
        if _START not in text.value:
            continue
        asked = {gap.name: gap for gap in gaps(text.value) if gap.name.startswith(f"{READER}.")}
        kept_out = (
            names_kept_out(text.value) if asked and isinstance(text.value, Markdown) else None
        )
        for name, gap in asked.items():
            place = span_of(text.origin, text.value[gap.start : gap.end])
            readings = places.of(text)
            if kept_out is None or readings is None or name in kept_out:
                where = _where(text, is_read=readings is not None)
                yield Diagnostic(
                    NO_PLACE, f"`{name}` cannot be shown in {where}", place, _NO_PLACE_HINT
                )
                continue
            yield from _of_field(name.removeprefix(f"{READER}."), place, readings, places)


_NO_PLACE_HINT = "say it in the words of a step's `text`, outside of links, code and headings"


def _where(text: AuthorText, *, is_read: bool) -> str:
    """What cannot show it, in words."""
    if not is_read:
        return "a text that belongs to no plan's step"
    return (
        "an address, in code or in the heading of a column"
        if isinstance(text.value, Markdown)
        else "a title, a label or an address"
    )


def _of_field(
    field: str, place: Span, readings: Sequence[_Reading], places: _Places
) -> Iterator[Diagnostic]:
    """What is wrong with a field that is asked for: nobody has it, several steps have it, or a reader does not see it."""
    fields = places.fields(readings)
    steps = fields.get(field, ())
    if not steps:
        near = Spelling(fields).did_you_mean(field, f"{READER}.")
        hint = near or _known(fields)
        yield Diagnostic(
            UNKNOWN_FIELD,
            f"no step of the plan has the field that `{READER}.{field}` asks for",
            place,
            hint,
        )
    elif len(steps) > 1:
        names = [f"{READER}.{step}.{field}" for step in steps]
        message = f"{listed(steps, 'and')} have a field `{field}`"
        yield Diagnostic(SEVERAL_FIELDS, message, place, f"write {listed(names)}")
    else:
        yield from _unseen(field, steps[0], place, readings, places)


def _known(fields: Mapping[str, Sequence[str]]) -> str:
    names = [
        f"{READER}.{name}" for name, steps in fields.items() if len(steps) == 1 and "." not in name
    ]
    return (
        f"the fields are {listed(names, 'and')}" if names else "write it under `fields` of a step"
    )


def _unseen(
    field: str, step: str, place: Span, readings: Sequence[_Reading], places: _Places
) -> Iterator[Diagnostic]:
    """Whether everybody who reads a text can fill in the field that it shows."""
    blind = {
        persona.role: None
        for reading in readings
        for persona in ([reading.persona] if reading.persona else reading.plan.personas.values())
        if reading.step.id in places.worked_on(reading.plan, persona)
        and not any(
            asking.id in places.worked_on(reading.plan, persona)
            for asking, _ in reader_fields(reading.plan).get(field, ())
        )
    }
    if blind:
        message = f"{listed(blind, 'and')} cannot fill in `{field}`, which this text shows"
        hint = f"let them take part in `{step}` with `with`, or say it otherwise"
        yield Diagnostic(UNSEEN_FIELD, message, place, hint)


def _rule(code: Code) -> Rule:
    return Rule(
        code,
        lambda inspection: [each for each in inspection.once(_all_found) if each.code == code],
    )


READER_VALUE_RULES = tuple(map(_rule, (UNKNOWN_FIELD, SEVERAL_FIELDS, NO_PLACE, UNSEEN_FIELD)))
