"""Lists, and lines with keys, below what cannot hold them: a text, or nothing of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from msgspec.structs import replace

from firstwin.sources.codes import INDENTATION, SWALLOWED
from firstwin.sources.fault import LONGEST_SUGGESTION, LineFault
from firstwin.sources.line import BLOCK_HEAD, Line, quote
from firstwin.sources.pitfalls.dashes import FIRST_KEYS
from firstwin.sources.pitfalls.known_keys import is_known, is_meant
from firstwin.sources.pitfalls.place import LinePlace, indentation, says_something, write_it

NAMED = frozenset({"actions", "fields", "items", "options", "questions", "sessions", "tests"})
"""Keys below which each entry begins with its name, wherever they stand, and none with a dash."""
_VOCABULARIES = frozenset({"conditions", "contacts", "metrics", "plays", "roles", "tiers"})
"""Keys of files whose entries begin with their names; elsewhere some of them hold a list of ids."""

OF_AN_ENTRY = frozenset(
    {"text", "owner", "optional", "only_if", "audience", "was", "help", "expected"}
)
"""Keys that say more of such an entry."""

_MOST_LINES = 1000
_SEVERAL = 2
"""So many lines with keys are no text that goes on."""
_READERS = frozenset({"customer", "partner", "internal"})
"""The keys of notes, which say for whom each is."""


def list_under_text(place: LinePlace) -> Iterator[LineFault]:
    """Dashes below `names: "Write them down"`, or below `names: Write them down:`.

    The list is left out, so that what stands below it is read.
    """
    line = place.line
    entries = list(islice(place.below(line.owner_column), _MOST_LINES))
    if not (line.key or line.dashes) or not line.value or not entries:
        return
    if BLOCK_HEAD.fullmatch(line.value):
        return
    first = LinePlace.at(place.lines, entries[0])
    is_quoted, is_open = line.value[0] in "\"'", line.value.endswith(":")
    if not (first.line.dashes and (is_quoted or is_open)):
        return
    what = f"`{line.key}` has one" if line.key else "there is one"
    message = f"a list cannot stand below a text: {what} on line {place.index + 1}"
    advice = _in_one_text(place, [LinePlace.at(place.lines, at).line for at in entries])
    mended = dict.fromkeys(entries, "")
    if is_open:
        mended[place.index] = line.with_value(quote(line.value))
    column, end = len(first.line.indent), len(first.text.rstrip())
    yield LineFault(
        SWALLOWED, message, first.index, column, end, advice, mended, shown=False, hides=True
    )


def _in_one_text(place: LinePlace, entries: Sequence[Line]) -> str:
    """The advice to make one text of a text and the list below it, with what that is where it is short."""
    line = place.line
    text = line.value.strip("\"'").rstrip(": ")
    words = quote(f"{text}: {', '.join(entry.value for entry in entries)}")
    advice = "leave nothing before the list where a list belongs; else write all of it as one text"
    whole = f"{line.key}: {words}" if line.key else f"- {words}"
    is_short = all(entry.dashes and entry.value for entry in entries)
    return f"{advice}: {whole}" if is_short and len(words) <= LONGEST_SUGGESTION else advice


def keyless(place: LinePlace) -> Iterator[LineFault]:
    """Lines with keys below the entries of a list, in the column of its dashes: the key above them is gone.

    They are left out. Lines whose keys stand elsewhere in the file in the column of the list's own key are only
    indented too far; below a key whose entries have names, it is the dashes that are wrong.
    """
    column = len(place.line.indent)
    above = next(place.above(), None)
    if place.line.dashes or not place.line.key or above is None:
        return
    entries = takewhile(lambda at: indentation(place.lines[at]) >= column, place.above())
    if not any(_is_entry(place, at, column) for at in islice(entries, _MOST_LINES)):
        return
    owner = next((at for at in place.above() if indentation(place.lines[at]) < column), None)
    if owner is None:
        return
    run = [place.index, *islice(place.below(column - 1), _MOST_LINES)]
    beside = [Line.of(place.lines[at]) for at in run if indentation(place.lines[at]) == column]
    own = {line.key for line in beside}
    holder = Line.of(place.lines[owner])
    if not holder.key or own & _keys_in(place, holder.columns[-1]):
        return
    are_keys = all(is_meant(line.key, line.value) for line in beside)
    is_named = holder.key in NAMED | _VOCABULARIES
    if are_keys and not own <= _READERS and not is_named:
        return
    if is_named:
        dashed = [at for at in range(owner + 1, place.index) if _is_entry(place, at, column)]
        yield _dashed(dashed, place, owner)
        return
    message = f"`{place.line.key}` stands below a list and belongs to no key: is the one above it missing?"
    advice = f"write the key that these lines belong to above them, in the column of `{holder.key}`"
    end = len(place.text.rstrip())
    mended = dict.fromkeys(run, "")
    fault = LineFault(
        INDENTATION,
        message,
        place.index,
        column,
        end,
        advice,
        mended,
        shown=False,
        hides=True,
        leaves_out=True,
    )
    also = ("the list before it belongs to this", owner, holder.columns[-1])
    yield replace(fault, also=(also,))


def moved_first_key(place: LinePlace) -> Iterator[LineFault]:
    """`name: Lantern` in the column of `product:` above it, to which it belongs as the lines below do, further right."""
    column, above = len(place.line.indent), next(place.above(), None)
    if place.line.dashes or not place.line.key or above is None:
        return
    first = LinePlace.at(place.lines, above)
    owner = next((Line.of(place.lines[at]) for at in first.above()), None)
    if owner is None or not owner.key or owner.value or not first.line.key or not first.line.value:
        return
    if (
        first.line.dashes
        or owner.columns[-1] != len(first.line.indent)
        or column <= len(first.line.indent)
    ):
        return
    message = f"`{first.line.key}` stands in the column of `{owner.key}`, to which it belongs"
    mended = {above: " " * column + first.text.lstrip()}
    fault = first.fault(INDENTATION, message, write_it(first.text, mended[above]), mended)
    column = len(first.line.indent)
    yield replace(fault, column=column, end_column=column + len(first.line.key), until=place.index)


def keyless_below_value(place: LinePlace) -> Iterator[LineFault]:
    """Lines with keys below a key that has its value: the key above them is gone. They are left out."""
    column, above = len(place.line.indent), next(place.above(), None)
    if place.line.dashes or not place.line.key or above is None:
        return
    holder = Line.of(place.lines[above])
    run = [place.index, *islice(place.below(column - 1), _MOST_LINES)]
    beside = [at for at in run if indentation(place.lines[at]) == column]
    own = {Line.of(place.lines[at]).key for at in beside}
    if not holder.key or not holder.value or holder.columns[-1] >= column:
        return
    if "" in own or own & _keys_in(place, holder.columns[-1]):
        return
    are_notes = own <= _READERS
    if len(beside) < _SEVERAL and not are_notes and is_known(place.line.key, place.line.value):
        return
    several = len(beside) > 1
    what = "and what stands beside it belong" if several else "belongs"
    message = f"`{place.line.key}` {what} to no key: is the one above missing?"
    what, them, are = (
        ("these lines belong", "them", "they are") if several else ("it belongs", "it", "it is")
    )
    likely = "`notes:`" if are_notes else f"`items:` where {are} to be ticked"
    advice = f"write the key that {what} to above {them}, in the column of `{holder.key}`: {likely}"
    end = len(place.text.rstrip())
    yield LineFault(
        INDENTATION,
        message,
        place.index,
        column,
        end,
        advice,
        dict.fromkeys(run, ""),
        shown=False,
        hides=True,
        leaves_out=True,
    )


def keyless_texts(place: LinePlace) -> Iterator[LineFault]:
    """`- Write to them` in the column of the key above, which has its value: the key of the list is gone. It is left out."""
    line, column, above = place.line, len(place.line.indent), next(place.above(), None)
    if not line.dashes or line.key or not line.value or above is None:
        return
    holder = Line.of(place.lines[above])
    if not holder.key or not holder.value or holder.dashes or holder.columns[-1] != column:
        return
    below = takewhile(
        lambda at: indentation(place.lines[at]) > column or _is_entry(place, at, column),
        place.below(column - 1),
    )
    run = [place.index, *islice(below, _MOST_LINES)]
    if any(Line.of(place.lines[at]).key in FIRST_KEYS for at in run):
        return
    yield LineFault(
        SWALLOWED,
        "this list has no key: is the line above it missing?",
        place.index,
        column,
        len(place.text.rstrip()),
        f"write the key that it belongs to above it, in the column of `{holder.key}`",
        dict.fromkeys(run, ""),
        shown=False,
        hides=True,
        leaves_out=True,
    )


def keys_below_text(place: LinePlace) -> Iterator[LineFault]:
    """`owner: admin` below `users: Export the list`, an entry that is a text alone: it needs a key for its text."""
    column, above = len(place.line.indent), next(place.above(), None)
    if place.line.dashes or place.line.key not in OF_AN_ENTRY or above is None:
        return
    entry = Line.of(place.lines[above])
    depth = len(entry.indent)
    owner = next((at for at in place.above() if indentation(place.lines[at]) < depth), None)
    if not entry.key or not entry.value or entry.dashes or depth >= column or owner is None:
        return
    if Line.of(place.lines[owner]).key not in NAMED:
        return
    run = [place.index, *islice(place.below(column - 1), _MOST_LINES)]
    lines = [Line.of(place.lines[at]) for at in run]
    if not all(each.key and each.value and each.indent == place.line.indent for each in lines):
        return
    text = entry.value if entry.value[0] in "\"'" else quote(entry.value)
    inside = [f"text: {text}", *(f"{each.key}: {each.value}" for each in lines)]
    mended = dict.fromkeys(run, "") | {above: entry.with_value(f"{{{', '.join(inside)}}}")}
    inner = " " * (depth + 2)
    below = [f"text: {entry.value}", *inside[1:]]
    advice = "\n".join(
        ["write:", f"{entry.lead}{entry.key}:", *(f"{inner}{each}" for each in below)]
    )
    message = f"`{entry.key}` is a text alone, and has `{place.line.key}` below it"
    end = len(place.text.rstrip())
    yield LineFault(
        INDENTATION, message, place.index, column, end, advice, mended, shown=False, hides=True
    )


def dash_without_name(place: LinePlace) -> Iterator[LineFault]:
    """`- text: Write it down`, with more lines below it, among entries that begin with their names."""
    column = len(place.line.indent)
    owner = next((at for at in place.above() if indentation(place.lines[at]) < column), None)
    inside = next(place.below(column), None)
    if not place.line.dashes or place.line.key in FIRST_KEYS or owner is None or inside is None:
        return
    entries = takewhile(lambda at: at > owner, islice(place.above(), _MOST_LINES))
    if Line.of(place.lines[owner]).key in NAMED | _VOCABULARIES and not any(
        _is_entry(place, at, column) for at in entries
    ):
        yield _dashed([place.index], place, owner)


def _dashed(entries: Sequence[int], place: LinePlace, owner: int) -> LineFault:
    """Dashes before entries below the key on line `owner`. What has no name yet is left out."""
    column = len(place.line.indent)
    mended: dict[int, str] = {}
    for at in entries:
        entry = LinePlace.at(place.lines, at)
        inside = list(islice(entry.below(column), _MOST_LINES))
        if entry.line.key and entry.line.value and not inside:
            mended[at] = entry.line.indent + entry.text.lstrip()[len(entry.line.dashes) :]
        else:
            mended |= dict.fromkeys([at, *inside], "")
    first = LinePlace.at(place.lines, entries[0])
    is_named = all(mended.values())
    return LineFault(
        INDENTATION,
        f"the entries of `{Line.of(place.lines[owner]).key}` begin with their names, and this one with a dash",
        first.index,
        column,
        len(first.text.rstrip()),
        "write"
        if is_named
        else "put an id in the place of each dash, on a line of its own: `first:`",
        mended,
        until=max(place.index, *mended),
        shown=is_named,
        hides=True,
        leaves_out=not is_named,
    )


def keyless_list(place: LinePlace) -> Iterator[LineFault]:
    """Entries of a list right below a key with a value: the key of the list is gone.

    What is in the file cannot be known without it, so nothing more is said of the file.
    """
    line, column = place.line, len(place.line.indent)
    above = next(place.above(), None)
    if line.key not in FIRST_KEYS or not line.dashes or above is None:
        return
    owner = Line.of(place.lines[above])
    more = islice(place.below(column - 1), _MOST_LINES)
    if not owner.key or not owner.value or owner.columns[-1] >= column:
        return
    if any(_is_entry(place, at, column) for at in more):
        message = "these entries of a list belong to no key: is the one above them missing?"
        end = len(place.text.rstrip())
        advice = _named_elsewhere(place, owner.columns[-1])
        yield LineFault(INDENTATION, message, place.index, column, end, advice, fatal=True)


def _named_elsewhere(place: LinePlace, column: int) -> str:
    """Which key may be missing: one in that column that has such a list somewhere else in the file."""
    for at in range(len(place.lines) - 1):
        line, entry = Line.of(place.lines[at]), Line.of(place.lines[at + 1])
        is_like = (entry.lead, entry.key) == (place.line.lead, place.line.key)
        if is_like and line.key and not line.value and line.columns[-1] == column:
            return f"write the key above them, such as the one on line {at + 1}: `{line.key}:`"
    return "write the key above them that they belong to"


def _is_entry(place: LinePlace, at: int, column: int) -> bool:
    line = Line.of(place.lines[at])
    return bool(line.dashes) and len(line.indent) == column


def _keys_in(place: LinePlace, column: int) -> set[str]:
    """The keys that stand in a column anywhere in the file."""
    lines = (Line.of(text) for text in place.lines)
    return {line.key for line in lines if line.key and line.columns[-1] == column}


def phases_without_key(place: LinePlace) -> Iterator[LineFault]:
    """`- id: setup` below an empty line, where `phases:` was deleted: YAML takes it for what the key above holds."""
    line, column = place.line, len(place.line.indent)
    if line.dashes != "- " or line.key != "id" or not column:
        return
    empty = next(
        (at for at in range(place.index - 1, -1, -1) if not says_something(place.lines[at])), None
    )
    if (
        empty is None
        or place.lines[empty].strip()
        or any(each.startswith("phases:") for each in place.lines)
    ):
        return
    if next(place.above(), empty) < empty:
        message = (
            f"`- id: {line.value}` begins a list, and no key stands above it: is `phases:` missing?"
        )
        fault = place.fault(INDENTATION, message, "write above it", {empty: "phases:"})
        yield replace(fault, column=column, until=place.index)
