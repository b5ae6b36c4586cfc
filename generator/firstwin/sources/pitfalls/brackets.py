"""What goes wrong inside `{ }` and `[ ]`: commas, colons and signs in texts, a missing bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml
from msgspec.structs import replace

from firstwin.diagnostics import Code
from firstwin.sources.answers import YES
from firstwin.sources.codes import (
    COLON,
    FILL_IN,
    FLOW_COMMA,
    INNER_QUOTE,
    MISSING_COLON,
    OPEN_BRACKET,
    OPENING_SIGN,
)
from firstwin.sources.fault import LineFault
from firstwin.sources.line import is_plain, quote
from firstwin.sources.pitfalls.place import LinePlace
from firstwin.sources.pitfalls.signs import (
    FILL_IN_MESSAGE,
    IN_QUOTES,
    WITHOUT_SIGN,
    mentioned,
    opening,
    opening_message,
)

_CLOSING = {"{": "}", "[": "]"}
_OPENING_OF_JSON = frozenset('"{[')
_CLOSING_OF_JSON = frozenset('"}]')
_PARTING = frozenset(",;")
_Stretch = tuple[yaml.Mark, yaml.Mark]
_QUOTES_OF_ONE = 2
_answered = re.compile(r"\{(?P<id>[\w-]+): (?P<answer>yes|no),[^{}:]*\}", re.IGNORECASE)
"""`{old-messages: no, not yet}`: a condition with a remark."""
_words = re.compile(r"[\w .-]+(?:,[\w .-]+)*,?")


def open_bracket(place: LinePlace) -> Iterator[LineFault]:
    """`with: [champion, csm`, where what stands inside looks like a list of names."""
    value = place.line.value
    closing = _CLOSING.get(value[:1], "")
    if closing and closing not in value and (closing == "}" or _words.fullmatch(value[1:])):
        mended = {place.index: place.line.with_value(value + closing)}
        message = f"the bracket `{value[0]}` is not closed"
        fault = place.fault(OPEN_BRACKET, message, "close it", mended, range(1))
        yield replace(fault, shown=len(value) > 1)


def comma_behind(place: LinePlace) -> Iterator[LineFault]:
    """`title: "Plan together",`, `with: [admin],`: a value as JSON and programs have it, with what parts it from the next."""
    value = place.line.value
    whole = value[:-1].rstrip()
    if value[-1:] not in _PARTING or len(whole) < _QUOTES_OF_ONE or place.line.key[:1] == '"':
        return
    is_quoted = whole[0] in "\"'" and whole.find(whole[0], 1) == len(whole) - 1
    closing = _CLOSING.get(whole[0], "")
    if is_quoted or (closing and _closes(whole, closing) == len(whole) - 1):
        message = f"a `{value[-1]}` stands behind the value: a line of YAML ends without one"
        mended = {place.index: place.line.with_value(whole)}
        at = len(value) - 1
        yield place.fault(FLOW_COMMA, message, "write", mended, range(at, at + 1))


def missing_sign(lines: Sequence[str], line: int, column: int) -> LineFault | None:
    """`"id": "a"` with `"title": "b"` behind it or below it, at that place: JSON, as other programs write it.

    Between the two lacks a comma; behind a key that stands alone a colon.
    """
    above = {line: lines[line][:column]} | {at: lines[at] for at in range(line - 1, -1, -1)}
    at = next((at for at, text in above.items() if text.strip()), None)
    if at is None or lines[line][column : column + 1] not in _OPENING_OF_JSON:
        return None
    before = above[at].rstrip()
    if before[-1] not in _CLOSING_OF_JSON and not before[-1].isalnum():
        return None
    key = before.lstrip(" {")
    is_key = at == line and key[:1] == key[-1:] == '"' and key.count('"') == _QUOTES_OF_ONE
    sign, code = (":", MISSING_COLON) if is_key else (",", FLOW_COMMA)
    message = (
        "no colon after this key" if is_key else "no comma between this entry and the next one"
    )
    mended = {at: f"{before}{sign}{lines[at][len(before) :]}"}
    start = len(before) - len(before.lstrip())
    return LineFault(code, message, at, start, len(before), "write", mended)


def in_brackets(place: LinePlace) -> Iterator[LineFault]:
    """`{do: Choose: all}`, `{do: @mention the team}`, `[Read, @sign]`."""
    value = place.line.value
    closing = _CLOSING.get(value[:1], "")
    if not closing or value.startswith("{{") or _closes(value, closing) != len(value) - 1:
        return
    inner = value[1:-1].strip()
    parts = re.split(r",\s*(?=[\w-]+:\s)" if closing == "}" else r",\s*", inner)
    pairs = [part.partition(": ") if closing == "}" else ("", "", part) for part in parts]
    wrong = [text.strip() for _, _, text in pairs if not _is_fine(text.strip())]
    if wrong:
        mended = ", ".join(
            key + sign + (_right(place, text.strip()) if text.strip() in wrong else text.strip())
            for key, sign, text in pairs
        )
        lines = {place.index: place.line.with_value(value[0] + mended + closing)}
        advice = WITHOUT_SIGN if all(mentioned(place, text) for text in wrong) else IN_QUOTES
        yield place.fault(*_reason(wrong[0], value[0] + closing), advice, lines)


def _right(place: LinePlace, text: str) -> str:
    """A text as it may stand in brackets: a role that is mentioned without its sign, all else in quotes."""
    return mentioned(place, text) or quote(text)


def _closes(value: str, closing: str) -> int:
    """Where the bracket that `value` begins with is closed."""
    depth = 0
    for at, sign in enumerate(value):
        depth += (sign == value[0]) - (sign == closing)
        if depth == 0:
            return at
    return len(value)


def _is_fine(text: str) -> bool:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[0] not in text[1:-1]
    return not text or is_plain(text, in_brackets=True)


def _reason(text: str, brackets: str) -> tuple[Code, str]:
    if text.startswith("{{"):
        return FILL_IN, FILL_IN_MESSAGE
    if opening(text):
        return OPENING_SIGN, opening_message(opening(text))
    if re.search(r":(\s|$)", text):
        return COLON, "a colon inside the text: YAML takes it for the end of a key"
    if text[0] in "\"'":
        return INNER_QUOTE, "text goes on after the closing quote"
    return FLOW_COMMA, f"a text inside `{brackets}` may have no commas or brackets without quotes"


def keys_without_value(
    node: yaml.MappingNode, bare: Sequence[bool], lines: Sequence[str]
) -> LineFault:
    """`{do: Click save, then close}`: it parses, and `then close` is a key.

    `bare` says of each key whether it is one.
    """
    key = node.value[bare.index(True)][0]
    if all(bare):
        stretch = (node.start_mark, node.end_mark)
        return _fault(OPENING_SIGN, opening_message("{"), node, lines, [stretch])
    if bare[0]:
        message = f"`{key.value}` has no value: inside `{{}}` every key needs one"
        return _fault(FLOW_COMMA, message, key, lines, [])
    message = f"the comma ends the text, so that `{key.value}` becomes a key of its own"
    place = LinePlace.at(lines, node.start_mark.line)
    answered = _answered.fullmatch(place.line.value) if place.line.key == "only_if" else None
    if answered:
        alone = place.line.with_value(
            answered["id"] if answered["answer"].lower() in YES else f"not {answered['id']}"
        )
        fault = _fault(FLOW_COMMA, message, key, lines, [])
        return replace(fault, advice="write it alone", mended={place.index: alone})
    return _fault(FLOW_COMMA, message, key, lines, _torn(node, bare))


def fill_in_as_mapping(node: yaml.MappingNode, lines: Sequence[str]) -> LineFault | None:
    """`title: {{ product.name }}`: it parses, as a mapping with a mapping for its key."""
    start = node.start_mark
    if not lines[start.line].startswith("{{", start.column):
        return None
    return _fault(FILL_IN, FILL_IN_MESSAGE, node, lines, [(start, node.end_mark)])


def is_bare(pair: tuple[yaml.Node, yaml.Node], lines: Sequence[str]) -> bool:
    """Whether a key inside `{ }` has neither a value nor a colon."""
    key, value = pair
    if not (isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)):
        return False
    if value.value or value.style:
        return False
    start, end = key.end_mark, value.start_mark
    return start.line != end.line or ":" not in lines[start.line][start.column : end.column]


def _torn(node: yaml.MappingNode, bare: Sequence[bool]) -> list[_Stretch]:
    """The texts that commas tore apart: from a value to the last of the bare keys behind it."""
    found: list[_Stretch] = []
    start = None
    for (key, value), is_bare_key in zip(node.value, bare, strict=True):
        if not is_bare_key:
            start = (
                value.start_mark if isinstance(value, yaml.ScalarNode) and not value.style else None
            )
        elif start is None:
            return []
        elif found and found[-1][0] is start:
            found[-1] = (start, key.end_mark)
        else:
            found.append((start, key.end_mark))
    return found


def _fault(
    code: Code, message: str, node: yaml.Node, lines: Sequence[str], stretches: list[_Stretch]
) -> LineFault:
    """A fault at `node`; quotes around the stretches mend it where all is on one line."""
    start, end = node.start_mark, node.end_mark
    advice = IN_QUOTES if stretches else "write each key on a line of its own, with a value"
    text = lines[start.line]
    if any(mark.line != start.line for stretch in stretches for mark in stretch):
        stretches = []
    for first, last in reversed(stretches):
        inner = text[first.column : last.column]
        text = text[: first.column] + quote(inner) + text[last.column :]
    mended: Mapping[int, str] = {start.line: text} if stretches else {}
    end_column = end.column if end.line == start.line else start.column + 1
    return LineFault(code, message, start.line, start.column, end_column, advice, mended)
