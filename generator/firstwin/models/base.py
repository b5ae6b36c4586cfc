"""The base of every model, and the faults a model can report.

A fault is raised as `PydanticCustomError`; its `type` is a name from `FAULTS` that `validate` turns
into a diagnostic with a permanent code.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, LiteralString, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from firstwin.sources import Quoted


class Model(BaseModel):
    """A frozen piece of a playbook. Unknown keys are faults."""

    model_config = ConfigDict(
        frozen=True,
        defer_build=True,  # most models are only ever read as a part of another
        extra="forbid",
        validate_by_alias=True,
        validate_by_name=False,
    )


@cache
def adapter_of(type_: Any) -> TypeAdapter[Any]:
    """What turns data into a value of a type that is made of models."""
    for model in _models_in(type_):
        model.model_rebuild()
    return TypeAdapter(type_)


def _models_in(type_: object) -> Iterator[type[Model]]:
    """The models that a type is made of, each behind its parts: pydantic makes anew for each model what is not ready yet."""
    if isinstance(type_, type) and issubclass(type_, Model):
        for field in type_.model_fields.values():
            yield from _models_in(field.annotation)
        yield type_
    for part in get_args(type_):
        yield from _models_in(part)


class ShortForm(Model):
    """A mapping for which a lone text may stand: the value of its field `short`."""

    short: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _widen(cls, value: object) -> object:
        return cls._read_text(value) if isinstance(value, str) else value

    @classmethod
    def _read_text(cls, text: str) -> dict[str, str]:
        return {cls.short: text}


def fault(type_: LiteralString, message: str, hint: str = "") -> PydanticCustomError:
    """A fault a validator raises: `message` says what is wrong, `hint` what to write."""
    return PydanticCustomError(type_, "{message}", {"message": message, "hint": hint})


class Faults:
    """The faults of a value's parts, which are reported together, each at its place."""

    def __init__(self) -> None:
        self._found: list[InitErrorDetails] = []

    def add(self, error: PydanticCustomError, *loc: str | int) -> None:
        """Keep a fault of the part at `loc`."""
        self._found.append(InitErrorDetails(type=error, loc=loc, input=None))

    @contextmanager
    def at(self, *loc: str | int) -> Iterator[None]:
        """Keep the fault that is raised inside, as one of the part at `loc`."""
        try:
            yield
        except PydanticCustomError as error:
            self.add(error, *loc)

    def report(self) -> None:
        """Raise what was kept, if anything was."""
        if self._found:
            raise ValidationError.from_exception_data("parts", self._found)


def written_as(kind: str, meaning: str, **schema: Any) -> WithJsonSchema:
    """How a value is written: a word for it, a sentence about it, and its JSON Schema.

    What a value's validator accepts its schema accepts; `firstwin.schema` puts them together.
    """
    return WithJsonSchema({"x-kind": kind, "x-meaning": meaning, **schema})


def _read_version(value: object) -> int:
    if value == "1" and not isinstance(value, Quoted):
        return 1
    raise fault(
        "schema_version", "this is not a schema version firstwin knows", "write `schema: 1`"
    )


SchemaVersion = Annotated[
    Literal[1],
    PlainValidator(_read_version),
    written_as(
        "1", "The number 1, without quotes.", const=1, errorMessage="Write 1, without quotes."
    ),
]


class FileModel(Model):
    """The root of a YAML file."""

    schema_version: SchemaVersion = Field(default=1, alias="schema")
    """The version of firstwin's YAML. Always 1."""
