"""Faults of shape in plain words.

In: the errors of one validation of one file. Out: a `ShapeFault` each, with its code, its words and the
path to its place. The library's own words and union tags never reach an author.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from firstwin.diagnostics import Code
from firstwin.models.placed import Use
from firstwin.sources import KeyPath
from firstwin.sources.codes import OUTSIDE, TEXT_CUT, TOO_LONG
from firstwin.validate import shape_codes as codes
from firstwin.validate.expected import FILE, keys_of, noun
from firstwin.validate.finding import Finding, ShapeFault
from firstwin.validate.key_faults import (
    USE,
    cell_without_column,
    missing_key,
    two_windows,
    unknown_key,
)
from firstwin.validate.meant_ids import STEP_KEYS
from firstwin.validate.mended import value_at
from firstwin.validate.value_faults import (
    list_expected,
    mapping_expected,
    model_expected,
    not_a_type,
    not_a_word,
    too_short,
)
from firstwin.validate.written_values import not_a_number, not_a_window, not_an_effort, not_an_id

_SAY: Mapping[str, Callable[[Finding], ShapeFault]] = {
    "extra_forbidden": unknown_key,
    "missing": missing_key,
    "tuple_type": list_expected,
    "dict_type": mapping_expected,
    "model_type": model_expected,
    "too_short": too_short,
    "literal_error": not_a_word,
    "enum": not_a_word,
    "union_tag_invalid": not_a_type,
    "window_twice": two_windows,
    "id_form": not_an_id,
    "number_expected": not_a_number,
    "number_quoted": not_a_number,
    "effort_form": not_an_effort,
    "window_form": not_a_window,
    "column_unknown": cell_without_column,
}
"""What the library finds, and who says it in our words."""

_CODES: Mapping[str, Code] = {
    "text_cut": TEXT_CUT,
    "text_empty": codes.EMPTY,
    "says_nothing": codes.EMPTY,
    "text_long": TOO_LONG,
    "text_expected": codes.WRONG_KIND,
    "line_form": codes.LINE,
    "number_range": codes.NUMBER,
    "minutes_form": codes.NUMBER,
    "flag_expected": codes.FLAG,
    "address_form": codes.ADDRESS,
    "asset_form": codes.ASSET,
    "folder_form": OUTSIDE,
    "colour_form": codes.COLOUR,
    "date_form": codes.DATE,
    "country_form": codes.COUNTRY,
    "years_form": codes.YEARS,
    "time_form": codes.TIME,
    "condition_form": codes.CONDITION,
    "owners_count": codes.OWNERS,
    "schema_version": codes.VERSION,
    "window_range": codes.RANGE,
    "time_limit_form": codes.TIME_LIMIT,
    "row_unnamed": codes.ROW,
    "kind_of_choice": codes.CHOICE,
    "one_option": codes.CHOICE,
    "columns_count": codes.COLUMNS,
    "rows_count": codes.ROWS,
}
"""What our own validators find and say."""

_HINTS: Mapping[str, str] = {
    "id_form": "write one such as `kickoff-call`",
    "window_range": "write a smaller number",
    "owners_count": "give what each of the others does an item of its own",
}


_no_id = re.compile(r"`([^`]*)` is not an id")
_in_brackets = re.compile(r"\(([^()]*)\)")
_number = re.compile(r"[0-9]")
_FEW_WORDS = 3


def _has_sentence(message: str) -> bool:
    """Whether a text of several words, or with a time in brackets, stands in the place of an id.

    `(5 min)` is of a point of an agenda. Behind a role stands another remark: `(optional)`.
    """
    return any(
        text.count(" ") >= _FEW_WORDS or any(map(_number.search, _in_brackets.findall(text)))
        for text in _no_id.findall(message)
    )


def faults(errors: Sequence[Any], root: object, data: object) -> list[ShapeFault]:
    """The faults behind the errors of one validation of `data`, one for each mistake."""
    each = (
        _fault(Finding(error["type"], root, error["loc"], data, error.get("ctx") or {}))
        for error in errors
    )
    found = _changing(_guessed(list(dict.fromkeys(each)), data), data)
    misspelt = {(*fault.path[:-1], fault.meant) for fault in found if fault.at_key and fault.meant}
    unwrapped = noun(root) == FILE and any(
        fault.type == "missing" and len(fault.path) == 1 and fault.path not in misspelt
        for fault in found
    )
    texts = {fault.path for fault in found if fault.type == "text_expected"}
    pairs = {fault.path for fault in found if fault.type == "pair"}
    groups = {fault.path for fault in found if fault.type == "nested_group"}
    wrapped = {fault.path[:-1] for fault in found if fault.type == "wrapped"}
    used = {fault.path[:-1] for fault in found if fault.at_key and fault.meant == USE}
    inside = {fault.path[:end] for fault in found for end in range(len(fault.path))}
    return [
        fault
        for fault in found
        if not (
            fault.type == "missing"
            and (fault.path in misspelt or fault.path[:-1] in texts | pairs | wrapped | used)
        )
        # What another type of step may have is right once the key `type` is.
        and not (fault.type == "other_type" and (*fault.path[:-1], "type") in misspelt)
        # And what a step of the library may have, once `use` is.
        and not (
            fault.type == "extra_forbidden"
            and fault.path[:-1] in used
            and fault.meant != USE
            and fault.path[-1] in keys_of(Use)
        )
        # What is wrong with a group as one line is that it is none.
        and not (fault.type in {"missing", "extra_forbidden"} and fault.path[:-1] in groups)
        # Elements with faults do not count, so a list of nothing else is called empty.
        and not (fault.type == "too_short" and fault.path in inside)
        # Where the one key of a vocabulary file is missing, the others are what belongs below it.
        and not (fault.type == "extra_forbidden" and unwrapped)
    ]


def worth_telling(faulty: Sequence[ShapeFault]) -> Iterator[ShapeFault]:
    """Those of the faults to tell: several keys of a type that is not written are one mistake."""
    untyped: set[tuple[KeyPath, str]] = set()
    lost = _lost_lists(faulty)
    for fault in faulty:
        if fault.type == "second_half":
            continue  # the other half says both
        if fault in lost:
            if lost[fault]:
                yield lost[fault][0]
            continue
        if fault.lacks_type:
            if (fault.path[:-1], fault.lacks_type) in untyped:
                continue
            untyped.add((fault.path[:-1], fault.lacks_type))
        yield fault


def _lost_lists(faulty: Sequence[ShapeFault]) -> Mapping[ShapeFault, Sequence[ShapeFault]]:
    """The faults of texts at the end of a list of ids: the key of another list is missing there. The first one says so."""
    runs: dict[KeyPath, list[ShapeFault]] = {}
    for fault in faulty:
        if (
            fault.type == "id_form"
            and fault.path
            and isinstance(fault.path[-1], int)
            and not fault.at_key
        ):
            runs.setdefault(fault.path[:-1], []).append(fault)
    told: dict[ShapeFault, Sequence[ShapeFault]] = {}
    for path, run in runs.items():
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        if name in STEP_KEYS:
            continue  # their titles have as many words
        places = [fault.path[-1] for fault in run if isinstance(fault.path[-1], int)]
        are_last = places == list(range(places[0], places[0] + len(run))) and places[0] > 0
        if len(run) > 1 and are_last and any(_has_sentence(fault.message) for fault in run):
            message = f"from here on these are no ids of `{name}`: is the key of another list missing above?"
            hint = f"write it above this line, in the column of `{name}`"
            told |= dict.fromkeys(run, ())
            told[run[0]] = [replace(run[0], type="list_lost", message=message, hint=hint)]
    return told


def _guessed(found: list[ShapeFault], data: object) -> list[ShapeFault]:
    """The faults; where one key of a text is unknown and one text is missing, the one stands for the other."""
    missing = _alone(fault for fault in found if fault.stand_in)
    unknown = _alone(
        fault for fault in found if fault.type == "extra_forbidden" and not fault.meant
    )
    made = list(found)
    for position, fault in enumerate(found):
        parent = fault.path[:-1]
        is_text = isinstance(value_at(data, fault.path), str)
        if is_text and fault is unknown.get(parent) and parent in missing:
            meant = str(missing[parent].path[-1])
            made[position] = replace(
                fault, meant=meant, hint=f"did you mean `{meant}`?", is_misspelt=True
            )
    return made


def _changing(found: list[ShapeFault], data: object) -> list[ShapeFault]:
    """The faults; where a phase has no more than an id and steps, in a plan that extends another, the one that says so.

    It is to change that plan's phase of the same id.
    """
    if value_at(data, ("extends",)) is None:
        return found
    missing = {fault.path for fault in found if fault.type == "missing"}
    phases = {
        path[:-1]
        for path in missing
        if len(path) == len(("phases", 0, "title"))
        and path[0] in ("phases", "aftercare")
        and {(*path[:-1], key) for key in ("title", "outcome")} <= missing
        and isinstance(value_at(data, (*path[:-1], "id")), str)
    }
    told = [fault for fault in found if not any(fault.path[:2] == path for path in phases)]
    for path in sorted(phases, key=str):
        message = "a phase of the plan that this one extends is not written again"
        hint = "write what is otherwise in it or in its steps under `adjust`, by the id of each, and new steps under `add`"
        told.append(ShapeFault("wrapped", codes.MISSING_KEY, (*path, "id"), message, hint))
    return told


def _alone(faults: Iterable[ShapeFault]) -> dict[KeyPath, ShapeFault]:
    """Those that are the only one in their mapping, by the mapping's path."""
    by_parent: dict[KeyPath, list[ShapeFault]] = {}
    for fault in faults:
        by_parent.setdefault(fault.path[:-1], []).append(fault)
    return {parent: each[0] for parent, each in by_parent.items() if len(each) == 1}


def _fault(finding: Finding) -> ShapeFault:
    say = _SAY.get(finding.type)
    if say:
        fault = say(finding)
        return fault if fault.hint else replace(fault, hint=_HINTS.get(finding.type, ""))
    return ShapeFault(
        finding.type,
        _CODES[finding.type],
        finding.path,
        finding.context["message"],
        finding.context["hint"] or _HINTS.get(finding.type, ""),
        at_key=finding.is_about_key,
    )
