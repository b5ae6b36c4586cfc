"""When something applies: `only_if`.

In: `data-migration`, `not data-migration`, `{hosting: self-managed}`, `{any_of: [...]}` with several of those, or a list, all of
which must hold. Out: a tuple of `Alternatives`. The questions behind the conditions stand in `conditions.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final

from msgspec import Struct
from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from firstwin.models.alternatives import in_alternatives
from firstwin.models.answer import remarked_answer
from firstwin.models.base import Faults, fault, written_as
from firstwin.models.values import ID_PATTERN, ID_SCHEMA, is_id, made_id, read_id
from firstwin.sources import KeyPath
from firstwin.sources.answers import NO, YES

ANY_OF: Final = "any_of"
_FORMS = "write the id of a condition from conditions.yml: alone, after `not`, or with its option behind a colon"
_FORM_OF_ANY_OF = (
    "name conditions, one of which must hold: {any_of: [data-migration, {hosting: self-managed}]}"
)
_ONE_CONDITION = "an entry of `any_of` is one condition"
_SEVERAL_AS_ONE = "one of these is several conditions, all of which must hold"
NO_OPTIONS = "a condition without options is written without an answer"
_ENTRY_OF_ITS_OWN = "make a list of the conditions, with an entry of its own for this"
_SAYS_MORE = "a condition holds or not, and this says more than yes or no"
_simple = re.compile(r"(not )?(\S+)")
_other_not = re.compile(
    r"![\w-]+|not ?\([\w-]+\)|[\w-]+ ?/ ?[\w-]+|[\w-]+\|\|?[\w-]+|[\w-]+&&?[\w-]+"
)
_compared = re.compile(
    r"(?:if |when )?(?P<no>! ?|unless |not (?! )|not(?=\())?\(?(?P<id>[a-z][a-z0-9-]*)\)?"
    r"(?: ?(?P<sign>==?|!=|:| is) ?[\"']?(?P<answer>[\w-]+)[\"']?)?"
)
_in_words = re.compile(
    r"(?P<no>not )?(?P<words>(?!(?:if|when|unless|not) )[^\W\d_][\w-]*(?: (?!(?:is|or|and|not) )[\w-]+)?)"
)
"""`data migration`, `not SSO`: an id whose words stand apart, or are capital."""
_APART = "  "
"""What parts the entries of a list: two of them beside each other are no id whose words stand apart."""
_or = re.compile(r"(?i),? or | ?\|\|? ?| ?/ ?")
_and = re.compile(r"(?i),? and | ?&&? ?| ?[,;+] ?")
_joins_of_or = re.compile(rf"{_or.pattern}| ?, ?")
_OR = frozenset({"any", "or", "one_of", "either", ANY_OF})
_AND = frozenset({"all", "and", "all_of"})
_BETWEEN = frozenset({"or", "||", "|", "/", "and", "&&", "&", "+"})
"""What stands between conditions where somebody writes them as a sentence, each word an entry of its own."""


class Clause(Struct, frozen=True):
    """One condition: answered with yes (`option` is None) or no (`negated`), or with an option.

    `keys` lead from the `only_if` to where it is written.
    """

    condition: str
    option: str | None = None
    negated: bool = False
    keys: KeyPath = ()

    def holds(self, answer: str) -> bool:
        """Whether an answer is the one it asks for."""
        return answer == (self.option or ("no" if self.negated else "yes"))

    def __str__(self) -> str:
        """As its author wrote it."""
        if self.option:
            return f"{self.condition}: {self.option}"
        return f"not {self.condition}" if self.negated else self.condition


class Alternatives(Struct, frozen=True):
    """Clauses of which one must hold. Mostly it is one alone."""

    clauses: tuple[Clause, ...]


def decided(
    only_if: Iterable[Alternatives] | None, answers: Mapping[str, str]
) -> tuple[Alternatives, ...] | None:
    """What is left of an `only_if` once some conditions are answered; None where it does not hold any more."""
    left = []
    for each in only_if or ():
        known = [clause for clause in each.clauses if clause.condition in answers]
        if any(clause.holds(answers[clause.condition]) for clause in known):
            continue
        still_open = tuple(clause for clause in each.clauses if clause not in known)
        if not still_open:
            return None
        left.append(Alternatives(still_open))
    return tuple(left)


def read_only_if(value: object) -> tuple[Alternatives, ...]:
    """What an `only_if` says, all of which must hold. Raises a `fault` for each part that is no condition."""
    if value == []:
        raise fault("condition_form", "this condition is empty", "remove `only_if`")
    faults = Faults()
    value = _sentence_in(value)
    if isinstance(value, list):
        read = [each for at, part in enumerate(value) for each in _read_part(part, faults, (at,))]
    else:
        read = [*_read_part(value, faults, ())]
    faults.report()
    return tuple(read)


def _sentence_in(value: object) -> object:
    """The sentence that a list is, of conditions and what joins them: `[data-migration, or, pilot]`; else the value."""
    if not isinstance(value, list):
        return value
    joined = any(isinstance(part, str) and part.lower() in _BETWEEN for part in value[1:-1])
    return _APART.join(map(_in_one_line, value)) if joined else value


def _read_part(part: object, faults: Faults, keys: KeyPath) -> Iterator[Alternatives]:
    if isinstance(part, dict) and ANY_OF in part:
        whole = _meant_by_any_of(part[ANY_OF]) if len(part) == 1 and not keys else ""
        if whole:
            faults.add(
                fault(
                    "condition_form", _SEVERAL_AS_ONE, f"write in the place of all of them: {whole}"
                )
            )
            return
        yield Alternatives(tuple(_read_any_of(part[ANY_OF], faults, (*keys, ANY_OF))))
        part = {key: option for key, option in part.items() if key != ANY_OF}
        if not part:
            return
    for clause in _read_clauses(part, faults, keys):
        yield Alternatives((clause,))


def _read_any_of(value: object, faults: Faults, keys: KeyPath) -> Iterator[Clause]:
    """The conditions of which one must hold."""
    value = _sentence_in(value)
    if not isinstance(value, list) or not value:
        faults.add(_fault_of_any_of(value), *keys)
        return
    for at, part in enumerate(value):
        said = _in_one_line(part)
        if _or.search(said) or _and.search(said):
            faults.add(_fault_of_several(said), *keys, at)
        else:
            yield from _read_clauses(part, faults, (*keys, at))


def _read_clauses(part: object, faults: Faults, keys: KeyPath) -> Iterator[Clause]:
    """A condition, or the choices of a mapping."""
    if isinstance(part, str) and _other_not.fullmatch(part):
        faults.add(_fault_of_condition(part), *keys)
    elif isinstance(part, str) and (found := _simple.fullmatch(part)):
        with faults.at(*keys):
            yield Clause(read_id(found[2]), negated=bool(found[1]), keys=keys)
    elif isinstance(part, str) and (found := _in_words.fullmatch(part.strip())):
        with faults.at(*keys):
            read_id(found["words"])
    elif isinstance(part, dict) and part:
        for key, option in part.items():
            if isinstance(option, list) or key in _OR | _AND:
                _add_joined({key: option}, len(part) == 1, faults, keys)
            else:
                yield from _read_choice(key, option, len(part) == 1, faults, keys)
    else:
        faults.add(_fault_of_condition(part), *keys)


def _read_choice(
    key: str,
    option: object,
    alone: bool,  # noqa: FBT001  # said of the key before it
    faults: Faults,
    above: KeyPath,
) -> Iterator[Clause]:
    keys = (*above, key)
    with faults.at(*keys, "[key]"):
        read_id(key)
    remarked = remarked_answer(option)
    answer = remarked or (option.lower() if isinstance(option, str) else "")
    if (remarked or answer in ("true", "false")) and is_id(key):
        meant = meant_condition(f"{key}: {answer}")
        hint = f"write {meant}" if alone else f"{_ENTRY_OF_ITS_OWN}: {meant}"
        message = _SAYS_MORE if remarked else NO_OPTIONS
        faults.add(fault("condition_form", message, hint), *(above if alone else keys))
        return
    with faults.at(*keys):
        yield Clause(key, option=read_id(option), keys=keys)


def _add_joined(part: dict[str, object], alone: bool, faults: Faults, keys: KeyPath) -> None:  # noqa: FBT001 - said of the part before it
    """Say what is wrong with a key with several answers, or such as `any`."""
    found = _fault_of_condition(_in_one_line(part))
    if alone:
        faults.add(found, *keys)
        return
    message = str((found.context or {})["message"])
    faults.add(fault("condition_form", message, _ENTRY_OF_ITS_OWN), *keys, *part)


def _in_one_line(part: object) -> str:
    """What a part says in one line, in the words of who writes `a or b`."""
    if isinstance(part, list):
        return " and ".join(map(_in_one_line, part))
    if not isinstance(part, dict):
        return str(part or "")
    lines = []
    for key, option in part.items():
        several = [*map(_in_one_line, option)] if isinstance(option, list) else [str(option)]
        choices = several if key in _OR | _AND else [f"{key}: {each}" for each in several]
        lines.append((" and " if key in _AND else " or ").join(choices))
    return " and ".join(lines)


def _fault_of_condition(part: object) -> PydanticCustomError:
    """What is wrong with a condition, and what to write for what was probably meant."""
    text = part.strip() if isinstance(part, str) else ""
    if _or.search(text):
        meant = _meant(_joins_of_or, text)
        several = "" if meant else in_alternatives(text, meant_condition)
        hint = f"write {{any_of: [{', '.join(meant)}]}}" if meant else _FORM_OF_ANY_OF
        hint = f"write {several}" if several else hint
        return fault("condition_form", "conditions are joined by `any_of`, not by `or`", hint)
    meant = _meant(_and, text)
    if len(meant) > 1:
        hint = f"write them as a list, all of which must hold: [{', '.join(meant)}]"
    else:
        hint = f"write {meant[0]}" if meant and meant[0] != text else _FORMS
    return fault("condition_form", "a condition is expected here", hint)


def _fault_of_any_of(value: object) -> PydanticCustomError:
    """What is wrong with an `any_of` that is no list, or an empty one."""
    parts = [{key: each} for key, each in value.items()] if isinstance(value, dict) else [value]
    meant = _meant(_joins_of_or, " or ".join(map(_in_one_line, parts)))
    hint = f"write [{', '.join(meant)}]" if meant else _FORM_OF_ANY_OF
    return fault("condition_form", "a list of conditions is expected here", hint)


def _fault_of_several(said: str) -> PydanticCustomError:
    """What is wrong with an entry of `any_of` that is more than one condition."""
    meant = _meant(_or, said)
    hint = "name what must hold with any of them beside `any_of`, as another entry of `only_if`"
    if len(meant) > 1:
        hint = f"give each an entry of its own: {', '.join(meant)}"
    return fault("condition_form", _ONE_CONDITION, hint)


def _meant_by_any_of(value: object) -> str:
    """What to write where an entry of `any_of` is several conditions, all of which must hold; nothing for any other."""
    said = [*map(_in_one_line, value)] if isinstance(value, list) else []
    if not any(_and.search(each) for each in said):
        return ""
    return in_alternatives(" or ".join(f"({each})" for each in said), meant_condition)


def _meant(joins: re.Pattern[str], text: str) -> list[str]:
    """The conditions that the parts of a text probably mean; none where one of them means nothing."""
    meant = [meant_condition(each) for each in joins.split(text)]
    return meant if all(meant) else []


def meant_condition(text: str) -> str:
    """The one condition that a text probably means, or nothing."""
    found = _compared.fullmatch(text.strip())
    if not found or not is_id(found["id"]):
        return _made_of_words(text.strip())
    answer = (found["answer"] or "yes").lower()
    negated = bool(found["no"]) != (found["sign"] == "!=")
    if answer in YES or answer in NO:
        return f"not {found['id']}" if negated != (answer in NO) else found["id"]
    return f"{{{found['id']}: {answer}}}" if is_id(answer) and not negated else ""


def _made_of_words(text: str) -> str:
    """The condition that a text means whose id is not written as one; nothing for any other."""
    found = _in_words.fullmatch(text)
    made = made_id(found["words"]) if found else ""
    return f"not {made}" if found and made and found["no"] else made


_SINGLE = {
    "type": ["string", "object"],
    "pattern": f"^(not )?{ID_PATTERN.strip('^$')}$",
    "errorMessage": (
        "Write a condition: data-migration, not data-migration or hosting: self-managed."
    ),
    "minProperties": 1,
    "propertyNames": ID_SCHEMA,
    "additionalProperties": ID_SCHEMA,
}
_ONE_HOLDS = "Conditions, one of which must hold."
_PART = {key: value for key, value in _SINGLE.items() if key != "propertyNames"} | {
    "properties": {
        ANY_OF: {
            "description": _ONE_HOLDS,
            "markdownDescription": _ONE_HOLDS,
            "type": "array",
            "minItems": 1,
            "errorMessage": "Write a list of conditions, one of which must hold.",
            "items": _SINGLE | {"maxProperties": 1},
        }
    },
    "patternProperties": {ID_PATTERN: ID_SCHEMA},
    "additionalProperties": False,
}

OnlyIf = Annotated[
    tuple[Alternatives, ...],
    PlainValidator(read_only_if),
    written_as(
        "condition",
        "A condition (`data-migration`, `not data-migration`), a choice (`hosting: self-managed`), "
        "several of which one must hold (`any_of: [data-migration, {hosting: self-managed}]`), "
        "or a list of all these, all of which must hold.",
        **_PART | {"type": ["string", "object", "array"], "minItems": 1, "items": _PART},
    ),
]
