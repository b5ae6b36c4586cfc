"""Canaries: texts that are in one place alone, so that a leak says where it came from.

A `Planter` fills every field of a model or value with canaries, by the types of the fields; nobody
has to remember a field that is added. `strings` finds every text that can be reached from an object.
"""

import types
import typing
from collections.abc import Collection, Iterator, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin

import yaml
from pydantic import BaseModel

from firstwin.diagnostics import Span
from firstwin.models.plan import Days, Origin
from firstwin.models.steps import STEP_TYPES
from firstwin.models.steps.content import Content
from firstwin.models.values import Audience
from firstwin.models.window import Range, Unit, Window
from firstwin.sources import Document
from firstwin.system.fields import field_names

T = TypeVar("T")
Field = tuple[str, str]
"""A type and the name of one of its fields."""

DAYS = Range(1, 2)
DATED = {
    Range: DAYS,
    Window: Window(Unit.DAY, DAYS, "days"),
    Days: Days(1, 2),
    date: date(2026, 11, 2),
}


class Planter:
    """Makes objects in which every text is a canary, and remembers which field each one stands in."""

    def __init__(self, audience: Audience) -> None:
        self.audience = audience
        self.planted: dict[str, Field] = {}

    def full(self, cls: type[T], **given: object) -> T:
        """An object of `cls` with a canary in every text that is not given."""
        fields = {
            name: given.get(name) if name in given else self._value(hint, (cls.__name__, name))
            for name, hint in fields_of(cls).items()
        }
        if issubclass(cls, BaseModel):
            return typing.cast(T, cls.model_construct(set(fields), **fields))
        return cls(**fields)

    def canary(self, field: Field) -> str:
        """A new text that stands nowhere else."""
        name = f"canary-{self.audience.value}-{len(self.planted)}-"
        self.planted[name] = field
        return name

    def known(self, text: str, field: Field) -> str:
        """A text that is looked for like a canary, and stands in several places."""
        self.planted[text] = field
        return text

    def _value(self, hint: Any, field: Field) -> Any:
        kind = get_origin(hint)
        if is_optional_audience(hint):
            return None
        if kind in (typing.Union, types.UnionType):
            return self._value(next(arg for arg in get_args(hint) if arg is not type(None)), field)
        if kind is typing.Literal:
            return get_args(hint)[0]
        if kind in (tuple, frozenset):
            return kind(self._value(arg, field) for arg in alternatives(get_args(hint)[0]))
        if kind in (dict, Mapping):
            key, value = get_args(hint)
            return {self._value(key, field): self._value(arg, field) for arg in alternatives(value)}
        return self._single(hint, field)

    def _single(self, hint: Any, field: Field) -> Any:
        if hint is Origin:
            return self.origin()
        if hint in DATED:
            return DATED[hint]
        if issubclass(hint, Enum):
            return self.audience if hint is Audience else next(iter(hint))
        if issubclass(hint, str):
            return hint(self.canary(field))
        return hint(1) if issubclass(hint, int) else self.full(hint)

    def origin(self) -> Origin:
        """An origin in a document that is full of canaries."""
        path, key, value, line = (self.canary(("Document", name)) for name in "pkvl")
        root = yaml.compose(f"{key}: {value}")
        return Origin(Document(path, {key: value}, root, (line,)), (key,))


def fields_of(cls: Any) -> dict[str, Any]:
    """The fields of a model or value with their types, without what annotations add."""
    if issubclass(cls, BaseModel):
        return {name: bare(info.annotation) for name, info in cls.model_fields.items()}
    hints = typing.get_type_hints(cls)
    return {name: bare(hints[name]) for name in field_names(cls) if not name.startswith("_")}


def bare(hint: Any) -> Any:
    """A type without `Annotated`, at any depth. Content is of any of the types of steps."""
    if hint is Content:
        return typing.Union[tuple(STEP_TYPES.values())]  # noqa: UP007 - built from a tuple
    if get_origin(hint) is typing.Annotated:
        return bare(get_args(hint)[0])
    args = tuple(bare(arg) for arg in get_args(hint))
    if not args or get_origin(hint) is typing.Literal:
        return hint
    if get_origin(hint) in (typing.Union, types.UnionType):
        return typing.Union[args]  # noqa: UP007 - built from a tuple
    return get_origin(hint)[args]


def alternatives(hint: Any) -> tuple[Any, ...]:
    """The types of a union, or the type alone."""
    return get_args(hint) if get_origin(hint) in (typing.Union, types.UnionType) else (hint,)


def is_optional_audience(hint: Any) -> bool:
    """Whether a field narrows the audience of what it stands in, and may be left out."""
    return hint != Audience and Audience in get_args(hint)


def text_fields(cls: Any, of: type[str] = str, seen: set[Any] | None = None) -> set[Field]:
    """Every field that holds text and can be reached from a type, by the type it stands in."""
    seen = set() if seen is None else seen
    found: set[Field] = set()
    if cls in seen or cls in DATED or cls is Origin:
        return found
    seen.add(cls)
    for name, hint in fields_of(cls).items():
        for part in parts_of(hint):
            if issubclass(part, of) and not issubclass(part, Enum):
                found.add((cls.__name__, name))
            elif issubclass(part, BaseModel) or field_names(part):
                found |= text_fields(part, of, seen)
    return found


def parts_of(hint: Any) -> Iterator[type]:
    """The classes a type is made of."""
    if get_origin(hint) is typing.Literal:
        return
    args = [arg for arg in get_args(hint) if arg not in (type(None), Ellipsis)]
    if args:
        for arg in args:
            yield from parts_of(arg)
    elif isinstance(hint, type):
        yield hint


def strings(thing: object) -> Iterator[str]:
    """Every text that can be reached from an object. An object of an unknown kind is an error."""
    if isinstance(thing, Enum):
        return
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, BaseModel):
        yield from strings(dict(thing))
        yield from strings(thing.model_fields_set)
    elif names := field_names(type(thing)):
        yield from strings([getattr(thing, name) for name in names])
    elif isinstance(thing, Mapping):
        yield from strings([*thing.keys(), *thing.values()])
    elif isinstance(thing, yaml.Node):
        yield from strings(thing.value)
    elif isinstance(thing, Collection):
        for part in thing:
            yield from strings(part)
    elif not isinstance(thing, int | date | time | Span | None):
        raise TypeError(f"who knows what can be reached from {type(thing)}")


def leaks(thing: object, planted: Mapping[str, Field]) -> dict[str, Field]:
    """The canaries that can be reached from an object, with the fields they were planted in."""
    everything = "\n".join([*strings(thing), repr(thing)])
    return {canary: field for canary, field in planted.items() if canary in everything}
