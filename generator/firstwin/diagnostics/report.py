"""Diagnostics as people and programs read them: text, JSON, annotations.

In: diagnostics, and the lines of the files they are about. Out: strings. This is the only place that
formats a diagnostic; it prints nothing and knows no colours. `pieces` gives the text form in parts
that say what they are, for whoever wants to colour them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from firstwin.diagnostics.model import Diagnostic, Severity, Span
from firstwin.diagnostics.visible import COMMAND, shown, visible

Lines = Mapping[str, Sequence[str]]
"""The lines of each file that can be shown, by the path in a span."""

WIDEST = 120
"""The columns of a source line that are shown; of a longer one, those around the caret."""

LONGEST_SAID = 600
"""The characters of a message or of a line of a hint: they may repeat what is a whole file long."""

_INDENT = "  "
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What GitHub calls them."""


class Format(Enum):
    """The forms a report can have."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class PieceKind(Enum):
    """What a piece of the text form is."""

    PLACE = "place"
    SEVERITY = "severity"
    MESSAGE = "message"
    SOURCE = "source"
    CARET = "caret"
    HINT = "hint"
    NOTE = "note"
    BETWEEN = "between"


class Piece(Struct, frozen=True):
    """A stretch of the text form."""

    part: PieceKind
    text: str


def render(
    form: Format, diagnostics: Sequence[Diagnostic], lines: Lines, unseen: Sequence[str] = ()
) -> str:
    """A report in the form asked for, without a line end behind it. `unseen` is what could not be looked at."""
    match form:
        case Format.TEXT:
            return render_text(diagnostics, lines, unseen)
        case Format.JSON:
            return render_json(diagnostics, unseen)
        case Format.GITHUB:
            return render_github(diagnostics)


def render_text(diagnostics: Sequence[Diagnostic], lines: Lines, unseen: Sequence[str] = ()) -> str:
    """Each diagnostic with its source line, a caret, hint and related places; then the summary."""
    blocks = ["".join(piece.text for piece in pieces(one, lines)) for one in diagnostics]
    return "\n\n".join([*blocks, summary(diagnostics, unseen)])


def render_json(diagnostics: Sequence[Diagnostic], unseen: Sequence[str] = ()) -> str:
    """One JSON object: all diagnostics with their places, and how many there are."""
    report = {
        "diagnostics": [
            {
                "code": one.code.id,
                "severity": one.severity.value,
                "message": _cut(one.message),
                "hint": "\n".join(map(_cut, one.hint.split("\n"))),
                **_place(one.span),
                "related": [
                    {"message": _cut(other.message), **_place(other.span)} for other in one.related
                ],
            }
            for one in diagnostics
        ],
        "errors": _count(diagnostics, Severity.ERROR),
        "warnings": _count(diagnostics, Severity.WARNING),
        "notes": _count(diagnostics, Severity.NOTE),
        "unseen": [_cut(line) for line in unseen],
    }
    return _inert(json.dumps(report, indent=2))


def render_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands, which GitHub and its like show beside the lines of a change."""
    return "\n".join(_annotation(one) for one in diagnostics)


def summary(diagnostics: Sequence[Diagnostic], unseen: Sequence[str] = ()) -> str:
    """How much is wrong, in a line: `3 errors, 1 warning in 2 files`; below it, what could not be looked at."""
    if not diagnostics:
        return "no problems"
    counts = [
        _number(_count(diagnostics, severity), severity.value)
        for severity in Severity
        if _count(diagnostics, severity)
    ]
    files = {one.span.path for one in diagnostics}
    counted = f"{', '.join(counts)} in {_number(len(files), 'file')}"
    return "\n".join([counted, *(visible(_cut(line)) for line in unseen)])


def pieces(diagnostic: Diagnostic, lines: Lines) -> Iterator[Piece]:
    """The text form of one diagnostic in parts, without a line end behind it."""
    yield Piece(PieceKind.PLACE, f"{visible(str(diagnostic.span))}:")
    yield Piece(PieceKind.BETWEEN, " ")
    yield Piece(PieceKind.SEVERITY, f"{diagnostic.severity.value}[{diagnostic.code.id}]")
    yield Piece(PieceKind.BETWEEN, ": ")
    yield Piece(PieceKind.MESSAGE, visible(_cut(diagnostic.message)))
    for part, text in _excerpt(diagnostic.span, lines.get(diagnostic.span.path, ())):
        yield Piece(PieceKind.BETWEEN, f"\n{_INDENT}")
        yield Piece(part, text)
    hint = diagnostic.hint.split("\n") if diagnostic.hint else []
    for number, line in enumerate(hint):
        yield Piece(PieceKind.BETWEEN, f"\n{_INDENT}" if number else "\n")
        shown = visible(_cut(line))
        yield Piece(PieceKind.HINT, shown if number else f"hint: {shown}")
    for other in diagnostic.related:
        yield Piece(PieceKind.BETWEEN, "\n")
        yield Piece(PieceKind.PLACE, f"{visible(str(other.span))}:")
        yield Piece(PieceKind.BETWEEN, " ")
        yield Piece(PieceKind.NOTE, f"note: {visible(_cut(other.message))}")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SAID else f"{text[: LONGEST_SAID - 1]}…"


def _excerpt(span: Span, lines: Sequence[str]) -> Iterator[tuple[PieceKind, str]]:
    """The line of a span and the carets below it; nothing for a span that means the whole file."""
    is_whole_file = span == Span(span.path)
    if is_whole_file or span.line > len(lines) or not lines[span.line - 1].strip():
        return
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(min(end, len(line)), start)
    first = max(0, start - WIDEST // 3) if len(line) > WIDEST else 0
    last = min(len(line), first + WIDEST)
    left = "…" if first else ""
    right = "…" if last < len(line) else ""
    characters = shown(line[first:last])
    before = "".join(characters[: start - first])
    under = "".join(characters[start - first : end - first])
    yield PieceKind.SOURCE, f"{left}{''.join(characters)}{right}".rstrip()
    yield PieceKind.CARET, " " * _width(left + before) + "^" * max(_width(under), 1)


def _width(text: str) -> int:
    """The columns `text` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _annotation(one: Diagnostic) -> str:
    notes = [f"{other.span}: {other.message}" for other in one.related]
    parts = [one.message, *(one.hint.split("\n") if one.hint else ()), *notes]
    text = "\n".join(visible(_cut(part)) for part in parts)
    properties = {
        "file": visible(one.span.path),
        "line": str(one.span.line),
        "col": str(one.span.column),
        "title": f"{one.code.id} {one.code.title}",
    }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[one.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _inert(text: str) -> str:
    """JSON with another spelling of the signs that would do something in a log, and the same to who reads it."""
    return COMMAND.sub(r"\\u0023", text).replace("\x7f", r"\u007f")


def _place(span: Span) -> dict[str, str | int]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "field": span.field,
    }


def _count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    return sum(one.severity is severity for one in diagnostics)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
