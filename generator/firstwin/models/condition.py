"""When something applies: `only_if`.

In: `data-migration`, `not data-migration`, `{hosting: self-managed}`, or a list of those (all must
hold). Out: a tuple of `Clause`. The questions behind the conditions stand in `conditions.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from firstwin.models.base import Faults, fault, written_as
from firstwin.models.values import ID_PATTERN, ID_SCHEMA, is_id, read_id
from firstwin.sources.answers import NO, YES

_FORMS = "write the id of a condition from conditions.yml: alone, after `not`, or with its option behind a colon"
_simple = re.compile(r"(not )?(\S+)")
_other_not = re.compile(
    r"![\w-]+|not ?\([\w-]+\)|[\w-]+ ?/ ?[\w-]+|[\w-]+\|\|?[\w-]+|[\w-]+&&?[\w-]+"
)
_compared = re.compile(
    r"(?:if |when )?(?P<no>! ?|not (?! )|not(?=\())?\(?(?P<id>[a-z][a-z0-9-]*)\)?"
    r"(?: ?(?P<sign>==?|!=|:| is) ?[\"']?(?P<answer>[\w-]+)[\"']?)?"
)
_or = re.compile(r"(?i) or | ?\|\|? ?| ?/ ?|, or ")
_and = re.compile(r"(?i),? and | ?&&? ?| ?[,;+] ?")
NO_OPTIONS = "a condition without options is written without an answer"
_JOINS = frozenset({"any", "or", "any_of", "one_of", "all", "and", "all_of"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition: answered with yes (`option` is None) or no (`negated`), or with an option."""

    condition: str
    option: str | None = None
    negated: bool = False

    def __str__(self) -> str:
        """As its author wrote it."""
        if self.option:
            return f"{self.condition}: {self.option}"
        return f"not {self.condition}" if self.negated else self.condition


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
    if isinstance(part, str) and _other_not.fullmatch(part):
        faults.add(_fault_of_condition(part), *loc)
    elif isinstance(part, str) and (found := _simple.fullmatch(part)):
        with faults.at(*loc):
            clauses.append(Clause(read_id(found[2]), negated=bool(found[1])))
    elif isinstance(part, dict) and part:
        for key, option in part.items():
            if isinstance(option, list) or key in _JOINS:
                faults.add(_fault_of_condition(_or_of(key, option)), *loc, key)
                continue
            with faults.at(*loc, key, "[key]"):
                read_id(key)
            if isinstance(option, str) and option.lower() in ("true", "false") and is_id(key):
                hint = f"write {meant_condition(f'{key}: {option}')}"
                faults.add(fault("condition_form", NO_OPTIONS, hint), *loc)
                continue
            with faults.at(*loc, key):
                clauses.append(Clause(key, option=read_id(option)))
    else:
        faults.add(_fault_of_condition(part), *loc)
    return clauses


def _or_of(key: str, option: object) -> str:
    """What a key with several answers, or such as `any`, says in one line."""
    several = [str(each) for each in option] if isinstance(option, list) else [str(option)]
    is_join = key in _JOINS
    join = " and " if key.startswith(("all", "and")) else " or "
    return join.join(several if is_join else (f"{key}: {each}" for each in several))


def _fault_of_condition(part: object) -> PydanticCustomError:
    """What is wrong with a condition, and what to write for what was probably meant."""
    text = part.strip() if isinstance(part, str) else ""
    parts = [meant_condition(each) for each in _or.split(text)]
    if len(parts) > 1:
        message = "conditions are not joined by `or`: of a list, all must hold"
        hint = "write the line once for each, or ask one question with `options` in conditions.yml"
        return fault("condition_form", message, hint)
    meant = [meant_condition(each) for each in _and.split(text)]
    if len(meant) > 1 and all(meant):
        hint = f"write them as a list, all of which must hold: [{', '.join(meant)}]"
    else:
        hint = f"write {meant[0]}" if meant[0] and meant[0] != text else _FORMS
    return fault("condition_form", "a condition is expected here", hint)


def meant_condition(text: str) -> str:
    """The one condition that a text probably means, or nothing."""
    found = _compared.fullmatch(text.strip())
    if not found or not is_id(found["id"]):
        return ""
    answer = (found["answer"] or "yes").lower()
    negated = bool(found["no"]) != (found["sign"] == "!=")
    if answer in YES or answer in NO:
        return f"not {found['id']}" if negated != (answer in NO) else found["id"]
    return f"{{{found['id']}: {answer}}}" if is_id(answer) and not negated else ""


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
