"""Resolved guides as text one can read in a golden file: names for roles, nothing for what is empty."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from firstwin.dates import START
from firstwin.models.effort import NO_TIME, Effort
from firstwin.models.plan import Days, SourceLine
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.guide import Guide, Guides
from firstwin.resolve.guide_step import (
    AlternativeLabels,
    ConditionLabel,
    Distance,
    Moment,
    NeededStep,
    RoleName,
)
from firstwin.system.fields import field_names

INDENT = "  "


def shown(name: str, guides: Guides) -> str:
    """What a golden asks for: `plan TIER`, `steps TIER`, `guide TIER PERSONA`, or a field of `Guides`."""
    match name.split():
        case ["plan", tier]:
            plan = guides.plans[tier]
            bare = [replace(phase, steps=()) for phase in plan.phases]
            return as_text(replace(plan, phases=tuple(bare)))
        case ["steps", tier]:
            steps = [step for phase in guides.plans[tier].phases for step in phase.steps]
            return as_text([step for step in steps if step.id != "won"])
        case ["guide", tier, persona]:
            return as_text(guide_of(guides, tier, persona))
        case ["parts", tier, persona]:
            steps = [
                step for phase in guide_of(guides, tier, persona).phases for step in phase.steps
            ]
            return "\n".join(
                f"{step.number} {step.id}: {step.part}, {step.minutes} minutes" for step in steps
            )
        case _:
            return as_text(getattr(guides, name))


def guide_of(guides: Guides, tier: str, persona: str) -> Guide:
    return next(each for each in guides.guides if (each.tier, each.persona.id) == (tier, persona))


def as_text(thing: object) -> str:
    return "\n".join(_lines(thing))


def _lines(thing: object) -> Iterator[str]:
    if isinstance(thing, Block):
        yield f"{type(thing).__name__}:"
        fields = {name: getattr(thing, name) for name in field_names(type(thing))}
        yield from (INDENT + line for line in _fields(fields))
    elif field_names(type(thing)):
        yield from _fields({name: getattr(thing, name) for name in field_names(type(thing))})
    elif isinstance(thing, Mapping):
        yield from _fields(thing)
    elif isinstance(thing, list | tuple):
        for part in thing:
            short = _short(part)
            first, *rest = [short] if short is not None else _lines(part)
            yield f"- {first}"
            yield from (INDENT + line for line in rest)


def _fields(fields: Mapping[str, object]) -> Iterator[str]:
    for name, value in fields.items():
        if value in (None, "", (), 0, False, NO_TIME) or (isinstance(value, Mapping) and not value):
            continue
        short = _short(value)
        if name == "origins" and isinstance(value, Mapping):
            yield f"origins: {_origins(value)}"
        elif short is not None:
            yield f"{name}: {short}"
        elif lines := list(_lines(value)):
            yield f"{name}:"
            yield from (INDENT + line for line in lines)


def _origins(origins: Mapping[str, SourceLine]) -> str:
    files: dict[str, list[str]] = {}
    for name, source in sorted(origins.items(), key=lambda pair: (pair[1].line, pair[0])):
        files.setdefault(source.path, []).append(f"{name} {source.line}")
    return "; ".join(f"{path} {', '.join(lines)}" for path, lines in files.items())


def _distance(distance: Distance) -> str:
    anchor = distance.anchor.title or distance.anchor.kind
    span = f"{distance.unit.value} {distance.first} to {distance.last}"
    return f"{span} {distance.side} {anchor}"


def _short(value: object) -> str | None:  # noqa: PLR0911 - one line a kind of value
    match value:
        case str() if "\n" in value:
            return repr(str(value))
        case str() | bool() | int() | date():
            return str(value)
        case Effort():
            return f"{value} or more" if value.is_open else str(value)
        case RoleName():
            return f"{value.title} ({value.side}{', persona' if value.persona else ''})"
        case Days():
            return f"{value.first} to {value.last}"
        case Moment():
            unit = f"{value.unit.value} {value.first} to {value.last}"
            distance = f", {_distance(value.distance)}" if value.distance else ""
            moves = f", moves with {value.counted_from}" if value.counted_from != START else ""
            return f"{value.days.first} to {value.days.last} = {unit}{distance}{moves}"
        case AlternativeLabels():
            return " or ".join(filter(None, map(_short, value.labels)))
        case ConditionLabel():
            return f"{'not ' if value.negated else ''}{value.label} ({value.question})"
        case NeededStep():
            where = f" in {value.phase}" if value.kind == "step" else ""
            return f"{value.kind} {value.id}{where}: {value.title}{'' if value.shown else ' (not shown)'}"
        case _:
            return None
