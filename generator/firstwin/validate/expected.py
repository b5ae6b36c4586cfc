"""What a model expects at a place: which model, which keys, which kind of value.

In: a root type of `places` and a path as pydantic reports it (`loc`, with union tags). Out: the type
expected there, and the words for it. Only faults ask, so nothing here has to be quick.
"""

from __future__ import annotations

import re
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

from firstwin.models import placed, step
from firstwin.models.base import ShortForm
from firstwin.models.explained import explanation
from firstwin.models.steps import STEP_TYPES
from firstwin.sources import KeyPath

Loc = tuple[str | int, ...]

_NOUNS = {
    "FirstValueTarget": "first value target",
    "Criteria": "set of criteria",
    "InputField": "field",
    "Named": "mapping",
    "Notes": "set of notes",
    "PersonaFile": "persona file",
    "PhaseFile": "phase",
    "Playbook": "playbook",
    "SiteConfig": "configuration",
    "Use": "step",
    "Writing": "set of writing rules",
}
FILE = "file"
"""What a file is called that holds nothing but a vocabulary."""

_VOCABULARIES = (
    *("Tiers", "Roles", "Metrics", "Contacts", "Conditions", "Plays"),
    *("Glossary", "Failures", "Methods"),
)
_camel = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHARED = frozenset(
    field.alias or name
    for model in (step.StepFields, placed.Placed)
    for name, field in model.model_fields.items()
)


def without_tags(root: object, loc: Loc) -> KeyPath:
    """The path in the data that a `loc` means: without tags, which no author has ever seen."""
    here, path = _bare(root), []
    for element in loc:
        if not _is_union(here):
            path.append(element)
        here = _bare(_below(here, element))
    return tuple(path)


def expected_at(root: object, loc: Loc) -> object:
    """The type expected at `loc`: a model, or an annotation without `Annotated` and `None`."""
    here = _bare(root)
    for element in loc:
        here = _bare(_below(here, element))
    return here


def _below(here: object, element: str | int) -> object:
    if _is_union(here):
        return _tagged(here, str(element))
    if _is_model(here):
        field = _field(here, element)
        return field.annotation if field else None
    arguments = get_args(here)
    return arguments[-1 if get_origin(here) is dict else 0] if arguments else None


def _tagged(union: object, tag: str) -> object:
    for member in get_args(union):
        if get_origin(member) is Annotated and Tag(tag) in get_args(member):
            return member
    return None


def _is_union(annotation: object) -> bool:
    return get_origin(annotation) in (Union, UnionType)


def _bare(annotation: object) -> object:
    """An annotation without its metadata and without `None`."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if _is_union(annotation):
        members = [member for member in get_args(annotation) if member is not NoneType]
        if len(members) == 1:
            return _bare(members[0])
    return annotation


def _is_model(type_: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def _field(model: type[BaseModel], key: str | int) -> FieldInfo | None:
    fields = model.model_fields.items()
    return next((field for name, field in fields if (field.alias or name) == key), None)


@cache
def keys_of(model: object) -> tuple[str, ...]:
    """The keys a model has, as YAML spells them."""
    if not _is_model(model):
        return ()
    return tuple(field.alias or name for name, field in model.model_fields.items())


@cache
def required_keys(model: object) -> tuple[str, ...]:
    """The keys that a model cannot be without."""
    if not _is_model(model):
        return ()
    fields = model.model_fields.items()
    return tuple(field.alias or name for name, field in fields if field.is_required())


def documentation(model: object, key: str) -> str:
    """What a model says about one of its keys, on one line."""
    if not _is_model(model):
        return ""
    names = (name for name, field in model.model_fields.items() if (field.alias or name) == key)
    return next((" ".join(explanation(model, name).split()) for name in names), "")


def element_of(annotation: object) -> object:
    """The type of a list's elements or of a mapping's values."""
    arguments = get_args(annotation)
    if get_origin(annotation) not in (tuple, dict) or not arguments:
        return None
    return _bare(arguments[1 if get_origin(annotation) is dict else 0])


def is_short_form(annotation: object) -> bool:
    """Whether a text alone may stand for a model."""
    return isinstance(annotation, type) and issubclass(annotation, ShortForm)


def words_of(annotation: object) -> tuple[str, ...]:
    """The words to choose from, where a value is one of a few."""
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    members: Any = getattr(annotation, "__members__", {})
    return tuple(str(member.value) for member in members.values())


def noun(model: object) -> str:
    """What a model is called in a message: `step`, `agenda point`, `playbook`."""
    if not _is_model(model):
        return "value"
    name = re.sub(r"(Step|Entry)$", "", model.__name__)
    if name in _VOCABULARIES:
        return FILE
    return _NOUNS.get(name) or _camel.sub(" ", name).lower()


@cache
def types_with(key: str) -> tuple[str, ...]:
    """The types of steps that have a key which not all steps have."""
    if key in _SHARED:
        return ()
    return tuple(
        name
        for name, model in STEP_TYPES.items()
        if key in keys_of(model) and key not in ("type", "title")
    )
