"""An outline as a JSON Schema that an editor completes and explains well.

In: an `Outline`. Out: a draft-07 schema, which is what editors know best. Three things differ from what
pydantic would write. A choice between models becomes `if` and `then`, so that only the chosen type's
errors are shown. What several places share stands in `definitions` and is referred to without
siblings, which draft-07 ignores. Every explanation also comes as Markdown, with how the value is
written.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from firstwin.models.made_ids import CRITERIA, NAMED
from firstwin.models.steps import STEP_TYPES
from firstwin.models.values import SCALAR_TYPES
from firstwin.schema.outline import REFERENCE, FileOutline, JsonSchema, as_yaml
from firstwin.sources.limits import MOST_ENTRIES

DRAFT = "http://json-schema.org/draft-07/schema#"
STEP, TYPE, WINDOW, KEY = "Step", "StepType", "OneWindow", "new-id"

# An editor shows these where the word alone would leave open what is meant.
_NOT_A_STEP = "A step is a mapping: it has an id and a title, or it uses a library entry."
_NOT_AN_ENTRY = "A library entry is a mapping with a title."
_NOT_A_LIST = "Write a list: each entry on a line of its own, after a dash."
_NOT_A_MAPPING = "Write a mapping: each id on a line of its own, with what belongs to it."
_NOT_NAMED = "Write a list, or a mapping: each id on a line of its own, with what belongs to it."

_ORDER = (
    *("$schema", "title", "description", "markdownDescription", "$ref", "type", "const", "enum"),
    *("enumDescriptions", "pattern", "patternErrorMessage", "errorMessage", "minimum", "maximum"),
    *("maxLength", "minItems", "maxItems", "items"),
    *("minProperties", "maxProperties", "propertyNames"),
    *("required", "properties", "patternProperties", "additionalProperties", "dependencies"),
    *("if", "not", "then", "else", "allOf", "anyOf", "doNotSuggest", "definitions"),
)
_NAMED = ("properties", "patternProperties", "definitions", "dependencies")
"""Keywords whose keys are names, not keywords."""


def json_schema(outline: FileOutline, title: str, about: str) -> JsonSchema:
    """The schema of one kind of file."""
    writer = _Writer(outline)
    root = writer.write(outline.root)
    definitions = dict(sorted(writer.definitions.items()))
    head = {"$schema": DRAFT, "title": title, **explanation(about)}
    ordered: JsonSchema = _ordered(root | head | {"definitions": definitions})
    return ordered


def explanation(text: str, *more: str) -> JsonSchema:
    """A description, and the same as Markdown with further sentences."""
    return {"description": text, "markdownDescription": "\n\n".join((text, *filter(None, more)))}


def value_sentence(outline: JsonSchema) -> str:
    """How a value is written, in a sentence; empty where the words or keys are listed anyway."""
    if "x-meaning" in outline:
        return str(outline["x-meaning"])
    if outline.get("type") == "array" and "items" in outline:
        kind = "A list, or one alone." if "x-alone" in outline else "A list."
        return f"{kind} {value_sentence(outline['items'])}".rstrip()
    if "propertyNames" in outline:
        keys = "addresses" if outline["propertyNames"].get("x-kind") == "old address" else "ids"
        return f"A mapping with {keys} as keys. {value_sentence(outline['additionalProperties'])}".rstrip()
    return ""


class _Writer:
    """Writes one schema; collects in `definitions` what is referred to."""

    def __init__(self, outline: FileOutline) -> None:
        self._models = outline.models
        self.definitions: dict[str, JsonSchema] = {}
        self._types: list[str] = []

    def write(self, outline: JsonSchema) -> JsonSchema:
        """The schema of a value, whatever it is."""
        if "$ref" in outline:
            return self._model_or_words(outline)
        if "x-variants" in outline:
            return self._choice(outline["x-variants"])
        if outline.get("type") == "object" and "properties" in outline:
            return self._model(outline)
        schema = _plain(outline)
        for keyword in ("items", "additionalProperties"):
            if isinstance(outline.get(keyword), dict):
                schema[keyword] = self._shared(outline[keyword])
        if schema.get("type") == "array":
            schema |= {"errorMessage": _NOT_A_LIST, "maxItems": MOST_ENTRIES}
        if "x-alone" in outline:
            # What is neither is told that a list belongs here.
            schema.pop("description", None)
            listed = {"if": {"type": ["array", "object"]}, "then": schema}
            return {**listed, "else": deepcopy(schema["items"])}
        if "propertyNames" in outline:
            schema["maxProperties"] = MOST_ENTRIES
            schema.setdefault("errorMessage", _NOT_A_MAPPING)
            # Any new id is right, so an editor has none to propose.
            self.definitions[KEY] = {**_plain(outline["propertyNames"]), "doNotSuggest": True}
            schema["propertyNames"] = {"$ref": REFERENCE + KEY}
        return schema

    def _shared(self, outline: JsonSchema) -> JsonSchema:
        """A reference to the schema of a value that has no explanation of its own."""
        kind = outline.get("x-kind")
        if not kind:
            return self.write(outline)
        name = kind.replace(" ", "-").lower()
        self.definitions[name] = {**self.write(outline), **explanation(outline["x-meaning"])}
        return {"$ref": REFERENCE + name}

    def _model_or_words(self, outline: JsonSchema) -> JsonSchema:
        name = outline["$ref"].removeprefix(REFERENCE)
        model = self._models[name]
        own = {key: value for key, value in outline.items() if key != "$ref"}
        if "enum" in model:
            return {key: value for key, value in _plain(model | own).items() if key != "title"}
        if own:
            return self.write(deepcopy(model) | own)
        if name not in self.definitions:
            self.definitions[name] = self.write(model)
        return {"$ref": REFERENCE + name}

    def _model(self, outline: JsonSchema) -> JsonSchema:
        schema = _plain(outline) | explanation(outline["description"])
        if {"id", "title"} <= set(schema.get("required", ())):
            schema["required"] = [key for key in schema["required"] if key != "id"]
        schema["properties"] = {
            key: self._property(key, field) for key, field in outline["properties"].items()
        }
        if isinstance(outline["additionalProperties"], dict):
            schema["additionalProperties"] = self._shared(outline["additionalProperties"])
        if "dependencies" in outline:
            self.definitions[WINDOW] = {"dependencies": schema.pop("dependencies")}
            schema["allOf"] = [{"$ref": REFERENCE + WINDOW}]
        if "x-short" in outline:
            short = _plain(outline["properties"][outline["x-short"]])
            schema["type"] = ["object", *SCALAR_TYPES]
            schema["pattern"] = short["pattern"]
            schema["maxLength"] = short["maxLength"]
            schema["patternErrorMessage"] = short["errorMessage"]
        return schema

    def _property(self, key: str, outline: JsonSchema) -> JsonSchema:
        if key == "type":
            return self._step_type()
        schema = self._explained(outline)
        named = key in NAMED or any(key in below for below in CRITERIA.values())
        if named and schema.get("type") == "object" and "propertyNames" in schema:
            # A plain list does: its entries get the ids that their texts make.
            schema |= {"type": ["object", "array"], "items": schema["additionalProperties"]}
            schema |= {"maxItems": MOST_ENTRIES, "errorMessage": _NOT_NAMED}
            if "minProperties" in schema:
                schema["minItems"] = schema["minProperties"]
        if "x-from" not in outline:
            return schema
        name = f"{outline['x-from']}.{key}"
        self.definitions[name] = schema
        return {"$ref": REFERENCE + name}

    def _explained(self, outline: JsonSchema) -> JsonSchema:
        default = outline.get("default")
        schema = self.write(outline)
        target = self._models.get(outline.get("$ref", "").removeprefix(REFERENCE), outline)
        more = (
            value_sentence(target),
            f"Default: `{as_yaml(default)}`." if default is not None else "",
        )
        return {**schema, **explanation(outline["description"], *more)}

    def _step_type(self) -> JsonSchema:
        """The words for `type`, with what each means."""
        words = self._types
        self.definitions[TYPE] = {
            **explanation("The type of step. Without it a step is a task."),
            "enum": words,
            "enumDescriptions": [STEP_TYPES[word].__doc__ for word in words],
        }
        return {"$ref": REFERENCE + TYPE}

    def _choice(self, variants: Mapping[str, JsonSchema]) -> JsonSchema:
        if "group" in variants:
            return self._item(self.write(variants["item"]), self.write(variants["group"]))
        if "file" in variants:
            phase, name = self.write(variants["phase"]), self._shared(variants["file"])
            return {"if": {"type": "string"}, "then": name, "else": phase}
        self._types = [word for word in variants if word in STEP_TYPES]
        if "use" not in variants:
            return self._entry(variants)
        self.definitions[STEP] = self._step(variants)
        return {"$ref": REFERENCE + STEP}

    def _step(self, variants: Mapping[str, JsonSchema]) -> JsonSchema:
        """A step is a use of the library, or of the type it names, or a task."""
        task, use = self.write(variants["task"]), self.write(variants["use"])
        # Where nothing is said yet, an editor proposes the keys of both.
        untyped = {"if": {"required": ["title"]}, "then": task, "else": {"anyOf": [task, use]}}
        typed_or_not = self._by_type(variants, untyped)
        return {
            "title": STEP,
            **explanation("One thing to do, with an owner, a deadline and completion criteria."),
            **_mapping(
                {"if": {"required": ["use"]}, "then": use, "else": typed_or_not}, _NOT_A_STEP
            ),
        }

    def _entry(self, variants: Mapping[str, JsonSchema]) -> JsonSchema:
        return _mapping(self._by_type(variants, self.write(variants["task"])), _NOT_AN_ENTRY)

    def _by_type(self, variants: Mapping[str, JsonSchema], untyped: JsonSchema) -> JsonSchema:
        """Where `type` is written: the model of that type, or an error at the word alone."""
        types = [
            {"if": {"properties": {"type": {"const": word}}}, "then": self.write(variants[word])}
            for word in self._types
        ]
        known = {"properties": {"type": self._step_type()}}
        return {
            "if": {"required": ["type"]},
            "then": {"allOf": [known, *types]},
            "else": untyped,
        }

    def _item(self, item: JsonSchema, group: JsonSchema) -> JsonSchema:
        """A mapping with `items` is a group; one that has no `text` yet may become one."""
        unclear = {"type": "object", "not": {"required": ["text"]}}
        return {
            "title": "Item",
            "if": {"type": "object", "required": ["items"]},
            "then": group,
            "else": {"if": unclear, "then": {"anyOf": [item, group]}, "else": item},
        }


def _mapping(schema: JsonSchema, message: str) -> JsonSchema:
    """A mapping with this schema; anything else makes one error with the message."""
    return {"type": "object", "errorMessage": message, "if": {"type": "object"}, "then": schema}


def _plain(outline: JsonSchema) -> JsonSchema:
    """The keywords that go into a schema as they are."""
    return {keyword: value for keyword, value in outline.items() if keyword in _ORDER}


def _ordered(schema: Any, parent: str = "") -> Any:
    """The same schema with its keywords in a stable order; names stay as they are."""
    if isinstance(schema, list):
        return [_ordered(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    keys = schema if parent in _NAMED else sorted(schema, key=_rank)
    return {key: _ordered(schema[key], "" if parent in _NAMED else key) for key in keys}


def _rank(keyword: str) -> int:
    return _ORDER.index(keyword) if keyword in _ORDER else len(_ORDER)
