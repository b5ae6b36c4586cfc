"""Places inside texts: the word or line that is meant, not the whole value.

In: where a text was written, and what is wrong in it. Out: a `Span`.
"""

from __future__ import annotations

from firstwin.diagnostics import Span
from firstwin.models.plan import Origin
from firstwin.sources import Document

MOST_FAULTS = 100
"""The faults of one text that are told: each has to be found in its file."""


def span_of(origin: Origin, piece: str, after: int = 0) -> Span:
    """The place of `piece` in the text at `origin`, `after` as many others; of the text where it cannot be found."""
    span, document = origin.span, origin.document
    if not isinstance(document, Document) or not piece:
        return span
    for number in range(span.line, min(span.end_line, len(document.lines)) + 1):
        line = document.lines[number - 1]
        start = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else len(line)
        found = line.find(piece, start, max(end, start))
        while found >= 0 and after:
            found = line.find(piece, found + len(piece), max(end, start))
            after -= 1
        if found >= 0:
            return Span(span.path, number, found + 1, number, found + len(piece) + 1, span.field)
    return span


def line_of(origin: Origin, text: str, line: int) -> Span:
    """The place of one line of a text."""
    lines = text.split("\n")
    words = lines[line].split() if line < len(lines) else []
    whole = _whole_line(origin, lines[line].strip()) if words else None
    if whole:
        return whole
    # A folded text has one line where the file has several: they begin with the same words. Where many words
    # are found, so are the first of them: the most are looked for by halving.
    best, most = origin.span, len(words)
    least = 0
    while least < most:
        count = (least + most + 1) // 2
        found = span_of(origin, " ".join(words[:count]))
        if found == origin.span and len(words) > 1:
            most = count - 1
        else:
            best, least = found, count
    return best


def _whole_line(origin: Origin, line: str) -> Span | None:
    """The place of a line that stands in the file as it stands in the text."""
    span, document = origin.span, origin.document
    if not isinstance(document, Document):
        return None
    for number in range(span.line, min(span.end_line, len(document.lines)) + 1):
        if document.lines[number - 1].strip() == line:
            column = document.lines[number - 1].index(line) + 1
            return Span(span.path, number, column, number, column + len(line), span.field)
    return None
