"""FW616: Markdown of other tools, which is shown as typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.values import Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import MOST_FAULTS, line_of, span_of
from firstwin.rules.rule import Rule
from firstwin.text import foreign

CODE = Code(
    "FW616",
    Severity.WARNING,
    "Markdown that is shown as typed",
    "Other tools draw tables, struck-out words, marked words, boxes, tabs, formulas, keys, contents and emoji from "
    "signs. The Markdown used here has none of these: readers would see the signs. An address that cannot be one is no link either. Signs that are "
    "meant stand between backticks.",
    wrong="text: This is ~~not~~ needed.",
    right="text: This is needed.",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for text in inspection.texts:
        if not isinstance(text.value, Markdown):
            continue
        for fault in islice(foreign(text.value), MOST_FAULTS):
            span = span_of(text.origin, fault.piece)
            if span == text.origin.span:
                span = line_of(text.origin, text.value, fault.line)
            yield Diagnostic(CODE, fault.message, span, fault.hint)


RULE = Rule(CODE, check)
