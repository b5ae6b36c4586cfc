"""When something applies: `only_if`.

In: `data-migration`, `not data-migration`, `{hosting: self-managed}`, or a list of those (all must
hold). Out: a tuple of `Clause`. The questions behind the conditions stand in `conditions.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator

from firstwin.models.base import fault, written_as
from firstwin.models.values import ID_PATTERN, ID_SCHEMA, read_id

_simple = re.compile(r"(not )?(\S+)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition: answered with yes (`option` is None) or no (`negated`), or with an option."""

    condition: str
    option: str | None = None
    negated: bool = False


def read_only_if(value: object) -> tuple[Clause, ...]:
    """The clauses of an `only_if`, all of which must hold."""
    parts = value if isinstance(value, list) else [value]
    if not parts:
        raise fault("condition_form", "this condition is empty", "remove `only_if`")
    return tuple(clause for part in parts for clause in _read_part(part))


def _read_part(part: object) -> list[Clause]:
    if isinstance(part, str) and (found := _simple.fullmatch(part)):
        return [Clause(read_id(found[2]), negated=bool(found[1]))]
    if isinstance(part, dict) and part:
        return [Clause(read_id(key), option=read_id(option)) for key, option in part.items()]
    raise fault(
        "condition_form",
        "a condition is expected here",
        "write `data-migration`, `not data-migration` or `hosting: self-managed`",
    )


_CLAUSE = {
    "type": ["string", "object"],
    "pattern": f"^(not )?{ID_PATTERN.strip('^$')}$",
    "errorMessage": (
        "Write a condition: data-migration, not data-migration or hosting: self-managed."
    ),
    "minProperties": 1,
    "propertyNames": ID_SCHEMA,
    "additionalProperties": ID_SCHEMA,
}

OnlyIf = Annotated[
    tuple[Clause, ...],
    PlainValidator(read_only_if),
    written_as(
        "condition",
        "A condition (`data-migration`, `not data-migration`), a choice (`hosting: self-managed`), "
        "or a list of them, all of which must hold.",
        **_CLAUSE | {"type": ["string", "object", "array"], "minItems": 1, "items": _CLAUSE},
    ),
]
