"""Texts of several paragraphs that were written without `|`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from firstwin.sources.codes import COLON, MISSING_COLON
from firstwin.sources.fault import LineFault
from firstwin.sources.line import BLOCK_HEAD, Line, quote
from firstwin.sources.pitfalls.place import MOST_CONTINUED, LinePlace, indentation, spaces

_MANY = 3
"""So many lines are a text of its own, and not the rest of a line."""

_LONGEST_WORD = 40
_QUOTES = ('"', "'")
_OPENING = ("[", "{", "*", "&", "!")

_colon = re.compile(r":(?:\s|$)")
_words_and_colon = re.compile(r"[^\W\d_][^:\"'\[\]{}]*:(?:\s|$)")


def paragraphs(place: LinePlace) -> Iterator[LineFault]:
    """`body: Hello all,` with lines below it, one of which ends in a colon or has one inside."""
    column = indentation(place.text)
    owner_at = next((at for at in place.above() if indentation(place.lines[at]) < column), None)
    if owner_at is None or not _is_words(place) or place.line.dashes:
        return
    owner = LinePlace.at(place.lines, owner_at)
    run = _run(owner)
    before = [at for at in run if at < place.index]
    if not _may_own(owner) or place.index not in run or not (owner.line.value or before):
        return
    if any(_is_structure(place.lines[at]) for at in before):
        return
    if len(run) >= _MANY or _has_gap(owner, run):
        yield _as_block(owner, place, run)


def paragraphs_with_colon(place: LinePlace) -> Iterator[LineFault]:
    """`body: Note: this is for all,` with further paragraphs below it."""
    run = _run(place)
    if not run or not _colon.search(place.line.value) or not _may_own(place):
        return
    if _has_gap(place, run) and not _is_structure(place.lines[run[0]]):
        yield _as_block(place, place, run)


def paragraphs_beside(place: LinePlace) -> Iterator[LineFault]:
    """`body: Hello all,` with further paragraphs in the column of its key, behind an empty line."""
    column, above = len(place.line.indent), next(place.above(), None)
    if above is None or above == place.index - 1 or place.line.dashes or not _is_line(place):
        return
    owner = LinePlace.at(place.lines, above)
    if not owner.line.value or owner.line.columns[-1] != column or not _may_own(owner):
        return
    below = islice(place.below(column - 1), MOST_CONTINUED)
    run = [
        place.index,
        *takewhile(lambda at: not _is_key(place.lines[at]), below),
    ]
    yield _as_block(owner, place, run)


def remark_below(place: LinePlace) -> Iterator[LineFault]:
    """`Note: bring the numbers`, indented below a text that it goes on with."""
    column = indentation(place.text)
    owner_at = next((at for at in place.above() if indentation(place.lines[at]) < column), None)
    if owner_at is None or not _is_remark(place.line):
        return
    owner = LinePlace.at(place.lines, owner_at)
    text, run = _bare(owner.line.value), _run(owner)
    if not text or place.index not in run or BLOCK_HEAD.fullmatch(owner.line.value):
        return
    lines = [Line.of(place.lines[at]) for at in run]
    if any(line.dashes or (line.key and not _is_remark(line)) for line in lines):
        return
    if owner.line.key and (len(run) >= _MANY or _has_gap(owner, run)):
        yield _as_block(owner, place, run)
        return
    whole = [text, *(place.lines[at].rstrip() for at in run)]
    sign = quote("".join(whole))[0]
    if quote("".join(whole))[1:-1] != "".join(whole):
        return
    mended = dict(
        zip((owner_at, *run), [owner.line.with_value(sign + text), *whole[1:]], strict=True)
    )
    mended[run[-1]] += sign
    word = place.line.key or place.line.value.partition(":")[0]
    message = f"a colon inside the text: YAML takes `{word[-_LONGEST_WORD:]}` for a key"
    end = column + len(word)
    yield LineFault(
        COLON,
        message,
        place.index,
        end,
        end + 1,
        "put the whole text in quotes",
        mended,
        hides=True,
    )


def remark_first(place: LinePlace) -> Iterator[LineFault]:
    """A line of text beside `First: sign in`, with which a text below its key begins."""
    column = indentation(place.text)
    owner_at = next((at for at in place.above() if indentation(place.lines[at]) < column), None)
    if owner_at is None or place.line.dashes or place.line.key or not place.line.value:
        return
    owner = LinePlace.at(place.lines, owner_at)
    run = _run(owner)
    if not owner.line.key or owner.line.value or place.index not in run:
        return
    lines = [Line.of(place.lines[at]) for at in run]
    if _is_remark(lines[0]) and not any(
        line.dashes or (line.key and not _is_remark(line)) for line in lines
    ):
        yield _as_block(owner, LinePlace.at(place.lines, run[0]), run)


def _is_remark(line: Line) -> bool:
    """Whether a line begins with words of a text and a colon. Keys of playbooks are written small."""
    return line.key[:1].isupper() or (not line.key and bool(_words_and_colon.match(line.value)))


def _bare(value: str) -> str:
    """A text of several words without the quotes around it; nothing of any other value."""
    sign = value[:1]
    if sign in _QUOTES:
        inner = value[1:-1]
        value = inner if value.endswith(sign) and sign not in inner and "\\" not in inner else ""
    return value if " " in value and value[:1] not in _OPENING else ""


def _as_block(owner: LinePlace, place: LinePlace, run: Sequence[int]) -> LineFault:
    """The fault of a text that has to begin with `|`, told at the line that YAML does not read as a part of it.

    The text is left out: quotes around a mail of many lines would be no advice.
    """
    line, depth = owner.line, owner.line.columns[-1] + 2
    mended = {**dict.fromkeys(run, ""), owner.index: f"{line.lead}{line.key}: {quote(line.key)}"}
    has_colon = bool(_colon.search(place.text))
    why = "YAML takes this one for a key" if has_colon else "for YAML it ends above this one"
    message = f"the text of `{line.key}` has several lines, and {why}"
    advice = f"write `{line.key}: |`, and the whole text below it, indented by {spaces(depth)}"
    column, end = indentation(place.text), len(place.text.rstrip())
    code = COLON if has_colon else MISSING_COLON
    return LineFault(
        code, message, place.index, column, end, advice, mended, shown=False, hides=True
    )


def _run(owner: LinePlace) -> list[int]:
    """The lines below a key that are indented deeper."""
    return [*islice(owner.below(owner.line.owner_column), MOST_CONTINUED)]


def _has_gap(owner: LinePlace, run: Sequence[int]) -> bool:
    """Whether an empty line stands between the lines of a text."""
    return run[-1] - owner.index != len(run)


def _may_own(owner: LinePlace) -> bool:
    """Whether a key holds a text that begins with no sign of its own."""
    line = owner.line
    return (
        bool(line.key)
        and not BLOCK_HEAD.fullmatch(line.value)
        and line.value[:1] not in {'"', "'", "[", "{"}
    )


def _is_words(place: LinePlace) -> bool:
    """Whether a line with a colon is a part of a text."""
    return " " in place.line.key or bool(_colon.search(place.line.value))


def _is_line(place: LinePlace) -> bool:
    """Whether a line is a part of a text, and no key that lacks its colon."""
    return not place.line.key and " " in place.line.value


def _is_key(text: str) -> bool:
    line = Line.of(text)
    return bool(line.key) and not line.dashes


def _is_structure(text: str) -> bool:
    line = Line.of(text)
    return bool(line.key or line.dashes)
