"""FW623: a text that a page shows in another way than it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from firstwin.diagnostics import Code, Diagnostic, Severity, Span
from firstwin.models.plan import Origin
from firstwin.models.values import Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import MOST_FAULTS, line_of, span_of
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorText
from firstwin.sources import Document
from firstwin.text import otherwise

CODE = Code(
    "FW623",
    Severity.WARNING,
    "Text that a page shows in another way than it was typed",
    "Markdown counts a list by itself, joins a line to the item or paragraph above it, and takes one of two "
    "backslashes; YAML joins the lines behind `>`. A page would not show what stands in the file, and nobody would "
    "notice before a reader does.",
    wrong="text: |\n  1. Sign in.\n  3. Save.",
    right="text: |\n  1. Sign in.\n  2. Save.",
)
_folded = re.compile(r"(?:^|\s)>[-+1-9]{0,2}(?:\s+#|\s*$)")
_item = re.compile(r"(?:^|\s)(?:[-+*]|\d{1,2}[.)])(?=\s|$)")
_row = re.compile(r" *\|.*\| *$")
_FEWEST_ROWS = 2
_mark = re.compile(r" *(?:[-+*]|\d{1,2}[.)]) +\S")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for text in inspection.texts:
        if not isinstance(text.value, Markdown):
            continue
        if (
            _item.search(text.value) or "|" in text.value
        ):  # to find out where a text stands takes longer
            yield from [*_joined(text.origin)] or _joined_rows(text)
        found = otherwise(text.value) if text.is_in_place else ()
        for fault in islice(found, MOST_FAULTS):
            span = span_of(text.origin, fault.piece)
            if span == text.origin.span:
                span = line_of(text.origin, text.value, fault.line)
            yield Diagnostic(CODE, fault.message, span, fault.hint)


def _joined(origin: Origin) -> Iterator[Diagnostic]:
    """A list or a table behind `>`, which YAML makes one line of."""
    span, document = origin.span, origin.document
    if not isinstance(document, Document) or not _folded.search(document.lines[span.line - 1]):
        return
    lines = document.lines[span.line : span.end_line]
    margin = next((_indent(line) for line in lines if line.strip()), 0)
    for number, line in enumerate(lines, start=span.line + 1):
        what = "list" if _mark.match(line) else "table" if _row.match(line) else ""
        if what and _indent(line) == margin and document.lines[number - 2].strip():
            place = Span(span.path, number, margin + 1, number, len(line) + 1, span.field)
            message = (
                f"YAML joins the lines of a text that begins with `>`: no {what} is shown here"
            )
            yield Diagnostic(CODE, message, place, "begin the text with `|`")
            return


def _joined_rows(text: AuthorText) -> Iterator[Diagnostic]:
    """A table in a text that begins behind its key, of which YAML makes one line."""
    span, document = text.origin.span, text.origin.document
    if "|" not in text.value or not isinstance(document, Document):
        return
    shown = {line.strip() for line in text.value.split("\n")}
    lines = enumerate(document.lines[span.line - 1 : span.end_line], start=span.line)
    rows = [(number, line) for number, line in lines if _row.match(line)]
    if len(rows) < _FEWEST_ROWS or any(line.strip() in shown for _, line in rows):
        return
    number, line = rows[0]
    place = Span(span.path, number, _indent(line) + 1, number, len(line) + 1, span.field)
    message = "YAML joins the lines of a text that begins behind its key: no table is shown here"
    key = text.keys[-1]
    depth = text.origin.key_span.column + 1
    whole = f"write `{key}: |`, and the whole text below it, indented by {depth} spaces"
    hint = whole if isinstance(key, str) else "a table to read stands under `tables`"
    yield Diagnostic(CODE, message, place, hint)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


RULE = Rule(CODE, check, plan_by_plan=True)
