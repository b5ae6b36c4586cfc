"""The base of every model, and the faults a model can report.

A fault is raised as `PydanticCustomError`; its `type` is a name from `FAULTS` that `validate` turns
into a diagnostic with a permanent code.
"""

from __future__ import annotations

from typing import Annotated, Literal, LiteralString

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """A frozen piece of a playbook. Unknown keys are faults."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_by_alias=True,
        validate_by_name=False,
    )


def fault(type_: LiteralString, message: str, hint: str = "") -> PydanticCustomError:
    """A fault a validator raises: `message` says what is wrong, `hint` what to write."""
    return PydanticCustomError(type_, "{message}", {"message": message, "hint": hint})


def _read_version(value: object) -> int:
    if value == "1":
        return 1
    raise fault(
        "schema_version", "this is not a schema version firstwin knows", "write `schema: 1`"
    )


SchemaVersion = Annotated[
    Literal[1], PlainValidator(_read_version), WithJsonSchema({"const": 1, "default": 1})
]


class FileModel(Model):
    """The root of a YAML file."""

    schema_version: SchemaVersion = Field(default=1, alias="schema")
    """The version of firstwin's YAML. Always 1."""
