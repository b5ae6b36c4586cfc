"""Text that needs quotes: it begins with a sign, has a colon inside, or is cut off by `#`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from msgspec.structs import replace

from firstwin.sources.answers import NO, YES
from firstwin.sources.codes import COLON, FILL_IN, INDENTATION, OPENING_SIGN, TEXT_CUT
from firstwin.sources.fault import LineFault
from firstwin.sources.line import BLOCK_HEAD, Line, as_text, as_value, is_plain, quote
from firstwin.sources.pitfalls.known_keys import KNOWN_KEYS
from firstwin.sources.pitfalls.place import LinePlace, spaces
from firstwin.sources.pitfalls.tables import TEXTS

_box = re.compile(r"(?:[-*+] +)?\[[ xX]?\] +(\S.*)")
"""`[ ] Sign in`, `- [ ] Sign in`: a box to tick, as other tools have it."""
_choice = re.compile(r"(?P<id>[\w-]+): +(?P<answer>[\w-]+|\[.*\])")
"""`hosting: own`, or `any_of: [migration, hosting: own]`, behind `only_if:` on one line."""
_mention = re.compile(r"@([a-z][a-z0-9-]*)")
"""A role as other programs mention people."""
_OF_ROLES = frozenset(
    {"owner", "with", "informed", "may_join", "sign_off", "by", "to", "stand_in", "for", "tell"}
    | {"accountable", "responsible", "consulted", "role", "persona", "guides"}
)
_link = re.compile(r"!?\[(?P<words>[^\[\]]+)\]\((?P<address>[^()\s]+)\)")
_LINKED: Mapping[str, Sequence[str]] = {
    "links": ("title", "url"),
    "footer": ("title", "url"),
    "channels": ("title", "url"),
    "pictures": ("alt", "image"),
}
"""Lists whose entries say in two keys what Markdown says in brackets."""
_MOST_ENTRIES = 100
_marked = re.compile(
    r"(?P<lead> *(?:- +)?)(?P<sign>\*\*)(?P<key>[A-Za-z][A-Za-z_ ]*)(?::(?P=sign)|(?P=sign):)(?: +(?P<value>\S.*))?"
)
_BEHIND_DASH = frozenset({"id", "use", "title", "name"})
"""Keys with which entries begin. Another word in bold behind a dash begins a text."""
_starred = re.compile(r"\* +(\S.*)")
_starred_line = re.compile(r"^( *)\* +(\S.*\S|\S)\s*$")
IN_QUOTES = "put the text in quotes"
WITHOUT_SIGN = "leave the sign out"

_meanings = {
    "*": "YAML reads it as an alias, the name of another value",
    "&": "YAML reads it as an anchor, a name for the value, and drops the word",
    "!": "YAML reads it as a tag, a kind of value, and drops the word",
    "[": "YAML reads it as the start of a list",
    "]": "YAML reads it as the end of a list",
    "{": "YAML reads it as the start of a mapping",
    "}": "YAML reads it as the end of a mapping",
    ">": "YAML reads it as the start of a block whose text begins on the next line",
    "|": "YAML reads it as the start of a block whose text begins on the next line",
    "@": "YAML keeps that sign for itself",
    "`": "YAML keeps that sign for itself",
    "%": "YAML keeps that sign for itself",
    ",": "YAML reads it as the end of an entry",
    "?": "YAML reads it as the start of a key",
    "-": "YAML reads it as the start of a list",
    "#": "YAML reads it as the start of a comment",
}


# A list or a mapping, and not a text that looks like the beginning of one.
_curly = re.compile("[\u201c\u201e\u00ab]([^\u201c-\u201f\u00ab\u00bb]+)[\u201c\u201d\u00bb]")
_OPEN = frozenset("[{")
_structure = re.compile(r"""[\[{]\s*["\[{]""")
_proper = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")


def opening(value: str) -> str:
    """The sign that a text without quotes cannot begin with, or nothing."""
    sign = value[:1]
    if _proper.fullmatch(value) or BLOCK_HEAD.fullmatch(value) or value in _OPEN:
        return ""
    if _structure.match(value) and value.count("[") + value.count("{") > value.count(
        "]"
    ) + value.count("}"):
        return ""  # a list or a mapping of JSON, of which a bracket is not closed
    if sign in {"-", "?"} and not re.match(r".(\s|$)", value):
        return ""
    return sign if sign in _meanings else ""


def opening_message(sign: str) -> str:
    """What to say of a text that begins with `sign`."""
    shown = f"`{sign}`" if sign != "`" else "a backtick"
    return f"text may not begin with {shown}: {_meanings[sign]}"


FILL_IN_MESSAGE = "text may not begin with `{{`: YAML reads `{` as the start of a mapping"


def filling_in(place: LinePlace) -> Iterator[LineFault]:
    """`title: {{ product.name }} for administrators`."""
    if place.line.value.startswith("{{"):
        for mended in place.quoted():
            yield place.fault(FILL_IN, FILL_IN_MESSAGE, IN_QUOTES, mended, range(2))


def list_behind_key(place: LinePlace) -> Iterator[LineFault]:
    """`with: - champion`, with more entries on the lines below."""
    line = place.line
    if not line.key or not line.value.startswith("- "):
        return
    dash = " " * line.value_column + "- "
    below = [*place.below(len(line.lead))]
    if not below:
        return
    entries = [Line.of(place.lines[index]) for index in below]
    if all(place.lines[index].startswith(dash) for index in below):
        texts = [line.value[2:].strip(), *(entry.value for entry in entries)]
        in_one = "[" + ", ".join(map(quote, texts)) + "]"
        mended = {place.index: line.with_value(in_one), **dict.fromkeys(below, "")}
        message = "a list cannot begin on the line of its key"
        fault = place.fault(INDENTATION, message, "begin it on the next line", mended)
        yield replace(fault, shown=False)


def marked_key(place: LinePlace) -> Iterator[LineFault]:
    """`**title**: Invite them`, `**Owner:** admin`: a key in bold, as notes and Markdown have it, on this line or the one above."""
    for at in (place.index, *islice(place.above(), 1)):
        line = LinePlace.at(place.lines, at)
        found = _marked.fullmatch(line.text)
        key = "_".join(found["key"].lower().split()) if found else ""
        if found and key in (_BEHIND_DASH if "-" in found["lead"] else KNOWN_KEYS):
            colon = ": " if found["value"] else ":"
            mended = {
                at: f"{found['lead']}{key}{colon}{as_value(found['value']) if found['value'] else ''}"
            }
            start = len(found["lead"])
            message = (
                f"a key has no signs around it: YAML reads `{found['sign']}` as something else"
            )
            end = found.end("key") + len(found["sign"])
            fault = LineFault(OPENING_SIGN, message, at, start, end, "write", mended)
            yield replace(fault, until=at)


def starred(place: LinePlace) -> Iterator[LineFault]:
    """`* Who is who`: a line of a list as Markdown has it, below a key, behind a dash or behind a key."""
    line, found = place.line, _starred.fullmatch(place.line.value)
    if not found or _box.fullmatch(line.value):
        return
    message = opening_message("*")
    if line.key or line.dashes:
        mended = {place.index: line.with_value(as_text(found[1]))}
        yield place.fault(OPENING_SIGN, message, "leave the sign out", mended, range(1))
        return
    above = next((LinePlace.at(place.lines, at).line for at in place.above()), None)
    if above is None or not above.key or above.value:
        return
    run = [place.index, *takewhile(lambda at: _is_starred(place, at), place.below(-1))]
    depth = above.columns[-1] + 2
    if above.key in TEXTS:
        mended = dict.fromkeys(run, "") | {run[0]: " " * depth + quote(above.key)}
        advice = f"write `{above.key}: |`, and the whole text below it, indented by {spaces(depth)}"
        fault = place.fault(OPENING_SIGN, message, advice, mended, range(1))
        yield replace(fault, shown=False)
        return
    mended = {
        at: _starred_line.sub(lambda found: f"{found[1]}- {as_text(found[2])}", place.lines[at])
        for at in run
    }
    yield place.fault(OPENING_SIGN, message, "begin each with a dash", mended, range(1))


def _is_starred(place: LinePlace, at: int) -> bool:
    """Whether a line is one more of the list that begins at the place."""
    found = _starred_line.match(place.lines[at])
    return found is not None and found[1] == place.line.indent


def opening_sign(place: LinePlace) -> Iterator[LineFault]:
    """`title: @mention a colleague`, `- [ ] Sign in`, `summary: > 80 % adoption`."""
    sign = opening(place.line.value)
    box = _box.fullmatch(place.line.value)
    if box:
        is_entry = not place.line.key and not place.line.dashes
        words = ("- " if is_entry else "") + as_text(box[1])
        mended = {place.index: place.line.with_value(words)}
        advice = "leave the brackets out, what is to be ticked has a box of its own"
        yield place.fault(OPENING_SIGN, opening_message(sign), advice, mended, range(1))
    elif sign:
        yield from _without_sign(place, sign)
        for mended in place.quoted():
            yield place.fault(OPENING_SIGN, opening_message(sign), IN_QUOTES, mended, range(1))


def _without_sign(place: LinePlace, sign: str) -> Iterator[LineFault]:
    """`owner: @admin`; under `links` a link as Markdown has it, and under `pictures` a picture."""
    name, link = mentioned(place, place.line.value), _link.fullmatch(place.line.value)
    if name:
        mended = {place.index: place.line.with_value(name)}
        yield place.fault(OPENING_SIGN, opening_message(sign), WITHOUT_SIGN, mended, range(1))
    keys = _LINKED.get(_list_of(place), ()) if link else ()
    if link and keys:
        pairs = zip(keys, link.group("words", "address"), strict=True)
        held = ", ".join(
            f"{key}: {text if is_plain(text, in_brackets=True) else quote(text)}"
            for key, text in pairs
        )
        mended = {place.index: place.line.with_value(f"{{{held}}}")}
        yield place.fault(OPENING_SIGN, opening_message(sign), "write", mended, range(1))


def mentioned(place: LinePlace, text: str) -> str:
    """The role that a text mentions as other programs do, where roles are named; nothing for any other text."""
    found = _mention.fullmatch(text)
    return found[1] if found and (place.line.key or _list_of(place)) in _OF_ROLES else ""


def _list_of(place: LinePlace) -> str:
    """The key of the list in which a line with a dash is an entry; nothing for any other line."""
    column = len(place.line.indent)
    if place.line.key or not place.line.dashes:
        return ""
    lines = islice(place.above(), _MOST_ENTRIES)
    above = (LinePlace.at(place.lines, at).line for at in lines)
    owner = next((each for each in above if each.key and len(each.lead) <= column), None)
    return owner.key if owner and not owner.value else ""


def colon(place: LinePlace) -> Iterator[LineFault]:
    """`title: Day one: sign in`."""
    value = place.line.value
    found = re.search(r":(?=\s|$)", value)
    if found and value[0] not in "\"'[{":
        what = f"`{value[: found.start()][-40:]}`"
        message = f"a colon inside the text: YAML takes {what} for a key"
        curly = _curly.fullmatch(value)
        if curly:
            mended = {place.index: place.line.with_value(quote(curly[1]))}
            advice = "write straight quotes, YAML knows no others"
            yield place.fault(COLON, message, advice, mended, range(*found.span()))
        choice = _choice.fullmatch(value) if place.line.key == "only_if" else None
        if choice and choice["answer"].lower() in YES | NO:
            meant = choice["id"] if choice["answer"].lower() in YES else f"not {choice['id']}"
            mended = {place.index: place.line.with_value(meant)}
            yield place.fault(COLON, message, "write it alone", mended, range(*found.span()))
        elif choice:
            mended = {place.index: place.line.with_value(f"{{{value}}}")}
            yield place.fault(COLON, message, "write it in braces", mended, range(*found.span()))
        for mended in place.quoted():
            yield place.fault(COLON, message, IN_QUOTES, mended, range(*found.span()))


def cut(place: LinePlace) -> Iterator[LineFault]:
    """A text with ` #` on one line that goes on on the next."""
    line = place.line.uncut
    found = re.search(r"(?<=\s)#", line.value)
    if found and found.start() and line.value[0] not in "\"'":
        whole = LinePlace(place.lines, place.index, line)
        message = (
            "the text ends at ` #`, but goes on on the next line: YAML takes the rest for a comment"
        )
        for mended in whole.quoted():
            yield whole.fault(TEXT_CUT, message, IN_QUOTES, mended, range(*found.span()))
