"""Keys and entries without a value, and what stands beside such a key and was meant to stand below it.

In: what was read of a file, and the type of its root. Out: the ways to them, and their diagnostics.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel

from firstwin.diagnostics import Diagnostic
from firstwin.models.values import is_id
from firstwin.sources import Document, KeyPath
from firstwin.validate import shape_codes as codes
from firstwin.validate.expected import keys_of
from firstwin.validate.mended import value_at
from firstwin.validate.other_words import SYNONYMS
from firstwin.validate.places import VOCABULARIES
from firstwin.validate.words import VERY_NEAR, listed, nearest, short


def without_value(data: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    """The paths of everything that has no value."""
    pairs = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else ())
    )
    for key, value in pairs:
        if value is None:
            yield (*path, key)
        elif not isinstance(value, str):
            yield from without_value(value, (*path, key))


def is_dashed_name(path: KeyPath, data: object) -> bool:
    """Whether a key without a value is the name of an entry of a vocabulary file, behind a dash: what it holds stands beside it."""
    *above, name = path
    match above:
        case [str(vocabulary), int()] if vocabulary in VOCABULARIES:
            entry = value_at(data, path[:-1])
            return isinstance(entry, dict) and len(entry) > 1 and next(iter(entry)) == name
    return False


def no_value(document: Document, path: KeyPath, beside: Sequence[str]) -> Diagnostic:
    """What is said of a key or an entry without a value, where the keys `beside` it were meant to stand below it."""
    if isinstance(path[-1], int):
        return Diagnostic(
            codes.NO_VALUE,
            "this entry of the list is empty",
            document.span(path),
            "write something behind the dash, or remove it",
        )
    message, hint = f"`{short(path[-1])}` has no value", "write one, or remove the key"
    if beside:
        message += ", and what belongs below it stands beside it"
        hint = f"indent it by two more spaces: {listed(beside, 'and')}"
    return Diagnostic(codes.NO_VALUE, message, document.key_span(path), hint)


def meant_below(path: KeyPath, data: object, root: object) -> Sequence[str]:
    """The keys right behind one without a value that stand in its column, and belong below it: what it holds has them."""
    around = value_at(data, path[:-1])
    if not isinstance(around, dict):
        return ()
    types, types_around = _types_at(root, path), _types_at(root, path[:-1])
    inside = {key for type_ in types for key in keys_of(type_)}
    others = {key for type_ in types_around for key in keys_of(type_)}
    holds_ids = bool(others) and any(map(_takes_any_name, types))
    names = list(around)

    def belongs(name: str) -> bool:
        if name in others or around[name] is None:
            return False
        is_other = name in SYNONYMS or nearest(name, others, VERY_NEAR) is not None
        may_be_id = (
            holds_ids and is_id(name.replace("_", "-")) and not isinstance(around[name], list)
        )
        return name in inside or (may_be_id and not is_other)

    return [*takewhile(belongs, names[names.index(str(path[-1])) + 1 :])]


def _takes_any_name(type_: object) -> bool:
    """Whether keys stand below something that its author names."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        return type_.model_config.get("extra") == "allow"
    return get_origin(type_) is dict


def _types_at(root: object, path: KeyPath) -> list[object]:
    """The types that may be meant at a path, whatever the types of the steps on the way to it."""
    here = _members(root)
    for part in path:
        here = [member for type_ in here for member in _members(_below(type_, part))]
    return here


def _below(type_: object, part: str | int) -> object:
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        fields = type_.model_fields.items()
        return next(
            (each.annotation for name, each in fields if (each.alias or name) == part), None
        )
    arguments = get_args(type_)
    return arguments[1 if get_origin(type_) is dict else 0] if arguments else None


def _members(type_: object) -> list[object]:
    """A type, or each that a union is made of."""
    if get_origin(type_) is Annotated:
        return _members(get_args(type_)[0])
    if get_origin(type_) in (Union, UnionType):
        return [member for each in get_args(type_) for member in _members(each)]
    return [] if type_ in (None, NoneType) else [type_]
