"""What the models allow, as pydantic describes it, in plain dictionaries.

In: the root type of a kind of file. Out: an `Outline`: a tree of JSON Schema keywords, not yet a schema
an editor is happy with. What only our writers read is marked `x-`: `x-kind` and `x-meaning` (how a
value is written), `x-variants` (a choice made by a callable), `x-short` (the field for which a lone
text may stand) and `x-from` (where a field comes from that several models share).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from firstwin.models.base import ShortForm
from firstwin.models.explained import declaring, explanation
from firstwin.models.step import Timed, Windowed
from firstwin.models.steps import STEP_TYPES
from firstwin.models.values import Word
from firstwin.models.window import TIME_KEYS, WINDOW_KEYS

JsonSchema = dict[str, Any]
REFERENCE = "#/definitions/"

_ONE_WINDOW = "Only one key says when this happens: day, days, week, weeks, month, months or when."
_suffix = re.compile(r"(?<=[a-z])(Step|Entry|File)$")
_words = re.compile(r"(?<=[a-z])(?=[A-Z])")


class FileOutline(Struct, frozen=True):
    """The root of a kind of file, and every model below it by name."""

    root: JsonSchema
    models: Mapping[str, JsonSchema]


@cache
def outline(root: Any) -> FileOutline:
    """Describe what a file of this type may hold."""
    outlined = TypeAdapter(root).json_schema(
        schema_generator=_Describer, ref_template=REFERENCE + "{model}"
    )
    models = outlined.pop("$defs")
    return FileOutline(outlined, models)


def as_yaml(default: str | int) -> str:
    """A default as an author would write it."""
    return str(default).lower() if isinstance(default, bool) else str(default)


class _Describer(GenerateJsonSchema):
    """pydantic's description, without what only Python sees and with what our types add."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's signature
        # A title made of the key would stand as a heading above every explanation in an editor.
        return False

    def handle_ref_overrides(self, json_schema: JsonSchemaValue) -> JsonSchemaValue:
        # A field keeps its explanation also where its model happens to say the same.
        return json_schema

    def sort(
        self,
        value: JsonSchemaValue,
        parent_key: str | None = None,  # noqa: ARG002 - pydantic's signature
    ) -> JsonSchemaValue:
        return value

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        # A key without a value is a fault, so nothing an author writes is ever null.
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        outlined = super().default_schema(schema)
        if not isinstance(outlined.get("default"), str | int):
            outlined.pop("default", None)
        return outlined

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        outlined = {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
        self.update_with_validations(outlined, schema, self.ValidationsMapping.object)
        return outlined

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        words: list[Word] = schema["members"]
        return {
            "enum": [word.value for word in words],
            "enumDescriptions": [word.meaning for word in words],
        }

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        # Without a type beside it, a wrong value makes one error and not two.
        return {"enum": schema["expected"]}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        choices = schema["choices"].items()
        return {"x-variants": {str(tag)[1:-1]: self.generate_inner(to) for tag, to in choices}}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        outlined = super().model_schema(schema)
        model = schema["cls"]
        if "title" not in model.model_config:
            outlined["title"] = _title(model)
        for content in set(model.__mro__) & set(STEP_TYPES.values()):
            outlined["description"] = content.__doc__
        for name, field in model.model_fields.items():
            key = outlined["properties"][field.alias or name]
            key["description"] = explanation(model, name)
            owner = declaring(model, name)
            if owner is not model:
                key["x-from"] = owner.__name__
        if issubclass(model, Windowed):
            keys = TIME_KEYS if issubclass(model, Timed) else WINDOW_KEYS
            outlined["dependencies"] = _at_most_one(keys, _ONE_WINDOW)
        if issubclass(model, ShortForm):
            outlined["x-short"] = model.short
        return outlined


def _title(model: type[BaseModel]) -> str:
    """The name of a model in words: `FieldMapping` is a field mapping."""
    return _words.sub(" ", _suffix.sub("", model.__name__)).capitalize()


def _at_most_one(keys: tuple[str, ...], message: str) -> JsonSchema:
    """Each key forbids those after it, so that two of them make one error and not two."""
    return {
        key: {"properties": dict.fromkeys(keys[at:], False), "errorMessage": message}
        for at, key in enumerate(keys[:-1], start=1)
    }
