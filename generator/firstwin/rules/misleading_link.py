"""FW626: a link whose words are another address than the one it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.values import Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import MOST_FAULTS, line_of, span_of
from firstwin.rules.rule import Rule
from firstwin.text import fault_of_link, fill, misleading

CODE = Code(
    "FW626",
    Severity.WARNING,
    "A link whose words name another address",
    "Who reads an address in a link expects to get there. Where its words name one host, or one mailbox, and it leads to "
    "another, readers are misled: most often because one of the two was changed and the other was not.",
    wrong="text: Sign in at [app.acme.example](https://login.other.example).",
    right="text: Sign in at [app.acme.example](https://app.acme.example).",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    titles = {}
    for text in inspection.texts:
        if isinstance(text.value, Markdown):
            for fault in islice(misleading(text.value, inspection.values_of(text)), MOST_FAULTS):
                span = span_of(text.origin, fault.piece)
                if span == text.origin.span:
                    span = line_of(text.origin, text.value, fault.line)
                yield Diagnostic(CODE, fault.message, span, fault.hint)
        elif text.keys[-1:] == ("title",):
            titles[text.base.span, text.keys[:-1]] = text
    for address in inspection.addresses:
        title = titles.get((address.base.span, address.keys[:-1]))
        values = inspection.values_of(address)
        said = title and fault_of_link(fill(title.value, values), fill(address.value, values))
        if said:
            message, hint = said
            yield Diagnostic(CODE, message, address.origin.span, hint)


RULE = Rule(CODE, check, plan_by_plan=True)
