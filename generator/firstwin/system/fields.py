"""What the values that the stages pass on are made of.

In: a type. Out: the names of its fields. Values are structs of msgspec; those of the public face, and those of which not all
is compared or shown, are dataclasses (docs/decisions/0058-values-are-structs.md). Whoever walks through values asks here.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass


def field_names(kind: type) -> tuple[str, ...]:
    """The names of the fields of a type of values, in their order; none for any other type."""
    if is_dataclass(kind):
        return tuple(each.name for each in fields(kind))
    named: tuple[str, ...] = getattr(kind, "__struct_fields__", ())
    return named
