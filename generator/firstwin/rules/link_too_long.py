"""FW635: a customer's file that says more than a link carries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.link import links_of
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

STAND_IN: Final = "https://guides.example/"
"""The site's address where none is written yet."""

CODE = Code(
    "FW635",
    Severity.ERROR,
    "A personal link that would not arrive whole",
    "What a customer's file says travels in the address itself, so it has to fit into what mail programs send on: 2,000 "
    "characters, and 50 entries of each kind. Long agreements are better off in a document that a note names.",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    site = inspection.project.config.url or STAND_IN
    for file in inspection.catalog.customers.values():
        for link in links_of(file.customer, site):
            if link.fault:
                persona = link.personal.persona
                yield Diagnostic(
                    CODE,
                    f"the link of `{persona}` {link.fault}",
                    file.origin.at("personas", persona).key_span,
                    "shorten `notes`, `targets` or addresses",
                )
                break  # what is too much stands in the links of all


RULE = Rule(CODE, check, firm="the link would not arrive")
