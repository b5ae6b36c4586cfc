"""Faults of keys: unknown, missing, of another type of step, locked, or two where one belongs.

In: a `Finding` about a key. Out: a `ShapeFault` with the key that was probably meant.
"""

from __future__ import annotations

from msgspec.structs import replace

from firstwin.models.agenda import timed
from firstwin.models.amounts import amount
from firstwin.models.base import ShortForm
from firstwin.models.date import Dated
from firstwin.models.item import Item
from firstwin.models.made_ids import are_words
from firstwin.models.placed import PLACED, Placed, Use
from firstwin.models.playbook import Adjustment
from firstwin.models.step import AgendaPoint, StepFields
from firstwin.models.values import Audience, Text
from firstwin.models.window import TIME_KEYS
from firstwin.sources.answers import NO, YES
from firstwin.sources.line import as_text
from firstwin.validate import shape_codes as codes
from firstwin.validate.expected import (
    FILE,
    documentation,
    element_of,
    expected_at,
    is_short_form,
    keys_of,
    noun,
    required_keys,
    types_with,
    words_of,
)
from firstwin.validate.finding import Finding, ShapeFault
from firstwin.validate.mended import value_at
from firstwin.validate.offered_ids import offered_id
from firstwin.validate.other_words import DATE_HINT, ENDS, SYNONYMS, from_to
from firstwin.validate.words import VERY_NEAR, listed, nearest, short, with_article

MOST_KEYS_LISTED = 8
DAYS, USE = "days", "use"


def cell_without_column(finding: Finding) -> ShapeFault:
    """A cell of a table under an id that no column has."""
    table = value_at(finding.data, finding.path[:-3])
    columns = list(table["columns"]) if isinstance(table, dict) else []
    meant = nearest(finding.name, columns)
    return ShapeFault(
        finding.type,
        codes.CELL,
        finding.path,
        finding.context["message"],
        f"did you mean `{meant}`?"
        if meant
        else f"write {listed(columns)}, or name it under `columns`",
        at_key=True,
    )


def unknown_key(finding: Finding) -> ShapeFault:
    """A key that the model at its place does not have."""
    return _half_a_window(finding) or _unknown_alone(finding)


def _unknown_alone(finding: Finding) -> ShapeFault:
    """An unknown key, whatever stands beside it."""
    key, model = finding.name, finding.model
    if isinstance(model, type) and issubclass(model, StepFields):
        if model is Use and key == "type":
            message = "the library entry says what type this step has"
            return _of_another_type(finding, message, "remove it")
        if types_with(key):
            return _key_of_a_type(finding, key)
    if model is Adjustment and key in keys_of(PLACED["task"]):
        return ShapeFault(
            "locked",
            codes.LOCKED,
            finding.path,
            f"`{key}` is the same for everybody: a persona file cannot adjust it",
            "change it in the playbook, or remove it here",
            at_key=True,
        )
    if model is Item and _is_group(finding.beside):
        return _nested_group(finding)
    if _is_wrapped(finding):
        return _around_all(finding)
    return _named_otherwise(finding)


def _half_a_window(finding: Finding) -> ShapeFault | None:
    """`start: 7` with `end: 9` beside it, where `days` holds both."""
    step = finding.beside if isinstance(finding.beside, dict) else {}
    meant = from_to(step) if DAYS in keys_of(finding.model) else None
    if not meant or finding.name not in meant.keys or not set(TIME_KEYS).isdisjoint(step):
        return None
    return ShapeFault(
        "second_half" if finding.name in ENDS else finding.type,
        codes.UNKNOWN_KEY,
        finding.path,
        f"{listed(meant.keys, 'and')} are no keys of {_this(finding.model)}: one key holds both days",
        f"write `{DAYS}: {meant.window}` in the place of both"
        if meant.window
        else f"{DATE_HINT}, both in one key: `{DAYS}: 7-9`",
        at_key=True,
        meant=None if finding.name in ENDS else DAYS,
    )


def _named_otherwise(finding: Finding) -> ShapeFault:
    """A key that is misspelt, known by another word, or unknown."""
    key, model = finding.name, finding.model
    free = [each for each in keys_of(model) if value_at(finding.beside, (each,)) is None]
    known = next((each for each in SYNONYMS.get(key, ()) if each in free), None)
    meant = known or _use(finding) or nearest(key, free)
    meant = meant if known or _may_be_meant(finding, meant) else None
    special = _hours(finding) or _play(finding) or _comes_back(finding)
    if not special and (special := _required(finding) or _audience(finding)):
        meant = None  # the key that is nearest is about something else
    one_line = None if meant else _lone_text(finding) or _pair(finding)
    if one_line:
        return one_line
    return ShapeFault(
        finding.type,
        codes.UNKNOWN_KEY,
        finding.path,
        f"`{short(key)}` is not a key of {_this(model)}",
        special or (f"did you mean `{meant}`?" if meant else _known_keys(model)),
        at_key=True,
        meant=meant,
        is_misspelt=bool(meant and not special),
    )


def _use(finding: Finding) -> str | None:
    """`use`, where a step is written and the key is nearly that: the other keys of a task are further away."""
    is_placed = isinstance(finding.model, type) and issubclass(finding.model, Placed)
    return nearest(finding.name, [USE], VERY_NEAR) if is_placed else None


def _may_be_meant(finding: Finding, meant: str | None) -> bool:
    """Whether a key that is near is the one that was meant: another that is less near cannot hold a list of words."""
    element = element_of(expected_at(finding.model, (meant,))) if meant else None
    are_words = isinstance(finding.value, list) and isinstance(next(iter(finding.value), None), str)
    holds_keys = bool(keys_of(element)) and not is_short_form(element)
    return not (are_words and holds_keys) or bool(nearest(finding.name, [str(meant)], VERY_NEAR))


def _is_wrapped(finding: Finding) -> bool:
    """Whether what a mapping lacks stands below this key of it, with little else."""
    model, inside, beside = finding.model, finding.value, finding.beside
    if not isinstance(inside, dict) or not isinstance(beside, dict) or noun(model) == FILE:
        return False
    lacking = set(required_keys(model)) - beside.keys()
    known = inside.keys() & {*keys_of(model)}
    return not lacking.isdisjoint(inside) and 2 * len(known) > len(inside)


def _around_all(finding: Finding) -> ShapeFault:
    """A key above all that belongs in its place: `playbook:`, with a whole plan below it."""
    where = "at the left edge" if len(finding.path) == 1 else "in its column"
    return ShapeFault(
        "wrapped",
        codes.UNKNOWN_KEY,
        finding.path,
        f"`{short(finding.name)}` is not a key of {_this(finding.model)}, and all of it stands below",
        f"remove `{short(finding.name)}:`, and begin what is below it {where}",
        at_key=True,
    )


def _is_group(value: object) -> bool:
    """Whether a mapping that was read as one line to tick is several of them."""
    if not isinstance(value, dict):
        return False
    holds_lines = len(value) > 1 or any(isinstance(each, (dict, list)) for each in value.values())
    return "items" in value or (holds_lines and value.keys().isdisjoint(keys_of(Item)))


def _nested_group(finding: Finding) -> ShapeFault:
    """Lines to tick below a line to tick."""
    name, inside = finding.path[-2], finding.path[:-2].count("items") > 1
    message = "a group of items cannot stand in another group"
    hint = "begin it beside the other one, in the column of that one's id"
    if not inside:
        message = f"`{short(name)}` holds lines of its own, and is written as one line"
        hint = "give it a `title`, and indent its lines below `items:`"
    path = finding.path[:-1]
    return ShapeFault("nested_group", codes.WRONG_KIND, path, message, hint, at_key=True)


def _lone_text(finding: Finding) -> ShapeFault | None:
    """Of an element for which a text may stand, the one key: a colon made it a key."""
    model = finding.model
    if not (isinstance(model, type) and issubclass(model, ShortForm) and _is_alone(finding)):
        return None
    point = timed(f"{finding.name}: {finding.value}") if model is AgendaPoint else None
    if point and point.rule:
        message = f"these minutes are not read: {point.rule}"
        path = finding.path[:-1]
        return ShapeFault("minutes_form", codes.NUMBER, path, message, f"write: {point}")
    return ShapeFault(
        "text_expected",
        codes.WRONG_KIND,
        finding.path[:-1],
        "text is expected here, not a mapping",
        "if it is text, put it in quotes",
    )


def _pair(finding: Finding) -> ShapeFault | None:
    """Of an entry that has two keys, what they hold, written as one line: `- Email: Address`."""
    needed, text = required_keys(finding.model), finding.value
    if len(needed) != 2 or not isinstance(text, str) or not _is_alone(finding):
        return None
    one, other = needed
    first, second = as_text(short(finding.name)), as_text(short(text))
    return ShapeFault(
        "pair",
        codes.WRONG_KIND,
        finding.path[:-1],
        f"{with_article(noun(finding.model))} names what it holds: `{one}` and `{other}`",
        f"write `{one}: {first}` and, below it, `{other}: {second}`",
    )


def _is_alone(finding: Finding) -> bool:
    """Whether this is the one key of an element of a list, or words that a colon made the one key of an entry."""
    in_list = len(finding.path) > 1 and isinstance(finding.path[-2], int)
    is_alone = isinstance(finding.beside, dict) and len(finding.beside) == 1
    return is_alone and (in_list or are_words(finding.name))


def _hours(finding: Finding) -> str:
    """The hint where time was given in hours."""
    value = finding.value
    if finding.name not in {"hour", "hours"} or "minutes" not in keys_of(finding.model):
        return ""
    minutes = amount(f"{value} h", "minutes") if isinstance(value, str) else None
    return f"write `minutes: {minutes}`" if minutes else ""


def _play(finding: Finding) -> str:
    """The hint where a step names a play."""
    model = finding.model
    is_step = isinstance(model, type) and issubclass(model, StepFields)
    if not is_step or finding.name not in {"play", "plays", "trigger"}:
        return ""
    return "remove it: a play stands in plays.yml with its trigger, and belongs to no step"


def _comes_back(finding: Finding) -> str:
    """The hint where a step is to come back."""
    model = finding.model
    is_step = isinstance(model, type) and issubclass(model, StepFields)
    if not is_step or finding.name not in {"repeat", "repeats", "recurring", "frequency"}:
        return ""
    return "write `every: week`; a call that comes back stands under `touchpoints` of the playbook"


def _required(finding: Finding) -> str:
    """The hint where something is said to be required, or not to be."""
    has_other = "optional" in keys_of(finding.model)
    if finding.name not in {"required", "mandatory"} or not has_other:
        return ""
    is_no = isinstance(finding.value, str) and finding.value.lower() in NO
    return "write `optional: true`" if is_no else "remove it: what is not `optional` is required"


def _audience(finding: Finding) -> str:
    """The hint where something is said to be internal."""
    has_other = "audience" in keys_of(finding.model)
    is_yes = isinstance(finding.value, str) and finding.value.lower() in YES
    is_one = finding.name == Audience.INTERNAL.value and is_yes and has_other
    return f"write `audience: {finding.name}`" if is_one else ""


def _this(model: object) -> str:
    return "this file" if noun(model) == FILE else with_article(noun(model))


def _known_keys(model: object) -> str:
    keys = keys_of(model)
    if 0 < len(keys) <= MOST_KEYS_LISTED:
        return f"the keys here are {listed(keys, 'and')}"
    return "remove it, or let your editor complete the right key"


def _key_of_a_type(finding: Finding, key: str) -> ShapeFault:
    owners, step = types_with(key), finding.beside
    is_entry = isinstance(finding.model, type) and issubclass(finding.model, Dated)
    in_place = [owner for owner in owners if is_entry or owner in PLACED]
    message = f"`{key}` belongs to {' or '.join(with_article(owner) for owner in owners)}"
    if isinstance(step, dict) and "use" in step:
        return _of_another_type(
            finding, f"{message} and stands in the library entry", "change it there"
        )
    if not in_place:
        hint = "write it in a file of its own in the library, and use that by its id"
    elif isinstance(step, dict) and "type" in step:
        hint = f"remove it, or write `type: {in_place[0]}`"
    else:
        fault = _of_another_type(finding, message, f"add `type: {in_place[0]}`")
        return replace(fault, lacks_type=in_place[0])
    return _of_another_type(finding, message, hint)


def _of_another_type(finding: Finding, message: str, hint: str) -> ShapeFault:
    return ShapeFault("other_type", codes.OTHER_TYPE, finding.path, message, hint, at_key=True)


def missing_key(finding: Finding) -> ShapeFault:
    """A key that must be there."""
    key, model, expected = finding.name, finding.model, finding.expected
    if key == "id":
        offered = offered_id(finding.data, finding.path[:-1], noun(model))
        hint = f"give it a permanent id: `id: {offered}`"
    elif noun(model) == FILE and _other_key(finding):
        hint = f"write `{key}:` in the place of `{short(_other_key(finding))}:`"
    elif noun(model) == FILE:
        hint = f"write `{key}:` above the rest, and indent the rest by two spaces"
    else:
        words = words_of(expected)
        choice = f" Write {listed(words)}." if words else ""
        hint = f"add `{key}`: {documentation(model, key)}{choice}"
    return ShapeFault(
        finding.type,
        codes.MISSING_KEY,
        finding.path,
        f"this {noun(model)} has no `{key}`",
        hint,
        stand_in=isinstance(expected, type) and issubclass(expected, Text),
    )


def _other_key(finding: Finding) -> str:
    """The key that stands where the one of a vocabulary file belongs: its entries are below it already."""
    file = finding.beside if isinstance(finding.beside, dict) else {}
    others = [key for key in file if key not in keys_of(finding.model)]
    entries = file[others[0]] if len(others) == 1 else None
    each = list(entries.values()) if isinstance(entries, dict) else []
    return str(others[0]) if each and all(isinstance(entry, dict) for entry in each) else ""


def two_windows(finding: Finding) -> ShapeFault:
    """Two keys that both say when."""
    step = finding.value
    windows = [key for key in step if key in TIME_KEYS] if isinstance(step, dict) else []
    return ShapeFault(
        finding.type,
        codes.TWO_WINDOWS,
        (*finding.path, *windows[1:2]),
        f"{listed(windows, 'and')} both say when this happens",
        "keep one of them",
        at_key=True,
    )
