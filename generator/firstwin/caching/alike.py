"""Whether two values of the stages are the same, to whoever looks at them.

In: two values. Out: whether they are alike, part by part; what is one and the same object is known at once.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any

from pydantic import BaseModel

from firstwin.system.fields import field_names


def alike(one: object, other: object) -> bool:
    """Whether two values are the same to whoever looks at them: equal, of the same types, and in the same order."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    kind: Any = type(one)  # a class is as good a key as any
    return _comparison(kind)(one, other)


@cache
def _comparison(kind: Any) -> Callable[[Any, Any], bool]:
    """How two values of one type are compared. What is one and the same is seen to be so without a call: most is."""
    if issubclass(kind, Mapping):
        return _alike_mappings
    if issubclass(kind, tuple | list):
        return _alike_sequences
    names = parts(kind)
    if not names:
        return operator.eq
    # With its class, which is the same, they are always several, and so a tuple.
    return partial(_alike_parts, operator.attrgetter(*names, "__class__"))


def _alike_mappings(one: Mapping[object, object], other: Mapping[object, object]) -> bool:
    return _alike_sequences((*one,), (*other,)) and _alike_sequences(
        (*one.values(),), (*other.values(),)
    )


def _alike_sequences(one: Sequence[object], other: Sequence[object]) -> bool:
    if len(one) != len(other):
        return False
    for value, its in zip(one, other, strict=True):
        if value is not its and not alike(value, its):
            return False
    return True


def _alike_parts(
    parts_of: Callable[[object], tuple[object, ...]], one: object, other: object
) -> bool:
    return _alike_sequences(parts_of(one), parts_of(other))


@cache
def parts(kind: Any) -> tuple[str, ...]:
    """What a value of some kind is compared by, part by part; nothing where it is compared as a whole."""
    if issubclass(kind, BaseModel):
        return (*kind.model_fields, "model_fields_set")
    return () if kind.__eq__ is object.__eq__ else field_names(kind)
