"""When something applies: `only_if`.

In: `data-migration`, `not data-migration`, `{hosting: self-managed}`, or a list of those (all must
hold). Out: a tuple of `Clause`. The questions behind the conditions stand in `conditions.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator

from firstwin.models.base import Faults, fault, written_as
from firstwin.models.values import ID_PATTERN, ID_SCHEMA, read_id

_FORMS = "write the id of a condition from conditions.yml: alone, after `not`, or with its option behind a colon"
_simple = re.compile(r"(not )?(\S+)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition: answered with yes (`option` is None) or no (`negated`), or with an option."""

    condition: str
    option: str | None = None
    negated: bool = False


def read_only_if(value: object) -> tuple[Clause, ...]:
    """The clauses of an `only_if`, all of which must hold. Raises a `fault` for each that is none."""
    if value == []:
        raise fault("condition_form", "this condition is empty", "remove `only_if`")
    faults = Faults()
    if isinstance(value, list):
        clauses = [each for at, part in enumerate(value) for each in _read_part(part, faults, at)]
    else:
        clauses = _read_part(value, faults)
    faults.report()
    return tuple(clauses)


def _read_part(part: object, faults: Faults, *loc: int) -> list[Clause]:
    clauses = []
    if isinstance(part, str) and (found := _simple.fullmatch(part)):
        with faults.at(*loc):
            clauses.append(Clause(read_id(found[2]), negated=bool(found[1])))
    elif isinstance(part, dict) and part:
        for key, option in part.items():
            with faults.at(*loc, key, "[key]"):
                read_id(key)
            with faults.at(*loc, key):
                clauses.append(Clause(key, option=read_id(option)))
    else:
        faults.add(fault("condition_form", "a condition is expected here", _FORMS), *loc)
    return clauses


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
