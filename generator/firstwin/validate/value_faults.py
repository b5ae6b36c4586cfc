"""Faults of values: the wrong kind, nothing where something must stand, not one of a few words.

In: a `Finding` about a value. Out: a `ShapeFault` that says what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from firstwin.models.base import ShortForm
from firstwin.models.customer import Name
from firstwin.models.placed import PLACED, Placed, Use
from firstwin.models.steps import STEP_TYPES
from firstwin.models.values import Audience, Text, made_id
from firstwin.sources.line import as_text
from firstwin.validate import shape_codes as codes
from firstwin.validate.expected import element_of, expected_at, keys_of, required_keys, words_of
from firstwin.validate.finding import Finding, ShapeFault
from firstwin.validate.key_faults import MOST_KEYS_LISTED
from firstwin.validate.mended import value_at
from firstwin.validate.words import listed, nearest, short
from firstwin.validate.written_values import each_with_a_dash, several_ids

COUNTRIES = "countries"
SOMEBODY = "Ada Lovelace"
"""Who is named in an example."""
TYPES_BY_OTHER_WORDS: Mapping[str, str] = {"call": "meeting", "todo": "task", "to-do": "task"}
"""What people write who know a type of step by another word."""
BELOW = "write each key on a line of its own below, indented by two spaces"


_typed_sign = re.compile(r"^(?:[•◦▪‣·–—*-] +)?(?:\[[ xX]?\]|[☐☑☒□✓✔✅]) +|^[•◦▪‣·–—] +")
"""What stands before a line that was copied from elsewhere: a bullet, a box to tick."""
_bullet = re.compile(r"(?:^|\s)[•◦▪‣·–—] +")
MOST_DASHED = 3
"""The lines of a copied list that a hint shows with their dashes."""


def _bulleted(value: object) -> list[str]:
    """The lines of a list that was copied with another program's bullets, and read as one text."""
    text = value if isinstance(value, str) else ""
    return (
        [line.strip() for line in _bullet.split(text) if line.strip()]
        if _bullet.match(text)
        else []
    )


def list_expected(finding: Finding) -> ShapeFault:
    """Something else where a list belongs."""
    value, element = finding.value, element_of(finding.expected)
    keys = keys_of(element)
    first = next(iter(value), None) if isinstance(value, dict) else None
    if first and finding.name in ("steps", "phases", "aftercare"):
        hint = f"begin each with a dash, and give its id behind `id`: `- id: {short(first)}`"
    elif keys and not _is_short_form(element):
        hint = f"begin each entry with a dash and its first key: `- {keys[0]}: `"
    elif isinstance(value, str):
        lines = [short(line) for line in _bulleted(value)[:MOST_DASHED]]
        words = [as_text(word.strip()) for word in value.split(",")]
        hint = each_with_a_dash([*map(as_text, lines)]) if lines else f"write [{', '.join(words)}]"
    else:
        hint = "begin each entry with a dash and a space"
    return _wrong_kind(finding, "a list is expected here", hint)


def _is_short_form(element: object) -> bool:
    return isinstance(element, type) and issubclass(element, ShortForm)


def mapping_expected(finding: Finding) -> ShapeFault:
    """Something else where ids with values belong."""
    value, element = finding.value, element_of(finding.expected)
    first = value[0] if isinstance(value, list) and value else None
    if element is Name:
        hint = _named(first if isinstance(value, list) else value)
    elif isinstance(first, str) and _first_column(finding):
        cell = f"{_first_column(finding)}: {as_text(short(first))}"
        hint = f"put the column of each cell before it, each on a line of its own: `{cell}`"
    elif finding.path == ("add",):
        hint = "write above the list the id of the phase or step it belongs to, and indent the list: `set-up:`"
    elif isinstance(first, str) and keys_of(element) and not _is_short_form(element):
        hint = f"end each with a colon in the place of its dash: `{made_id(first) or 'first'}:`"
    elif isinstance(first, str):
        words = _typed_sign.sub("", first)
        made = made_id(words) or "first-item"
        hint = f"put an id in the place of each dash: `{made}: {as_text(short(words))}`"
    elif isinstance(first, dict) and isinstance(first.get("id"), str):
        hint = f"put the id in the place of each dash: `{first['id']}:` for `- id: {first['id']}`"
    elif isinstance(first, dict):
        made = made_id(next((text for text in first.values() if isinstance(text, str)), ""))
        hint = f"put an id in the place of each dash, on a line of its own: `{made or 'first'}:`"
    else:
        hint = "write one on a line: its id, a colon, its value"
        lines = _bulleted(value)
        if lines:
            hint += f": `{made_id(lines[0]) or 'first-item'}: {as_text(short(lines[0]))}`"
    return _wrong_kind(finding, "ids with values are expected here", hint)


def _first_column(finding: Finding) -> str:
    """The first column of the table in which this is a row; of those that are a list, the id that its hint offers."""
    table = value_at(finding.data, finding.path[:-2]) if finding.path[-2:-1] == ("rows",) else None
    columns = table.get("columns") if isinstance(table, dict) else None
    first = next(iter(columns), "") if isinstance(columns, (dict, list)) else ""
    return made_id(first) if isinstance(first, str) else ""


def _named(first: object) -> str:
    """The hint to write who it is behind an id, for the first of what stands there instead."""
    id_, name = first, ""
    if isinstance(first, dict):
        id_ = next(
            (first[key] for key in ("persona", "role", "id") if key in first), next(iter(first), "")
        )
        name = str(
            next((first[key] for key in ("name", id_) if isinstance(key, str) and key in first), "")
        )
    made = several_ids(id_)[0] if isinstance(id_, str) and several_ids(id_) else "admin"
    return f"write on a line of its own, without a dash, who it is: `{made}: {as_text(short(name or SOMEBODY))}`"


def model_expected(finding: Finding) -> ShapeFault:
    """Something else where a mapping with certain keys belongs."""
    model, value = finding.expected, finding.value
    keys = keys_of(model)
    if isinstance(model, type) and issubclass(model, (Placed, Use)):
        is_id = isinstance(value, str) and made_id(value) == value
        hint = f"write `- use: {value}`" if is_id else "write `- id: ` and, below it, `title: `"
        return _wrong_kind(finding, "a step is expected here", hint)
    if isinstance(value, str) and _begins_with_text(model):
        return _wrong_kind(finding, "keys with values are expected here", _as_first_key(finding))
    listed_keys = 0 < len(keys) <= MOST_KEYS_LISTED
    hint = f"its {'keys are' if len(keys) > 1 else 'key is'} {listed(keys, 'and')}"
    return _wrong_kind(
        finding, "keys with values are expected here", hint if listed_keys else BELOW
    )


def _begins_with_text(model: object) -> bool:
    first = expected_at(model, required_keys(model)[:1])
    return isinstance(first, type) and issubclass(first, Text)


def _as_first_key(finding: Finding) -> str:
    """The hint to write a text as the first key of what belongs there, and the other keys that it needs."""
    first, *others = required_keys(finding.expected)
    hint = f"put it on a line of its own, behind its key: `{first}: {as_text(short(str(finding.value)))}`"
    return f"{hint}, and beside it {listed(others, 'and')}" if others else hint


def _wrong_kind(finding: Finding, expected: str, hint: str) -> ShapeFault:
    value = finding.value
    kind = (
        "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "text"
    )
    return ShapeFault(finding.type, codes.WRONG_KIND, finding.path, f"{expected}, not {kind}", hint)


def too_short(finding: Finding) -> ShapeFault:
    """A list or mapping with fewer entries than are needed."""
    least = finding.context.get("min_length", 1)
    return ShapeFault(
        finding.type,
        codes.EMPTY,
        finding.path,
        f"`{finding.name}` is empty" if least == 1 else f"`{finding.name}` has too few entries",
        f"write at least {'one' if least == 1 else 'two'}",
    )


def not_a_word(finding: Finding) -> ShapeFault:
    """A value that is not one of the words to choose from."""
    expected, value = finding.expected, finding.value
    words = words_of(expected)
    meant = nearest(value, words) if isinstance(value, str) else None
    audience = expected is Audience
    shown = f"`{short(value)}`" if isinstance(value, str) else "this"
    return ShapeFault(
        finding.type,
        codes.UNKNOWN_AUDIENCE if audience else codes.WORD,
        finding.path,
        f"{shown} is {'no audience' if audience else 'not one of the words to choose from'}",
        f"did you mean `{meant}`?" if meant else f"write {listed(words)}",
        meant=meant,
    )


def not_a_type(finding: Finding) -> ShapeFault:
    """A type of step that does not exist, or that is never written in a playbook."""
    path = (*finding.path, "type")
    value = value_at(finding.data, path)
    typed = value if isinstance(value, str) else ""
    if typed in STEP_TYPES:
        made = value_at(finding.data, (*finding.path, "id"))
        id_ = made_id(made) if isinstance(made, str) else ""
        return ShapeFault(
            "in_library",
            codes.IN_LIBRARY,
            path,
            f"the text of a {typed} lives in the library",
            f"move it to library/{id_ or 'its-id'}.yml and write `- use: {id_ or 'its-id'}` here",
        )
    known = tuple(PLACED) if finding.path else tuple(STEP_TYPES)
    meant = TYPES_BY_OTHER_WORDS.get(typed.lower()) or nearest(typed, STEP_TYPES)
    return ShapeFault(
        finding.type,
        codes.STEP_TYPE,
        path,
        f"`{short(typed)}` is not a type of step" if typed else "this is not a type of step",
        f"did you mean `{meant}`?" if meant else f"write {listed(known)}",
        meant=meant if meant in known else None,
    )
