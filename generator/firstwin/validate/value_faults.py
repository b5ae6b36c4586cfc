"""Faults of values: the wrong kind, nothing where something must stand, not one of a few words.

In: a `Finding` about a value. Out: a `ShapeFault` that says what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from firstwin.models.customer import Name
from firstwin.models.made_ids import NAMED, are_words
from firstwin.models.placed import PLACED, Placed, Use
from firstwin.models.several import copied_entries
from firstwin.models.steps import STEP_TYPES
from firstwin.models.values import Audience, Text, made_id
from firstwin.sources.line import as_text
from firstwin.validate import shape_codes as codes
from firstwin.validate.expected import (
    element_of,
    expected_at,
    is_short_form,
    keys_of,
    required_keys,
    words_of,
)
from firstwin.validate.finding import Finding, ShapeFault
from firstwin.validate.key_faults import MOST_KEYS_LISTED
from firstwin.validate.mended import value_at
from firstwin.validate.words import listed, nearest, short
from firstwin.validate.written_values import (
    dashed_texts,
    named_by_path,
    several_ids,
    without_copied_sign,
)

COUNTRIES, URL = "countries", "url"
_address = re.compile(r"(?:https?://|www\.)\S+$")
SOMEBODY = "Ada Lovelace"
"""Who is named in an example."""
TYPES_BY_OTHER_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("call", "kickoff", "kick-off", "kickoff call", "kick-off call"), "meeting"),
    **dict.fromkeys(("todo", "to-do"), "task"),
    **dict.fromkeys(("webinar", "workshop"), "training"),
    **dict.fromkeys(("import", "migration"), "data-import"),
    "mail": "email",
    "questionnaire": "survey",
}
"""What people write who know a type of step by another word."""
BELOW = "write each key on a line of its own below, indented by two spaces"


_PHASES = (("phases",), ("aftercare",))
TEXT_FOR_LIST = "text_for_list"
"""The type of the fault that a text stands where a list of texts belongs."""


def list_expected(finding: Finding) -> ShapeFault:
    """Something else where a list belongs."""
    value, element = finding.value, element_of(finding.expected)
    keys = keys_of(element)
    first = next(iter(value), None) if isinstance(value, dict) else None
    if first and finding.name == "with" and _is_use(finding.beside):
        hint = "`with` names roles; values for the library entry stand under `set`"
    elif first and finding.name in ("steps", "phases", "aftercare"):
        hint = f"begin each with a dash, and give its id behind `id`: `- id: {short(first)}`"
    elif first and (pair := _as_pair(element, first, value)):
        hint = f"begin each entry with a dash, and name what it holds: {pair}"
    elif keys and not is_short_form(element):
        hint = f"begin each entry with a dash and its first key: `- {keys[0]}: `"
    elif isinstance(value, str):
        return _entries_expected(finding, value)
    else:
        hint = "begin each entry with a dash and a space"
    return _wrong_kind(finding, "a list is expected here", hint)


def _is_use(step: object) -> bool:
    """Whether a step is one of the library, as other tools write it too."""
    return isinstance(step, dict) and not {"use", "uses"}.isdisjoint(step)


def _entries_expected(finding: Finding, text: str) -> ShapeFault:
    """A text where a list belongs. Signs or commas part its entries, where it stands on one line."""
    words = without_copied_sign(text)
    entries = copied_entries(text) or ([words] if words != text else [])
    hint = dashed_texts(entries) if entries else _as_list(text)
    return replace(_wrong_kind(finding, "a list is expected here", hint), type=TEXT_FOR_LIST)


def _as_list(text: str) -> str:
    """The hint to make a list of a text, whose commas part its entries."""
    return f"write [{', '.join(as_text(word.strip()) for word in text.split(','))}]"


def _as_pair(element: object, first: str, value: object) -> str:
    """The first of what names pairs, `name: full_name`, as an entry that has two keys; nothing for another."""
    needed, text = required_keys(element), value_at(value, (first,))
    if len(needed) != 2 or not isinstance(text, str) or first in keys_of(element):
        return ""
    one, other = needed
    return f"`- {one}: {as_text(short(first))}` and, below it, `{other}: {as_text(short(text))}`"


def mapping_expected(finding: Finding) -> ShapeFault:
    """Something else where ids with values belong."""
    value = finding.value
    first = value[0] if isinstance(value, list) and value else None
    if element_of(finding.expected) is Name:
        hint = _named(first if isinstance(value, list) else value)
    elif isinstance(first, str):
        hint = _ids_for_texts(finding, first)
    elif isinstance(first, dict):
        hint = _ids_for_mappings(finding, first)
    elif finding.name in NAMED and isinstance(value, str):
        return _entries_expected(finding, value)
    else:
        hint = "write one on a line: its id, a colon, its value"
    return _wrong_kind(finding, "ids with values are expected here", hint)


_ADDED = (
    "write above the list the id of the phase or step it belongs to, and indent the list: `set-up:`"
)


def _ids_for_texts(finding: Finding, first: str) -> str:
    """The hint to give ids to a list of texts, or of ids alone."""
    element = element_of(finding.expected)
    if _first_column(finding):
        cell = f"{_first_column(finding)}: {as_text(short(first))}"
        return f"put the column of each cell before it, each on a line of its own: `{cell}`"
    if finding.path == ("add",):
        return _ADDED
    if finding.path == ("answers",):
        return f"write the answer behind each, in the place of its dash: `{first}: yes`"
    if keys_of(element) and not is_short_form(element):
        return f"end each with a colon in the place of its dash: `{made_id(first) or 'first'}:`"
    words = without_copied_sign(first)
    made = made_id(words) or "first-item"
    return f"put an id in the place of each dash: `{made}: {as_text(short(words))}`"


def _ids_for_mappings(finding: Finding, first: Mapping[str, object]) -> str:
    """The hint to give ids to a list of mappings, which may have them: behind `id`, or before what each holds."""
    if finding.path == ("add",):
        return _ADDED
    name, value = next(iter(first.items()), ("", ""))
    if value is None:
        return f"leave the dashes out: `{short(name)}:`"
    if isinstance(first.get("id"), str):
        return f"put the id in the place of each dash: `{first['id']}:` for `- id: {first['id']}`"
    if names := _named_entries(finding):
        return f"leave the dashes out: `{names[0]}:`"
    made = made_id(next((text for text in first.values() if isinstance(text, str)), ""))
    return f"put an id in the place of each dash, on a line of its own: `{made or 'first'}:`"


def _named_entries(finding: Finding) -> list[str]:
    """The ids before which dashes stand, where each entry of a list is an id and what it holds; else nothing."""
    entries = finding.value if isinstance(finding.value, list) else []
    if not all(isinstance(each, dict) and len(each) == 1 for each in entries):
        return []
    keys = keys_of(element_of(finding.expected))
    pairs = [pair for each in entries for pair in each.items()]
    names = [
        made_id(name)
        for name, held in pairs
        if name not in keys and (isinstance(held, dict) or not are_words(name))
    ]
    are_ids = len(names) == len(entries) == len(set(names)) and all(names)
    return names if are_ids else []


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
    if isinstance(value, str) and finding.path[:-1] in _PHASES and (file := named_by_path(value)):
        fault = _wrong_kind(finding, "a phase is expected here, or the id of its file", "")
        return replace(fault, hint=f"write {file}", meant=file)
    if isinstance(value, str) and _begins_with_text(model):
        return _wrong_kind(finding, "keys with values are expected here", _as_first_key(finding))
    listed_keys = 0 < len(keys) <= MOST_KEYS_LISTED
    if dashed := _keys_behind_dashes(value, keys):
        hint = f"leave the dash{'es' if dashed > 1 else ''} out"
        return _wrong_kind(finding, "keys with values are expected here", hint)
    hint = f"its {'keys are' if len(keys) > 1 else 'key is'} {listed(keys, 'and')}"
    return _wrong_kind(
        finding, "keys with values are expected here", hint if listed_keys else BELOW
    )


def _keys_behind_dashes(value: object, keys: Sequence[str]) -> int:
    """How many entries a list has that is a mapping with dashes too many; 0 for anything else."""
    entries = value if isinstance(value, list) else []
    names = [name for each in entries if isinstance(each, dict) for name in each]
    are_keys = bool(names) and set(names) <= set(keys) and len(set(names)) == len(names)
    return len(entries) if are_keys and all(isinstance(each, dict) for each in entries) else 0


def _begins_with_text(model: object) -> bool:
    first = expected_at(model, required_keys(model)[:1])
    return isinstance(first, type) and issubclass(first, Text)


def _as_first_key(finding: Finding) -> str:
    """The hint to write a text as the first key of what belongs there, and the other keys that it needs."""
    first, *others = required_keys(finding.expected)
    text = str(finding.value)
    if URL in others and _address.match(text):
        others = [first, *(key for key in others if key != URL)]
        first, text = URL, text if "://" in text else f"https://{text}"
    hint = f"put it on a line of its own, behind its key: `{first}: {as_text(short(text))}`"
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
