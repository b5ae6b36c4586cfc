"""FW610: a text with something the Markdown used here does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.own_page import PageText
from firstwin.models.values import Markdown, MarkdownLine
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import MOST_FAULTS, line_of, span_of
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorText
from firstwin.sources import OWN_PAGES
from firstwin.text import TextFault, faults, heading_faults
from firstwin.text.dialect import NO_HEADING, is_plain

CODE = Code(
    "FW610",
    Severity.ERROR,
    "Markdown that is not part of the dialect",
    "Texts may have paragraphs, emphasis, lists, links, code, tables and boxes; some are a single line. "
    "Headings, pictures, HTML, footnotes and whatever else a Markdown engine may know is not part "
    "of it: keys exist for those, or they could change the page around the text. A backslash "
    "before a character shows it as it is.",
    wrong="text: Press <b>Save</b>.",
    right="text: Press **Save**.",
)

_SECTION: Final = "make it a paragraph, or the `title` of a section"


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for text in inspection.texts:
        value = text.value
        if not isinstance(value, Markdown) or is_plain(value):
            continue
        one_line = isinstance(value, MarkdownLine)
        # A parameter can make an address of a link wrong in one use and right in another.
        depends = "{{" in value and "](" in value
        values = inspection.values_of_uses(text) if depends else [inspection.values_of(text)]
        for each in values:
            if not text.is_in_place:
                continue
            if isinstance(value, PageText):
                found = [*heading_faults(value), *faults(value, each, headings=True)]
            else:
                found = faults(value, each, one_line=one_line)
            for fault in found[:MOST_FAULTS]:
                span = span_of(text.origin, fault.piece)
                if span == text.origin.span:
                    span = line_of(text.origin, value, fault.line)
                yield Diagnostic(CODE, fault.message, span, _hint(fault, text))


def _hint(fault: TextFault, text: AuthorText) -> str:
    is_on_own_page = text.base.path.startswith(f"{OWN_PAGES}/")
    return _SECTION if fault.hint == NO_HEADING and is_on_own_page else fault.hint


RULE = Rule(CODE, check, plan_by_plan=True, firm="a page would not show what was written")
